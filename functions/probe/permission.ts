import * as z from 'zod'
import { command } from '../door/command.ts'
import { key } from '../store/keys.ts'
import { absent, get, put, queryIndex, transact, write } from '../store/table.ts'

/** A try that went through, or was denied; any other error is the deploy's to see. */
async function tried(work: () => Promise<unknown>): Promise<'allowed' | 'denied'> {
  try {
    await work()
    return 'allowed'
  } catch (error) {
    if (error instanceof Error && error.name === 'AccessDeniedException') return 'denied'
    throw error
  }
}

const expiresAtSeconds = (now: string) => Math.floor(Date.parse(now) / 1_000) + 3_600

/** Every kind of write over both families that this verb's row names, as the recording of a gift does it. */
const mixed = (id: string, now: string) =>
  transact([
    write.put({ ...key.probe(`${id}-added`), expiresAtSeconds: expiresAtSeconds(now) }, absent),
    write.update(key.probe(`${id}-edited`), {
      UpdateExpression: 'SET expiresAtSeconds = :at',
      ExpressionAttributeValues: { ':at': expiresAtSeconds(now) },
    }),
    write.remove(key.probe(`${id}-gone`)),
    write.absent(key.probe(`${id}-never`)),
    write.put({ ...key.mark(id), expiresAtSeconds: expiresAtSeconds(now) }),
  ])

/**
 * Tries, with a role made like every other, what must be allowed and what must be denied: a mixed transaction, a query
 * of the index, a foreign family alone and inside a transaction. Nothing that it writes outlives the hour.
 */
export const handler = command(z.object({}), async (_, now) => {
  const id = crypto.randomUUID()
  const foreign = { ...key.limit(`probe#${id}`), expiresAtSeconds: expiresAtSeconds(now) }
  return {
    transaction: await tried(() => mixed(id, now)),
    read: await tried(() => get(key.probe(`${id}-added`))),
    index: await tried(() => queryIndex(`${key.probe(id).pk}`)),
    editOfFact: await tried(() => transact([write.remove(key.mark(id))])),
    foreignRead: await tried(() => get(key.limit(`probe#${id}`))),
    foreignIndex: await tried(() => queryIndex('donation#PROBE')),
    foreignWrite: await tried(() => put(foreign)),
    foreignInTransaction: await tried(() => transact([write.put({ ...key.mark(`${id}-2`) }), write.put(foreign)])),
  }
})
