import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { LambdaClient } from '@aws-sdk/client-lambda'
import type { GivingSwitch } from '../../functions/giving/switch.ts'
import { dayOf, formatInstant } from '../../functions/time.ts'
import { invoke } from '../invoke.ts'
import { root } from '../local/kept.ts'
import { running } from '../local/lock.ts'
import { lambdaAt } from '../local/seed.ts'
import { stageOf } from '../stages.ts'
import { type At, functionOf } from './at.ts'
import { content } from './check/content.ts'
import { domain } from './check/domain.ts'
import { identity } from './check/identity.ts'
import { secrets } from './check/secrets.ts'
import { stacks } from './check/stacks.ts'
import { atOf, operate, stageAsked } from './shell.ts'

export interface Order {
  open?: boolean
  reason?: { vi: string; en?: string }
}

interface Turned {
  giving: GivingSwitch
  changed: boolean
}

/** What the switch says now, in a few lines. */
export function tell({ giving, changed }: Turned): string {
  const since = giving.since ? ` since ${formatInstant(giving.since, 'en')}` : ''
  if (giving.open) return `${changed ? 'Giving is open again' : `Giving is open${since}`}.`
  const { vi, en } = giving.reason
  return [
    `Giving is closed${since}${changed ? '' : ' (as before)'}.`,
    `  vi: ${vi}`,
    `  en: ${en ?? '(the Vietnamese reason is shown; --reason-en adds one)'}`,
    ...(changed ? ['The notice is on every page within a minute; money already paid still settles.'] : []),
  ].join('\n')
}

const typed = { reason: '--reason', 'reason.vi': '--reason', 'reason.en': '--reason-en' }

/** Turns the switch through the command that has the right to; twice is as good as once. */
export async function turnGiving(lambda: LambdaClient, name: string, order: Order): Promise<string> {
  return tell(await invoke<Turned>(lambda, name, order, { typed }))
}

/** Refuses to open a stage that lacks something donors rely on. */
export async function ready(at: Pick<At, 'aws' | 'stage'>, now: Date): Promise<void> {
  const { standing } = await stacks(at)
  const today = dayOf(now.toISOString())
  const looked = [await domain(at, now.getTime()), await secrets(at), await content(at, standing, false, today)]
  const lacks = looked.flatMap(({ closes }) => closes || [])
  if (lacks.length > 0) throw new Error(`Giving stays closed: ${lacks.join('; ')}.`)
}

/** The order in what was typed: nothing, `on`, or `off` with a reason. */
export function orderOf(word: string | undefined, reason?: string, reasonEn?: string): Order {
  if (word === undefined) return {}
  if (word === 'on') return { open: true }
  if (word !== 'off') throw new Error(`“${word}” is neither on nor off.`)
  if (!reason) throw new Error('Say why, in Vietnamese, as people will read it: off --reason "…" (and --reason-en "…")')
  return { open: false, reason: { vi: reason, ...(reasonEn ? { en: reasonEn } : {}) } }
}

const runsHere = 'local'

async function lambdaOf(stage: string | undefined, order: Order): Promise<[LambdaClient, string]> {
  if (stage === runsHere) {
    const city = running(join(root, '.local', 'dev'))
    if (!city) throw new Error('No city runs on this machine from this folder: npm start')
    return [lambdaAt(city.invokeOrigin), functionOf(stageOf('dev'), 'giving/turn')]
  }
  const at = atOf(stageAsked(stage))
  await identity(at)
  if (order.open) await ready(at, new Date())
  return [at.aws.lambda, functionOf(at.stage, 'giving/turn')]
}

if (import.meta.main)
  await operate(async () => {
    const { values, positionals } = parseArgs({
      options: { stage: { type: 'string' }, reason: { type: 'string' }, 'reason-en': { type: 'string' } },
      allowPositionals: true,
    })
    const order = orderOf(positionals[0], values.reason, values['reason-en'])
    const [lambda, name] = await lambdaOf(values.stage, order)
    console.log(await turnGiving(lambda, name, order))
  })
