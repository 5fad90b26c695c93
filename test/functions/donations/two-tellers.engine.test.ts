import { describe, expect, it } from 'vitest'
import { draw as drawn } from '../../../functions/door/random.ts'
import { reviews as standing } from '../../../functions/review/store.ts'
import { later } from '../../../functions/time.ts'
import { heldBy } from '../../../functions/transfers/held-store.ts'
import { recordTransfer } from '../../../functions/transfers/record-store.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { heard, kept, promised, reviews, say, send } from './bank-stage.ts'
import { type Moved, moved, type Service, services } from './transferred.ts'

const other = { SePay: 'payOS', payOS: 'SePay' } as const
/** The movement as a service tells it that was not given the bank's reference. */
const bare = (of: Moved): Moved => ({ ...of, reference: '' })
const monthOf = (at: string) => at.slice(0, 7)
const like = async () => (await standing(new Date().toISOString())).find(({ reason }) => reason === 'maybe-same')

describe.each(['SePay', 'payOS'] as const)(
  'one movement told by two services, of which %s has no reference',
  (by: Service) => {
    it('is one gift, whoever is first; the other word is held for a person, who is told what it may be', async () => {
      for (const first of [by, other[by]]) {
        const gift = await promised()
        const of = moved(gift)
        const words = { [by]: services[by].say(bare(of)), [other[by]]: services[other[by]].say(of) } as Record<
          Service,
          ReturnType<(typeof services)[Service]['say']>
        >
        for (let time = 0; time < 2; time++)
          for (const service of [first, other[first]]) expect(await send(service, words[service])).toMatchObject(heard)
        expect(await kept(gift)).toEqual({ state: 'received', paid: [50_000], flags: [] })
      }
      expect(await reviews('2026-11')).toEqual(['maybe-same', 'maybe-same'])
      expect(await openIncome()).toEqual([])
    })
    it('is one gift, though both tell at once and often', async () => {
      const gift = await promised()
      const of = moved(gift)
      const words = [
        { service: by, word: services[by].say(bare(of)) },
        { service: other[by], word: services[other[by]].say(of) },
      ]
      const said = Array.from({ length: 30 }, (_, n) => words[n % 2]!).map(({ service, word }) => send(service, word))
      expect((await Promise.all(said)).every(({ status }) => status === 200)).toBe(true)
      expect((await kept(gift)).paid).toEqual([50_000])
      expect(await reviews('2026-11')).toEqual(['maybe-same'])
    })
    it('is one income where no memo came with it, also told at once and often; a quarter of an hour later it is another', async () => {
      const of = moved(undefined, { text: 'ung ho' })
      const words = [
        { service: by, word: services[by].say(bare(of)) },
        { service: other[by], word: services[other[by]].say(of) },
      ]
      const said = Array.from({ length: 30 }, (_, n) => words[n % 2]!).map(({ service, word }) => send(service, word))
      expect((await Promise.all(said)).every(({ status }) => status === 200)).toBe(true)
      expect(await openIncome()).toHaveLength(1)
      const ids = [...new Set((await openIncome()).map(({ transactionId }) => transactionId.split('.')[0]))]
      expect((await like())!.like).toContain(ids[0])
      await say(other[by], moved(undefined, { text: 'ung ho', at: '2026-11-23 14:20:10' }))
      expect(await openIncome()).toHaveLength(2)
    })
    it('is one where only one of them still has the memo, whoever is first', async () => {
      for (const first of [by, other[by]]) {
        const gift = await promised(50_000 + 1_000 * Number(first === by))
        const of = moved(gift)
        const told = { [by]: bare({ ...of, text: 'CHUYEN TIEN' }), [other[by]]: of } as Record<Service, Moved>
        const before = (await openIncome()).length
        await say(first, told[first])
        await say(other[first], told[other[first]])
        const { paid } = await kept(gift)
        expect(paid.length + (await openIncome()).length - before).toBe(1)
      }
    })
    it('at the end of a quarter of an hour and told as of the next is one', async () => {
      const gift = await promised()
      const of = moved(gift, { at: '2026-11-23 14:14:59' })
      await Promise.all([say(by, bare(of)), say(other[by], { ...of, at: '2026-11-23 14:15:01' })])
      expect((await kept(gift)).paid).toEqual([50_000])
    })
    it('is money of its own once a person says so', async () => {
      const gift = await promised()
      const of = moved(gift)
      await say(by, bare(of))
      await say(other[by], of)
      const held = (await heldBy((await like())!.transactionId!))!
      const now = new Date().toISOString()
      // Told again, also long after: it is held, until a person decides.
      expect(await recordTransfer(held, drawn, later(now, 4 * 86_400))).toBe('held')
      expect(await recordTransfer(held, drawn, now, { isDecided: true })).toBe('gift')
      expect((await kept(gift)).paid).toEqual([50_000, 50_000])
    })
  },
)

describe('two movements', () => {
  it('are two, if one service tells of both, or the bank gave each its reference, or sums or memos differ', async () => {
    const gift = await promised()
    await say('SePay', bare(moved(gift)))
    await say('SePay', bare(moved(gift)))
    await say('payOS', moved(gift, { amountVnd: 60_000 }))
    expect((await kept(gift)).paid).toEqual([50_000, 50_000, 60_000])
    const next = await promised(70_000)
    await say('SePay', moved(next))
    await say('payOS', moved(next))
    expect((await kept(next)).paid).toEqual([70_000, 70_000])
    const [one, another] = [await promised(80_000), await promised(80_000)]
    await say('SePay', bare(moved(one)))
    await say('payOS', moved(another))
    expect([...(await kept(one)).paid, ...(await kept(another)).paid]).toEqual([80_000, 80_000])
    expect(await reviews(monthOf(next.createdAt))).not.toContain('maybe-same')
  })
  it('are told apart by the number that one teller gives them, and one is known by it under both ids', async () => {
    const gift = await promised()
    const now = new Date().toISOString()
    const of = { account: '0011012345678', direction: 'in', amountVnd: 50_000, at: now } as const
    const text = gift.attempts[0]!.reference
    const told = (reference: string, toldAs: string) =>
      recordTransfer({ ...of, text, toldAs, transactionId: `0011012345678.${reference}.50000` }, drawn, now)
    expect([await told('SEPAY1', 'SEPAY1'), await told('FT2', 'SEPAY2')]).toEqual(['gift', 'gift'])
    for (const again of [told('FT1', 'SEPAY1'), told('SEPAY2', 'SEPAY2'), told('SEPAY1', 'SEPAY1')])
      expect(await again).toBe('known')
    expect((await kept(gift)).paid).toEqual([50_000, 50_000])
  })
  it('of one sum are sixty at once, each its own gift, and nobody is turned away', async () => {
    const gifts = await Promise.all(Array.from({ length: 60 }, () => promised()))
    const said = await Promise.all(gifts.map((gift) => say('SePay', moved(gift))))
    expect(new Set(said.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await Promise.all(gifts.map(kept))).every(({ paid }) => paid.length === 1)).toBe(true)
  })
})
