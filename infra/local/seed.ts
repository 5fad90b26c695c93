import { LambdaClient } from '@aws-sdk/client-lambda'
import { invoke } from '../invoke.ts'
import { type Outcome, told } from '../outcome.ts'
import { seed } from '../seed/seed.ts'

/** Lambda of the city that runs on this machine. */
export const lambdaAt = (endpoint: string): LambdaClient =>
  new LambdaClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
    maxAttempts: 1,
  })

/** Publishes the city's first content through the command, as an operator does it in the cloud; answers what changed. */
export async function loadSeed(invokeOrigin: string, name: string): Promise<string> {
  try {
    return told(await invoke<Outcome>(lambdaAt(invokeOrigin), name, seed))
  } catch (error) {
    throw new Error(`The first content was not published: ${error instanceof Error ? error.message : error}`)
  }
}
