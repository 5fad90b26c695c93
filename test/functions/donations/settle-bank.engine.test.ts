import { describe, expect, it, vi } from 'vitest'
import { donationById } from '../../../functions/donations/store.ts'
import { handler as book } from '../../../functions/ledger/book.ts'
import { fold } from '../../../functions/ledger/fold.ts'
import { handler as totals } from '../../../functions/ledger/totals.ts'
import { query } from '../../../functions/store/table.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { call } from '../../call.ts'
import { standIn, zones } from '../../zones.ts'
import { pledged } from '../gifts.ts'
import {
  counted,
  emptied,
  heard,
  kept,
  leavesNothing,
  nothingKept,
  promised,
  refused,
  reviews,
  say,
  send,
  untouched,
} from './bank-stage.ts'
import { moved, services } from './transferred.ts'

describe.each(['SePay', 'payOS'] as const)('what %s is answered, and what it leaves in the table', (by) => {
  it('a transfer with a memo is the gift; its repeats change nothing', async () => {
    const gift = await promised()
    const word = services[by].say(moved(gift))
    for (let time = 0; time < 3; time++) expect(await send(by, word)).toMatchObject(heard)
    expect(await kept(gift)).toEqual({ state: 'received', paid: [50_000], flags: [] })
    const { payments } = (await donationById(gift.id))!
    expect(payments[0]!.key).toMatch(/^bank#0011012345678\.FT26327[0-9A-F]{10}\.50000$/)
  })
  it('fifty at once are one payment, and each is answered finally', async () => {
    const gift = await promised()
    const word = services[by].say(moved(gift))
    const said = await Promise.all(Array.from({ length: 50 }, () => send(by, word)))
    expect(new Set(said.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['200 {"success":true}']))
    expect((await kept(gift)).paid).toEqual([50_000])
  })
  it('another amount is a gift of that size, and nobody has to look', async () => {
    const gift = await promised()
    expect(await say(by, moved(gift, { amountVnd: 70_001 }))).toMatchObject(heard)
    expect(await kept(gift)).toEqual({ state: 'received', paid: [70_001], flags: ['other-amount'] })
    expect(await reviews(gift.createdAt.slice(0, 7))).toEqual([])
  })
  it('a second transfer with the same memo is recorded and stands for review', async () => {
    const gift = await promised()
    expect([await say(by, moved(gift)), await say(by, moved(gift))]).toMatchObject([heard, heard])
    expect(await kept(gift)).toEqual({ state: 'received', paid: [50_000, 50_000], flags: ['second'] })
    expect(await reviews(gift.createdAt.slice(0, 7))).toEqual(['second'])
  })
  it('money with no memo, or with one that nobody has, is kept and public as a sum', async () => {
    const other = moved(await promised()).text
    await emptied()
    expect(await say(by, moved(undefined))).toMatchObject(heard)
    expect(await say(by, moved(undefined, { text: other, amountVnd: 20_000 }))).toMatchObject(heard)
    expect((await openIncome()).map(({ amountVnd }) => amountVnd).sort()).toEqual([20_000, 50_000])
    await fold(new Date().toISOString())
    const sums = (await call(totals)).json
    expect(sums.unallocated).toMatchObject({ receivedVnd: 70_000, leftVnd: 70_000 })
    expect(sums.city).toMatchObject({ receivedVnd: 70_000 })
    const { lines } = (await call(book)).json
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(line).toMatchObject({ kind: 'gift', program: 'unallocated', name: null })
    expect(JSON.stringify(lines)).not.toMatch(/NGUYEN|FT26327|0011/)
  })
  it('money long after the promise has lapsed counts', async () => {
    const gift = await promised(50_000, new Date(Date.now() - 300 * 86_400_000).toISOString())
    expect(await say(by, moved(gift))).toMatchObject(heard)
    expect((await kept(gift)).paid).toEqual([50_000])
  })
  it('a bad signature is refused without a word, and leaves nothing but a count', async () => {
    const gift = await promised()
    const forged = services[by].forge(moved(gift))
    const { body, headers } = services[by].say(moved(gift))
    const changed = { headers, body: body.replace('50000', '90000') }
    const none = [{ body: '', headers }, ...['{}', '['].map((body) => ({ body, headers: {} }))]
    await leavesNothing(async () => {
      for (const word of [forged, changed, ...none]) expect(await send(by, word)).toMatchObject(refused)
    })
    expect(counted.filter((line) => line.includes('ForgedTransfer'))).toHaveLength(5)
    expect(await send(by, { body, headers })).toMatchObject(heard)
  })
  it('an account that no entity has: not our money, but somebody looks, once', async () => {
    const gift = await promised()
    const word = services[by].say(moved(gift, { account: '0123499999' }))
    expect([await send(by, word), await send(by, word)]).toMatchObject([heard, heard])
    expect(await kept(gift)).toEqual(untouched)
    expect(await openIncome()).toEqual([])
    expect(await reviews('2026-11')).toEqual(['foreign-account'])
    expect(counted.join('')).toContain('ForeignAccount')
  })
  it('an account that ended is still ours, however its number is written', async () => {
    const gift = await promised()
    expect(await say(by, moved(gift, { account: '009988' }))).toMatchObject(heard)
    expect((await kept(gift)).paid).toEqual([50_000])
  })
  it('the same reference and sum days later is another movement; told again it is known', async () => {
    const [first, second] = [await promised(), await promised()]
    const monday = moved(first, { reference: '5078', at: '2026-11-23 14:05:09' })
    const friday = moved(second, { reference: '5078', at: '2026-11-27 09:00:00' })
    for (const of of [monday, friday, friday, monday, { ...monday, at: '2026-11-23 14:07:00' }])
      expect(await say(by, of)).toMatchObject(heard)
    expect([(await kept(first)).paid, (await kept(second)).paid]).toEqual([[50_000], [50_000]])
  })
  it.each([
    ['2026-11-23 23:59:59', '2026-11-23T16:59:59.000Z'],
    ['2026-11-24 00:00:00', '2026-11-23T17:00:00.000Z'],
  ])('%s is %s, wherever the machine stands', async (at, instant) => {
    for (const zone of zones) {
      standIn(zone)
      await say(by, moved(undefined, { at }))
    }
    expect((await openIncome()).map((income) => income.at)).toEqual([instant, instant, instant])
  })
  it('a body that came as base64 is the same bytes', async () => {
    const gift = await promised()
    const { body, headers } = services[by].say(moved(gift, { text: `Cảm ơn ${gift.attempts[0]!.reference}` }))
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
    expect(await send(by, { body, headers: form })).toMatchObject(heard)
    expect((await kept(gift)).paid).toEqual([50_000])
  })
  it('a body beyond all measure is refused before anybody reads it', async () => {
    const { headers } = services[by].say(moved(undefined))
    expect((await send(by, { body: `{"a":"${'x'.repeat(20_000)}"}`, headers })).status).toBe(413)
    await nothingKept()
  })
  it('a fault of ours is 500, so that it is told again', async () => {
    const gift = await promised()
    const word = services[by].say(moved(gift))
    const name = process.env.TABLE_NAME
    process.env.TABLE_NAME = 'nowhere'
    vi.spyOn(console, 'error').mockReturnValue()
    expect(await send(by, word)).toMatchObject({ status: 500, text: '' })
    process.env.TABLE_NAME = name
    expect(counted.join('')).toContain('TransferFault')
    expect(await send(by, word)).toMatchObject(heard)
    expect((await kept(gift)).paid).toEqual([50_000])
  })
})

describe('a transfer', () => {
  it('told by both services, one after the other and at once, is one payment', async () => {
    const gift = await promised()
    const of = moved(gift)
    const each = (['SePay', 'payOS'] as const).map((by) => ({ by, word: services[by].say(of) }))
    const words = [...each, ...each]
    await Promise.all(words.map(({ by, word }) => send(by, word)))
    for (const { by, word } of words) await send(by, word)
    expect((await kept(gift)).paid).toEqual([50_000])
    await nothingKept()
  })
  it('whose memo only one of them still has is one payment too', async () => {
    const gift = await promised()
    const of = moved(gift)
    await Promise.all([say('SePay', of), say('payOS', { ...of, text: 'CHUYEN TIEN' })])
    const { paid } = await kept(gift)
    const unknown = (await openIncome()).map(({ amountVnd }) => amountVnd)
    expect([...paid, ...unknown]).toEqual([50_000])
  })
  it('without a memo, told fifty times at once by both, is one income', async () => {
    const of = moved(undefined)
    const words = (['SePay', 'payOS'] as const).map((by) => ({ by, word: services[by].say(of) }))
    const said = Array.from({ length: 50 }, (_, place) => words[place % 2]!).map(({ by, word }) => send(by, word))
    expect((await Promise.all(said)).every(({ status }) => status === 200)).toBe(true)
    expect(await openIncome()).toHaveLength(1)
    expect(await reviews('2026-11')).toEqual([])
  })
  it('that leaves the account is kept for the statement, once, and is no money that came', async () => {
    const gift = await promised()
    const out = moved(gift, { direction: 'out' })
    for (let time = 0; time < 2; time++) expect(await say('SePay', out)).toMatchObject(heard)
    expect(await kept(gift)).toEqual(untouched)
    expect(await openIncome()).toEqual([])
    const outgoing = await query('outgoing#2026-11-23')
    expect(outgoing.map(({ amountVnd, direction }) => [amountVnd, direction])).toEqual([[50_000, 'out']])
  })
  it('whose memo is of another provider’s attempt is money without a code', async () => {
    const gift = await pledged()
    await say('SePay', moved(gift))
    expect(await kept(gift)).toEqual(untouched)
    expect(await openIncome()).toHaveLength(1)
  })
})
