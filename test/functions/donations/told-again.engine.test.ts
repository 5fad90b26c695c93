import { expect, it } from 'vitest'
import { draw } from '../../../functions/door/random.ts'
import { reviews as standing } from '../../../functions/review/store.ts'
import { later } from '../../../functions/time.ts'
import { heldBy } from '../../../functions/transfers/held-store.ts'
import { recordTransfer } from '../../../functions/transfers/record-store.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { sayBare } from '../../../functions/transfers/told-store.ts'
import type { Transfer } from '../../../functions/transfers/transfer.ts'
import { crashAt } from '../ledger/crash.ts'
import { kept, promised, say } from './bank-stage.ts'
import { moved } from './transferred.ts'

const account = '0011012345678'
const at = '2026-11-23T05:00:00.000Z'
const now = '2026-11-23T05:01:00.000Z'
const word = (reference: string, toldAs: string | undefined, text: string, when = at) => ({
  ...({ account, direction: 'in', amountVnd: 50_000, text, at: when } as const),
  ...{ transactionId: `${account}.${reference}.50000`, ...(toldAs ? { toldAs } : {}) },
})
const record = (of: Transfer, heardAt = now, isDecided = false) => recordTransfer(of, draw, heardAt, { isDecided })
const held = (reference: string) => heldBy(`${account}.${reference}.50000`)

it('what a person called money of its own is known when its teller tells it again, under either id', async () => {
  const gift = await promised()
  const text = gift.attempts[0]!.reference
  // Told without the reference, by a run that died; then listed with it.
  await sayBare(word('SEPAY1', 'SEPAY1', text), text, now)
  expect(await record(word('FT1', undefined, text))).toBe('held')
  expect(await record((await held('FT1'))!, now, true)).toBe('gift')
  expect(await record(word('SEPAY1', 'SEPAY1', text))).toBe('held')
  expect((await kept(gift)).paid).toEqual([50_000])
})
it('another movement under the reference of a held one is its own: on the same day held too, on another recorded', async () => {
  await record(word('PAYOS1', undefined, 'ung ho'))
  expect(await record(word('FT1', 'SEPAY1', 'ung ho'))).toBe('held')
  expect(await record(word('FT1', 'SEPAY2', 'ung ho'))).toBe('held')
  expect((await standing(now)).filter(({ reason }) => reason === 'maybe-same')).toHaveLength(2)
  const next = later(at, 4 * 86_400)
  expect(await record(word('FT1', 'SEPAY3', 'ung ho', next), next)).toBe('income')
})
it('a word that comes half a year late is still held', async () => {
  await record(word('PAYOS1', undefined, 'ung ho'))
  expect(await record(word('FT1', 'SEPAY1', 'ung ho'), later(now, 180 * 86_400))).toBe('held')
  expect(await openIncome()).toHaveLength(1)
})
it('sixty words without the bank’s reference at once are each taken', async () => {
  const gifts = await Promise.all(Array.from({ length: 60 }, () => promised()))
  const said = await Promise.all(gifts.map((gift) => say('SePay', moved(gift, { reference: '' }))))
  expect(new Set(said.map(({ status }) => status))).toEqual(new Set([200]))
  expect((await Promise.all(gifts.map(kept))).every(({ paid }) => paid.length === 1)).toBe(true)
})
it('a run that dies at any call is finished when it is told again', async () => {
  for (let at = 1; at < 24; at++) {
    const gift = await promised(50_000)
    const of = word(`SEPAY9${at}`, `SEPAY9${at}`, gift.attempts[0]!.reference)
    const crash = crashAt(at, at % 2 === 0 ? 'before' : 'after')
    await record(of).catch(() => undefined)
    crash.mend()
    await record(of)
    expect([at, (await kept(gift)).paid]).toEqual([at, [50_000]])
  }
})
