import { dayOf } from '../../../functions/time.ts'
import type { At } from '../at.ts'
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
export async function check(at: At, { check, step, passed }: Report, asked: Asked) {
  const who = await step('identity', () => identity(at))
  const shipped = await check('committed', () => tree(at))
  const made = await step('cloud assembly', () => assembly(at.stage, asked.synthesize))
  const { data, service } = made.templates
  await check('bootstrap', () => bootstrap(at, made.needs))
  await check('quotas', () => quotas(at, [data, service]))
  const named = await check('domain and certificate', () => domain(at, asked.now.getTime()))
  const keyed = await check('secrets', () => secrets(at))
  const { standing } = await step('stacks', () => stacks(at))
  const today = dayOf(asked.now.toISOString())
  const told = await check('content', () => content(at, standing, asked.demonstration, today))
  const planned = await check('differences', () => differences(at, made, standing))
  passed()
  const lacks = [named, keyed, told].flatMap((each) => each?.closes || [])
  return {
    ...{ who, assembly: made, standing, lacks },
    commit: shipped!.commit,
    content: told!.content,
    changes: planned!.changes,
    /** The stage has an account at its payment provider. */
    open: keyed!.here.includes('vnpay'),
  }
}

export type Checked = Awaited<ReturnType<typeof check>>
