import { GetParameterCommand } from '@aws-sdk/client-ssm'
import { all } from '../../../functions/donations/providers/all.ts'
import { type Facts, facts } from '../../../functions/donations/providers/facts.ts'
import { type CommandTrigger, changes, clock, commands, events, requests } from '../../../functions/triggers.ts'
import type { Stage } from '../../stages.ts'
import { type At, secretOf } from '../at.ts'

const rows: readonly CommandTrigger[] = [...requests, ...changes, ...clock, ...events, ...commands]
/** Every secret that a verb reads. */
export const secretNames: readonly string[] = [...new Set(rows.flatMap(({ secrets }) => secrets ?? []))].sort()

/** Throws if the text is not of the secret's shape; what it throws never quotes it. */
export const readers: Readonly<Record<string, (text: string) => unknown>> = Object.fromEntries(
  Object.values(all).map((provider) => [provider.name, (text: string) => provider.open(text, { pay: '', api: '' })]),
)

/** A secret as a stage may have it. Throws one sentence that quotes nothing if it is of another shape, or a test account in prod. */
export function check({ name: stage }: Stage, name: string, text: string): void {
  readers[name]?.(text)
  const { testSecret }: Partial<Facts> = facts.find((of) => of.name === name) ?? {}
  if (stage === 'prod' && testSecret?.test(text))
    throw new Error(`the secret ${name} is a test account: prod would promise receipts for no money`)
}

type Found = 'here' | 'missing'

async function look({ aws, stage }: Pick<At, 'aws' | 'stage'>, name: string): Promise<Found> {
  const Name = secretOf(stage, name)
  try {
    const { Parameter } = await aws.ssm.send(new GetParameterCommand({ Name, WithDecryption: true }))
    if (Parameter?.Type !== 'SecureString')
      throw new Error(
        `${Name} lies open as a ${Parameter?.Type}. Delete it, put it again as below, and have it renewed`,
      )
    check(stage, name, Parameter.Value ?? '')
    return 'here'
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterNotFound') return 'missing'
    throw error
  }
}

/**
 * Secrets that are there are readable; never printed. A provider without one is not offered. `closes`: why giving must
 * stay closed, if it must: there is no way to pay at all.
 */
export async function secrets(at: Pick<At, 'aws' | 'stage'>) {
  const found = await Promise.all(secretNames.map(async (name) => ({ name, is: await look(at, name) })))
  const of = (is: Found) => found.filter((each) => each.is === is).map(({ name }) => name)
  const [here, missing] = [of('here'), of('missing')]
  const closes = here.some((name) => name in readers) ? '' : 'no account at any payment provider yet'
  const how = missing.map((name) => `npm run secret -- --stage ${at.stage.name} ${name} < ${name}.json`)
  const seen = [
    closes ? `${closes}. Giving stays closed until there is one` : `${here.join(', ')}: here`,
    ...(how.length > 0 ? ['not offered until their account is kept:', ...how] : []),
  ]
  return { closes, seen: seen.join('\n'), here }
}
