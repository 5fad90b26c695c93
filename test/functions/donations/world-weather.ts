import type { Notice, Switches } from '../../../infra/local/gateways/notices.ts'
import type { World } from './world.ts'

/** A bad day on the way of one order's words. What changes places waits first, so that there is something to change places with. */
export function weather(chance: () => number): Partial<Switches> {
  const [drop, double, reorder] = [chance() < 0.2, chance() < 0.2, chance() < 0.2]
  return { drop, double, reorder, delaySeconds: reorder || chance() < 0.2 ? 1 + Math.floor(chance() * 150) : 0 }
}
const calm = { drop: false, double: false, reorder: false, delaySeconds: 0 }

const noticesOf = (gateway: World['standIns'][keyof World['standIns']]): Notice<unknown>[] => [...gateway.notices()]

/** Sends what was held back while the weather lasts. How many words were late, and how many came after one that was said later. */
async function sendLate({ standIns, heard }: World, now: number): Promise<{ late: number; reordered: number }> {
  let [late, reordered] = [0, 0]
  for (const gateway of Object.values(standIns)) {
    const waiting = noticesOf(gateway).filter(({ sent, dueAt }) => sent === 0 && dueAt <= now)
    const before = heard.length
    await gateway.deliver()
    late += waiting.length
    const came = waiting
      .map(({ reference }) => heard.findIndex((word, place) => place >= before && word.includes(reference)))
      .filter((place) => place >= 0)
    reordered += came.filter((place, said) => came.slice(said + 1).some((later) => later < place)).length
  }
  return { late, reordered }
}

/** Ends the bad weather, its last words said. Counts what it did, by what the stand-ins wrote down of their words. */
export async function clearUp(world: World, now: number) {
  const waited = await sendLate(world, now)
  const all = Object.values(world.standIns).flatMap(noticesOf)
  for (const gateway of Object.values(world.standIns))
    for (const { reference } of noticesOf(gateway)) Object.assign(gateway.switchesOf(reference), calm)
  return {
    ...waited,
    dropped: all.flatMap(({ answers }) => answers).filter((answer) => answer === 'lost').length,
    doubled: all.filter(({ sent, answers }) => answers.length > sent).length,
  }
}
