import { type WayName, ways } from '../donations/way.ts'
import type { Limit } from './limit.ts'

/** One more try that counts, and against whom. */
export interface Try {
  limit: Limit
  who: string
}

const tenMinutes = 600
/** A whole school behind one address may give in one break; a machine that floods is far above. */
const ofAddress = { of: 'give', tries: 200, withinSeconds: tenMinutes }
/** Whoever tries stolen cards needs a new payment for each. Many phones of a mobile network share one address. */
const ofCards = { of: 'give-card', tries: 60, withinSeconds: tenMinutes }
/** 80 gifts a second for ten minutes on one program, counted in eighths so that no counter is hot. */
const ofProgram = { of: 'give-program', tries: 6_000, withinSeconds: tenMinutes, isShared: true }
/** One device that sends the same form again and again: a stuck page, a broken program. */
const ofDevice = { of: 'give-device', tries: 40, withinSeconds: tenMinutes }
const eighths = 8

/** What a try to give, or to pay again, counts against. `chance` is between 0 and 1; `device` is what the browser calls itself, if it does. */
export function triesOf(
  { way, program, caller, device }: { way: WayName; program: string; caller: string; device?: string | undefined },
  chance: number,
): Try[] {
  return [
    { limit: ofAddress, who: caller },
    { limit: ofProgram, who: `${program} ${Math.floor(chance * eighths)}` },
    ...(ways[way].takesCards ? [{ limit: ofCards, who: caller }] : []),
    ...(device === undefined ? [] : [{ limit: ofDevice, who: device }]),
  ]
}
