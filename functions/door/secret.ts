import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'

const ssm = new SSMClient({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
})
const keptMs = 300_000
const kept = new Map<string, { at: number; value: string }>()

/** The stage's secret `name` (a SecureString); read at first use, kept five minutes; undefined if the stage has none. */
export async function secret(name: string): Promise<string | undefined> {
  const have = kept.get(name)
  if (have && Date.now() - have.at < keptMs) return have.value
  try {
    const { Parameter } = await ssm.send(
      new GetParameterCommand({ Name: `${process.env.SECRETS_PREFIX}/${name}`, WithDecryption: true }),
    )
    const value = Parameter?.Value
    if (value !== undefined) kept.set(name, { at: Date.now(), value })
    return value
  } catch (error) {
    if (error instanceof Error && error.name === 'ParameterNotFound') return undefined
    if (have) return have.value
    throw error
  }
}
