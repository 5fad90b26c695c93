import type { Context } from 'aws-lambda'
import { vi } from 'vitest'
import { record } from '../../../functions/donations/payment-store.ts'
import type { Sending } from '../../../functions/door/mail.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { handler as bounce } from '../../../functions/mail/bounce.ts'
import { type Send, sendWaiting } from '../../../functions/mail/send.ts'
import type { Letter } from '../../../functions/mail/waiting.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { letterPartitions } from '../../../functions/store/keys.ts'
import { query } from '../../../functions/store/table.ts'
import { eventOf, type Fate } from '../../../infra/local/standins/letters.ts'
import { makeEntity, makeProgram } from '../../make.ts'
import { openTable } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'
import { crashAt } from '../ledger/crash.ts'

export const now = '2026-11-23T07:05:09.000Z'

/** A table with a program, and a post office that tests look into: what it was given, and what it says next. */
export async function openPost() {
  const table = await openTable()
  process.env.ORIGIN_KEY = 'the key of the edge'
  process.env.ADDRESS_KEY = 'the key of addresses'
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await publishEntity(makeEntity())
  await publishProgram(makeProgram())
  const taken: { to: string; subject: string; text: string }[] = []
  const says: (Sending | 'crash after')[] = []
  const take: Send = async ({ to, subject, text }) => {
    const said = says.shift() ?? 'sent'
    if (said === 'sent' || said === 'crash after') taken.push({ to, subject, text })
    // Whoever died writes nothing down any more.
    if (said === 'crash after') crashed = crashAt(1, 'before')
    return said === 'crash after' ? 'sent' : said
  }
  let crashed: { mend(): void } | undefined
  const waiting = async () =>
    (await Promise.all(letterPartitions.map((partition) => query(partition)))).flat() as (Letter & {
      pk: string
      sk: string
    })[]
  let people = 0
  const post = {
    /** Another person for each test. */
    address: '',
    ...{ taken, says, waiting },
    to: (address: string) => taken.filter(({ to }) => to === address),
    send: (at = now) => sendWaiting(at, take).finally(() => crashed?.mend()),
    give: (over = {}) => pledged({ email: post.address, ...over }, now),
    async paid() {
      const gift = await post.give()
      await record(gift.id, told(gift), draw, now)
      return gift
    },
    async clear(): Promise<void> {
      await table.erase(...(await waiting()).map(({ pk, sk }) => ({ pk, sk })))
      taken.length = says.length = 0
      post.address = `person${++people}@b.vn`
    },
    async close(): Promise<void> {
      vi.restoreAllMocks()
      await table.close()
    },
  }
  return post
}
export type Post = Awaited<ReturnType<typeof openPost>>

/** What SES tells of a letter to that address. */
export const event = (to: string, fate: Fate) =>
  eventOf({ id: 'm', at: 0, from: 'f@b.vn', to, subject: '', text: '', html: '', set: 's', told: [] }, fate, 0)
export const hear = (of: unknown) => bounce(of, {} as Context, { signal: new AbortController().signal })
