import type { Context } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { record } from '../../../functions/donations/payment-store.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { handler as bounce } from '../../../functions/mail/bounce.ts'
import type { Letter } from '../../../functions/mail/email.ts'
import { sendWaiting } from '../../../functions/mail/send.ts'
import { emailOf, eraseEmail, lettersDue } from '../../../functions/mail/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { key, letterPartitions } from '../../../functions/store/keys.ts'
import { client, get, query } from '../../../functions/store/table.ts'
import { later } from '../../../functions/time.ts'
import { eventOf } from '../../../infra/local/standins/letters.ts'
import { withFaults } from '../../faults.ts'
import { makeEntity, makeProgram } from '../../make.ts'
import { openTable, type Table } from '../../table.ts'
import { draw, pledged, told } from '../gifts.ts'
import { postOffice } from './post.ts'

let table: Table
let post: ReturnType<typeof postOffice>
let people = 0
let address = ''
const now = '2026-11-23T07:05:09.000Z'
const minute = (count: number) => later(now, count * 60)

async function prepare(): Promise<void> {
  await publishEntity(makeEntity())
  await publishProgram(makeProgram())
}
beforeAll(async () => {
  table = await openTable()
  process.env.ORIGIN_KEY = 'the key of the edge'
  for (const method of ['info', 'error'] as const) vi.spyOn(console, method).mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await prepare()
})
beforeEach(async () => {
  await table.erase(...(await waiting()).map(({ pk, sk }) => ({ pk, sk })))
  post = postOffice()
  address = `person${++people}@b.vn`
})
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

const waiting = async () =>
  (await Promise.all(letterPartitions.map((partition) => query(partition)))).flat() as (Letter & {
    pk: string
    sk: string
  })[]
const give = () => pledged({ email: address }, now)
const nameless = () => pledged({}, now)
const send = (at = now) => sendWaiting(at, post.send)
async function paid() {
  const gift = await give()
  await record(gift.id, told(gift), draw, now)
  return gift
}
const event = (to: string, fate: 'bounce' | 'away' | 'complaint') =>
  eventOf({ id: 'm', at: 0, from: 'f@b.vn', to, subject: '', text: '', html: '', set: 's', told: [] }, fate, 0)
const hear = (of: unknown) => bounce(of, {} as Context, {})

describe('money that came', () => {
  it('leaves one letter a payment, however often and however many at once tell of it', async () => {
    const gift = await give()
    const [first, second] = [told(gift), told(gift, { amountVnd: 70_000 })]
    const tellings = Array.from({ length: 50 }, (_, place) => record(gift.id, place % 2 ? first : second, draw, now))
    await Promise.all(tellings)
    expect((await waiting()).map(({ id }) => id).sort()).toEqual(
      [first, second].map(({ transactionId }) => `vnpay#${transactionId}`).sort(),
    )
  })
  it('leaves none where no address was given, where it was erased, or where letters are refused', async () => {
    const silent = await nameless()
    await record(silent.id, told(silent), draw, now)
    const erased = await give()
    await eraseEmail(erased.id)
    await record(erased.id, told(erased), draw, now)
    expect(await waiting()).toEqual([])
    const refused = await paid()
    await send()
    await hear(event(address, 'bounce'))
    await record(refused.id, told(refused), draw, now)
    expect(await waiting()).toEqual([])
  })
  it('keeps the address: 30 days unpaid, 90 after payment, 90 after the letter went', async () => {
    const gift = await give()
    const days = async () => ((await get(key.email(gift.id)))!.expiresAtSeconds as number) - Date.parse(now) / 1_000
    expect(await days()).toBe(30 * 86_400)
    await record(gift.id, told(gift), draw, now)
    expect(await days()).toBe(90 * 86_400)
    await send(minute(60))
    expect(await days()).toBe(90 * 86_400 + 3_600)
    expect(await emailOf(gift.id)).toMatchObject({ address, purpose: 1, consentAt: now, sentAt: minute(60) })
  })
})

describe('a letter', () => {
  it('goes once, whoever runs, and says what came', async () => {
    const gift = await paid()
    await Promise.all(Array.from({ length: 5 }, () => send()))
    await send(minute(10))
    const [letter, ...others] = post.to(address)
    expect(others).toEqual([])
    expect(letter?.text).toContain(`https://city.test/receipts/${gift.receiptKey}?lang=vi`)
    expect(await waiting()).toEqual([])
  })
  it('goes again after five minutes, not before, if its sender died between sending and writing that down', async () => {
    await paid()
    post.says.push('crash after')
    await expect(send()).rejects.toThrow('crash')
    await send(minute(4))
    expect(post.to(address)).toHaveLength(1)
    await send(minute(5))
    expect(post.to(address)).toHaveLength(2)
    expect(await waiting()).toEqual([])
  })
  it('waits while SES is down, each time longer, and goes when it is up', async () => {
    const gift = await paid()
    const dues: string[] = []
    for (let at = 0; at <= 7; at++) {
      post.says.push('later')
      await send(minute(at))
      dues.push((await waiting())[0]!.dueAt)
      post.says.length = 0
      if (at === 7) break
    }
    expect([...new Set(dues)].map((due) => (Date.parse(due) - Date.parse(now)) / 60_000)).toEqual([1, 3, 7, 15])
    await send(minute(14))
    expect(post.to(address)).toEqual([])
    await send(minute(15))
    expect(post.to(address)).toHaveLength(1)
    expect((await emailOf(gift.id))?.sentAt).toBe(minute(15))
  })
  it('that meets a post office which takes nothing lets the others wait for the next minute', async () => {
    for (let count = 0; count < 12; count++) await paid()
    post.says.push(...Array.from({ length: 12 }, () => 'later' as const))
    const done = await send()
    expect(done.later).toBeGreaterThanOrEqual(3)
    expect(done.later).toBeLessThan(8)
    post.says.length = 0
    await send(minute(1))
    expect(post.to(address)).toHaveLength(12)
  })
  it('to an address that SES never takes stops, and says so to the donor only', async () => {
    const gift = await paid()
    post.says.push('refused')
    await send()
    expect(await waiting()).toEqual([])
    expect((await emailOf(gift.id))?.refused).toBe('bounce')
  })
  it('is dropped when its address was erased while it waited', async () => {
    const gift = await paid()
    await eraseEmail(gift.id)
    expect((await send()).nothing).toBe(1)
    expect([post.taken, await waiting()]).toEqual([[], []])
  })
  it('is not lost while a fifth of all calls to the table fail', async () => {
    const gifts = await Promise.all(Array.from({ length: 12 }, () => give()))
    const faults = withFaults(client, 0.2, 7)
    const insist = async (work: () => Promise<unknown>) => {
      for (;;)
        try {
          return await work()
        } catch {}
    }
    await Promise.all(
      gifts.map((gift) =>
        insist(
          (
            (said) => () =>
              record(gift.id, said, draw, now)
          )(told(gift)),
        ),
      ),
    )
    for (let at = 0; at < 3; at++) await send(minute(at)).catch(() => undefined)
    faults.mend()
    for (let at = 3; at < 12; at++) await send(minute(at))
    const keys = post.to(address).map(({ text }) => /receipts\/([\w-]{22})/.exec(text)![1])
    expect([...new Set(keys)].sort()).toEqual(gifts.map(({ receiptKey }) => receiptKey).sort())
    expect(await lettersDue(minute(60), 100)).toEqual([])
    expect(Object.keys(faults.hit).length).toBe(4)
  })
})

describe('a bounce', () => {
  it('marks every receipt that went to that address, once or twice told; no stranger’s and nothing erased', async () => {
    const [gift, erased] = [await paid(), await paid()]
    await send()
    await eraseEmail(erased.id)
    expect(await hear(event(address.toUpperCase(), 'bounce'))).toEqual({ marked: 1 })
    expect(await hear(event(address, 'bounce'))).toEqual({ marked: 1 })
    expect(await hear(event('stranger@b.vn', 'bounce'))).toEqual({ marked: 0 })
    expect((await emailOf(gift.id))?.refused).toBe('bounce')
    expect(await emailOf(erased.id)).toBeUndefined()
    expect(await hear({ 'detail-type': 'Email Bounced', detail: {} })).toEqual({})
  })
  it('that is an automatic answer marks nothing; a complaint says that it was one', async () => {
    const gift = await paid()
    await send()
    expect(await hear(event(address, 'away'))).toEqual({ marked: 0 })
    expect((await emailOf(gift.id))?.refused).toBeUndefined()
    await hear(event(address, 'complaint'))
    expect((await emailOf(gift.id))?.refused).toBe('complaint')
  })
  it('that comes before the sending was written down is not forgotten', async () => {
    const gift = await paid()
    await sendWaiting(now, async (mail) => {
      await hear(event(mail.to, 'bounce'))
      return 'sent'
    })
    expect(await emailOf(gift.id)).toMatchObject({ refused: 'bounce', sentAt: now })
  })
})
