import { GetParameterCommand } from '@aws-sdk/client-ssm'
import { accountOf } from '../../../functions/donations/providers/vnpay-account.ts'
import { type CommandTrigger, changes, clock, commands, requests } from '../../../functions/triggers.ts'
import { type At, secretOf } from '../at.ts'

const rows: readonly CommandTrigger[] = [...requests, ...changes, ...clock, ...commands]
/** Every secret that a verb reads. */
export const secretNames: readonly string[] = [...new Set(rows.flatMap(({ secrets }) => secrets ?? []))].sort()

/** Throws if the text is not of the secret's shape; what it throws never quotes it. */
export const readers: Readonly<Record<string, (text: string) => unknown>> = { vnpay: accountOf }

type Found = 'here' | 'missing'

async function look({ aws, stage }: Pick<At, 'aws' | 'stage'>, name: string): Promise<Found> {
  const Name = secretOf(stage, name)
  try {
    const { Parameter } = await aws.ssm.send(new GetParameterCommand({ Name, WithDecryption: true }))
    if (Parameter?.Type !== 'SecureString')
      throw new Error(
        `${Name} lies open as a ${Parameter?.Type}. Delete it, put it again as below, and have it renewed`,
      )
    readers[name]?.(Parameter.Value ?? '')
    return 'here'
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterNotFound') return 'missing'
    throw error
  }
}

/** Secrets are there and readable; never printed. `closes`: why giving must stay closed, if it must. */
export async function secrets(at: Pick<At, 'aws' | 'stage'>) {
  const found = await Promise.all(secretNames.map(async (name) => ({ name, is: await look(at, name) })))
  const missing = found.filter(({ is }) => is === 'missing').map(({ name }) => name)
  const closes = missing.length > 0 ? `no account with ${missing.join(', ')} yet` : ''
  const how = missing.map((name) => `npm run secret -- --stage ${at.stage.name} ${name} < ${name}.json`)
  const seen = closes ? [`${closes}. Giving stays closed until`, ...how].join('\n') : `${secretNames.join(', ')}: here`
  return { closes, seen }
}
