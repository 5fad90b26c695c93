import { describe, expect, it, vi } from 'vitest'
import type { Donation } from '../../../functions/donations/donation.ts'
import { record } from '../../../functions/donations/payment-store.ts'
import { donationById, keepAttempt } from '../../../functions/donations/store.ts'
import * as table from '../../../functions/store/table.ts'
import { draw, told } from '../gifts.ts'
import { gift, kept, openMomo, received, reviews, tell } from './momo-heard.ts'
import { fieldsOf, signed } from './momo-notified.ts'

openMomo()

const declined = { state: 'declined', paid: [], flags: [] }
/** What MoMo may say of one payment of a gift. */
const words = (of: Donation, over: Record<string, string> = {}) => {
  const fields = fieldsOf(of, over)
  const say = (resultCode: string) => () => tell(signed({ ...fields, resultCode }))
  return { authorized: say('9000'), captured: say('0'), released: say('1003') }
}

describe('1003 of MoMo', () => {
  it('alone is a failure: nothing stands for review, and the donor may pay again', async () => {
    const of = await gift()
    const { released } = words(of)
    expect([await released(), await released()]).toEqual([204, 204])
    expect(await kept(of)).toEqual(declined)
    expect(await reviews(of)).toEqual([])
  })
  it.each(['authorized', 'captured'] as const)(
    'after the money was %s leaves it in the book, for a person to look at once',
    async (came) => {
      const of = await gift()
      const say = words(of)
      for (const word of [say[came], say.released, say.released, say[came]]) expect(await word()).toBe(204)
      expect(await kept(of)).toEqual(received)
      expect(await reviews(of)).toEqual(['may-have-moved'])
    },
  )
  it.each(['authorized', 'captured'] as const)(
    'before a late word that the money was %s lets it count, and a person looks',
    async (came) => {
      const of = await gift()
      const say = words(of)
      for (const word of [say.released, say[came], say.released, say[came]]) expect(await word()).toBe(204)
      expect(await kept(of)).toEqual(received)
      expect(await reviews(of)).toEqual(['may-have-moved'])
    },
  )
  it('at the same moment as the money, ends as if one had come first', async () => {
    for (let round = 0; round < 20; round++) {
      const of = await gift()
      const { authorized, released } = words(of)
      expect(new Set(await Promise.all([released(), authorized(), released(), authorized()]))).toEqual(new Set([204]))
      expect(await kept(of)).toEqual(received)
      expect(await reviews(of)).toEqual(['may-have-moved'])
    }
  })
  it('that is kept between reading the gift and keeping its money is seen', async () => {
    const of = await gift()
    const { authorized, released } = words(of)
    const real = table.transact
    const spied = vi.spyOn(table, 'transact').mockImplementationOnce(async (writes) => {
      spied.mockRestore()
      await released()
      return real(writes)
    })
    await authorized()
    expect(await kept(of)).toEqual(received)
    expect(await reviews(of)).toEqual(['may-have-moved'])
  })
  it('of another sum than was asked is looked at too, where that sum is in the book', async () => {
    const of = await gift()
    const say = words(of, { amount: '70000' })
    for (const word of [say.authorized, say.released]) expect(await word()).toBe(204)
    expect((await reviews(of)).sort()).toEqual(['may-have-moved', 'other-amount'])
  })
  it('of a payment that MoMo says, asked, is there after all stands for nothing', async () => {
    const of = await gift()
    await words(of).released()
    await record(of.id, told(of, { responseCode: '0', asked: true }), draw, new Date().toISOString())
    expect(await kept(of)).toEqual(received)
    expect(await reviews(of)).toEqual([])
  })
  it('says nothing of the next try to pay', async () => {
    const of = await gift()
    await words(of).released()
    const next = { ...of.attempts[0]!, reference: `${of.attempts[0]!.reference}B` }
    const again = await keepAttempt((await donationById(of.id))!, next)
    await words({ ...again, attempts: [next] }).captured()
    expect(await kept(of)).toEqual(received)
    expect(await reviews(of)).toEqual([])
  })
})
