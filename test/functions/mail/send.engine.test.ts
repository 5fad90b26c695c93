import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { record } from '../../../functions/donations/payment-store.ts'
import { lettersDue } from '../../../functions/mail/letter-store.ts'
import { emailOf, eraseEmail, lookupOf } from '../../../functions/mail/store.ts'
import { key } from '../../../functions/store/keys.ts'
import { client, get } from '../../../functions/store/table.ts'
import { later } from '../../../functions/time.ts'
import { withFaults } from '../../faults.ts'
import { draw, pledged, told } from '../gifts.ts'
import { event, hear, now, openPost, type Post } from './post.ts'

const minute = (count: number) => later(now, count * 60)

let post: Post
beforeAll(async () => {
  post = await openPost()
})
beforeEach(() => post.clear())
afterAll(() => post.close())

describe('money that came', () => {
  it('leaves one letter a payment, however often and however many at once tell of it', async () => {
    const gift = await post.give()
    const [first, second] = [told(gift), told(gift, { amountVnd: 70_000 })]
    const tellings = Array.from({ length: 50 }, (_, place) => record(gift.id, place % 2 ? first : second, draw, now))
    await Promise.all(tellings)
    expect((await post.waiting()).map(({ id }) => id).sort()).toEqual(
      [first, second].map(({ transactionId }) => `vnpay#${transactionId}`).sort(),
    )
  })
  it('leaves none where no address was given, where it was erased, or where letters are refused', async () => {
    const silent = await pledged({}, now)
    await record(silent.id, told(silent), draw, now)
    const erased = await post.give()
    await eraseEmail(erased.id)
    await record(erased.id, told(erased), draw, now)
    expect(await post.waiting()).toEqual([])
    const refused = await post.paid()
    await post.send()
    await hear(event(post.address, 'bounce'))
    await record(refused.id, told(refused), draw, now)
    expect(await post.waiting()).toEqual([])
  })
  it('keeps the address: 30 days unpaid, 90 after payment, 90 after the letter went', async () => {
    const gift = await post.give()
    const days = async () => ((await get(key.email(gift.id)))!.expiresAtSeconds as number) - Date.parse(now) / 1_000
    expect(await days()).toBe(30 * 86_400)
    await record(gift.id, told(gift), draw, now)
    expect(await days()).toBe(90 * 86_400)
    await post.send(minute(60))
    expect(await days()).toBe(90 * 86_400 + 3_600)
    expect(await emailOf(gift.id)).toMatchObject({
      address: post.address,
      purpose: 1,
      consentAt: now,
      sentAt: minute(60),
    })
  })
})

describe('a letter', () => {
  it('goes once, whoever runs, and says what came', async () => {
    const gift = await post.paid()
    await Promise.all(Array.from({ length: 5 }, () => post.send()))
    await post.send(minute(10))
    const [letter, ...others] = post.to(post.address)
    expect(others).toEqual([])
    expect(letter?.text).toContain(`https://city.test/receipts/${gift.receiptKey}?lang=vi`)
    expect(await post.waiting()).toEqual([])
  })
  it('goes again after five minutes, not before, if its sender died between sending and writing that down', async () => {
    await post.paid()
    post.says.push('crash after')
    await expect(post.send()).rejects.toThrow('crash')
    await post.send(minute(4))
    expect(post.to(post.address)).toHaveLength(1)
    await post.send(minute(5))
    expect(post.to(post.address)).toHaveLength(2)
    expect(await post.waiting()).toEqual([])
  })
  it('waits while SES is down, each time longer, and goes when it is up', async () => {
    const gift = await post.paid()
    const dues: string[] = []
    for (let at = 0; at <= 7; at++) {
      post.says.push('later')
      await post.send(minute(at))
      dues.push((await post.waiting())[0]!.dueAt)
      post.says.length = 0
      if (at === 7) break
    }
    expect([...new Set(dues)].map((due) => (Date.parse(due) - Date.parse(now)) / 60_000)).toEqual([1, 3, 7, 15])
    await post.send(minute(14))
    expect(post.to(post.address)).toEqual([])
    await post.send(minute(15))
    expect(post.to(post.address)).toHaveLength(1)
    expect((await emailOf(gift.id))?.sentAt).toBe(minute(15))
  })
  it('that meets a post office which takes nothing lets the others wait for the next minute', async () => {
    for (let count = 0; count < 12; count++) await post.paid()
    post.says.push(...Array.from({ length: 12 }, () => 'later' as const))
    const done = await post.send()
    expect(done.later).toBeGreaterThanOrEqual(3)
    expect(done.later).toBeLessThan(8)
    post.says.length = 0
    await post.send(minute(1))
    expect(post.to(post.address)).toHaveLength(12)
  })
  it('with a fault of its own waits, and stops no other', async () => {
    const broken = await pledged({ email: 'broken@b.vn', program: 'gone' }, now)
    await record(broken.id, told(broken), draw, now)
    await post.paid()
    expect(await post.send()).toMatchObject({ sent: 1, faulty: 1 })
    expect(post.to(post.address)).toHaveLength(1)
    expect((await post.waiting()).map(({ tries, dueAt }) => [tries, dueAt])).toEqual([[1, minute(1)]])
  })
  it('to an address that SES never takes stops, and says so to the donor only', async () => {
    const gift = await post.paid()
    post.says.push('refused')
    await post.send()
    expect(await post.waiting()).toEqual([])
    expect((await emailOf(gift.id))?.refused).toBe('bounce')
  })
  it('is dropped when its address was erased while it waited', async () => {
    const gift = await post.paid()
    await eraseEmail(gift.id)
    expect((await post.send()).nothing).toBe(1)
    expect([post.taken, await post.waiting()]).toEqual([[], []])
  })
  it('is dropped when its address is erased while it is written, and nothing of the address comes back', async () => {
    const gift = await post.paid()
    let erased = false
    client.middlewareStack.add(
      (next) => async (args) => {
        if (!erased && JSON.stringify(args.input).includes('"address#')) {
          erased = true
          await eraseEmail(gift.id)
        }
        return next(args)
      },
      { step: 'initialize', name: 'erase' },
    )
    const done = await post.send().finally(() => client.middlewareStack.remove('erase'))
    expect([erased, done.nothing, post.taken, await post.waiting()]).toEqual([true, 1, [], []])
    expect(await get(key.address(lookupOf(post.address), gift.id))).toBeUndefined()
  })
  it('is not lost while a fifth of all calls to the table fail', async () => {
    const gifts = await Promise.all(Array.from({ length: 12 }, () => post.give()))
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
    for (let at = 0; at < 3; at++) await post.send(minute(at)).catch(() => undefined)
    faults.mend()
    for (let at = 3; at < 12; at++) await post.send(minute(at))
    const keys = post.to(post.address).map(({ text }) => /receipts\/([\w-]{22})/.exec(text)![1])
    expect([...new Set(keys)].sort()).toEqual(gifts.map(({ receiptKey }) => receiptKey).sort())
    expect(await lettersDue(minute(60), 100)).toEqual([])
    expect(Object.keys(faults.hit).length).toBe(4)
  })
})
