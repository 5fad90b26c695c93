import { dayOf } from '../../../functions/time.ts'
import type { At } from '../at.ts'
import { spoken } from '../prove/forged.ts'
import type { Report } from '../report.ts'
import { assembly } from './assembly.ts'
import { bootstrap } from './bootstrap.ts'
import { content } from './content.ts'
import { differences } from './differences.ts'
import { domain } from './domain.ts'
import { identity } from './identity.ts'
import { quotas } from './quotas.ts'
import { secrets } from './secrets.ts'
import { stacks } from './stacks.ts'
import { tree } from './tree.ts'

export interface Asked {
  /** Lets demonstration data into prod. */
  demonstration: boolean
  now: Date
  /** Writes the stage's cloud assembly; answers its folder. */
  synthesize(): Promise<string>
}

/**
 * Everything that can be known before anything is changed. It only reads; it runs on after a fault, so that one run
 * tells all of them, and throws at the end if there was one.
 */
export async function check(at: At, told: Report, asked: Asked) {
  const { check, step, passed } = told
  const who = await check('identity', () => identity(at))
  const shipped = await check('committed', () => tree(at))
  const made = await step('cloud assembly', () => assembly(at.stage, asked.synthesize))
  if (!who) return withoutAccount(at, told, asked)
  const { data, service } = made.templates
  await check('bootstrap', () => bootstrap(at, made.needs))
  await check('quotas', () => quotas(at, [data, service]))
  const named = await check('domain and certificate', () => domain(at, asked.now.getTime()))
  const keyed = await check('secrets', () => secrets(at))
  const { standing } = await step('stacks', () => stacks(at))
  const today = dayOf(asked.now.toISOString())
  const published = await check('content', () => content(at, standing, asked.demonstration, today))
  const planned = await check('differences', () => differences(at, made, standing))
  passed()
  const lacks = [named, keyed, published].flatMap((each) => each?.closes || [])
  return {
    ...{ who, assembly: made, standing, lacks },
    commit: shipped!.commit,
    content: published!.content,
    changes: planned!.changes,
    /** The stage has an account at the provider that the proof speaks for. */
    open: keyed!.here.includes(spoken),
  }
}

/** Nobody is signed in, or to another account: looks at what needs none, names what does, and ends. */
async function withoutAccount(at: At, { check, leave, passed }: Report, { demonstration, now }: Asked): Promise<never> {
  await check('content', () => content(at, {}, demonstration, dayOf(now.toISOString())))
  for (const name of ['bootstrap', 'quotas', 'domain and certificate', 'secrets', 'stacks', 'differences'])
    leave(name, 'it needs the account')
  passed()
  throw new Error('a check without an account cannot pass')
}

export type Checked = Awaited<ReturnType<typeof check>>
