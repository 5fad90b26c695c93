import { describe, expect, it } from 'vitest'
import { donationById } from '../../../functions/donations/store.ts'
import { handler as bookVerb } from '../../../functions/reconciliation/decide-held.ts'
import { readFile } from '../../../functions/reconciliation/file.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { reviews } from '../../../functions/review/store.ts'
import { later } from '../../../functions/time.ts'
import { recordTransfer } from '../../../functions/transfers/record-store.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { draw, pledged } from '../gifts.ts'
import { after, day, differencesOf, folded, noon, partsOf, takeAll } from './files.ts'
import { onTable } from './stage.ts'

onTable({ clock: after })

/** SePay tells, by its own id, of 50,000 đồng under one reference of the bank. */
const tell = (id: number, text = 'ung ho', seconds = id) =>
  recordTransfer(
    {
      ...{ account: '007', transactionId: '007.5078.50000', direction: 'in', amountVnd: 50_000, text },
      ...{ at: later(noon, seconds), toldAs: `SEPAY${id}` },
    },
    draw,
    noon,
  )
const openOnes = async () => (await reviews(after)).filter(({ resolved }) => !resolved)
const bookAll = async () => {
  for (const { id } of await openOnes())
    await (bookVerb as (event: unknown, context: object) => Promise<unknown>)({ id, by: 'Lan', because: 'đã xem' }, {})
}
const incomes = async () => (await openIncome()).map(({ transactionId }) => transactionId).sort()
const file = (...times: string[]) =>
  readFile(
    ['Ngày giao dịch,Số tham chiếu,Số tiền ghi có,Số tiền ghi nợ,Nội dung']
      .concat(times.map((time) => `24/11/2026 ${time},5078,50000,,ung ho`))
      .join('\n'),
    'bank',
    '007',
  ).rows

describe('two movements to which the bank gave one reference and sum', () => {
  it('are told apart by their teller: the second is nobody’s loss, and waits for a person', async () => {
    const gift = await pledged({ amountVnd: 50_000 }, noon, crypto.randomUUID(), 'bank')
    expect([
      await tell(1),
      await tell(1),
      await tell(2, gift.attempts[0]!.reference),
      await tell(2),
      await tell(3),
    ]).toEqual(['income', 'known', 'held', 'known', 'held'])
    expect(await openOnes()).toMatchObject(
      ['007.5078.50000.2', '007.5078.50000.3'].map((transactionId) => ({
        ...{ reason: 'maybe-same', transactionId, like: '007.5078.50000', amountVnd: 50_000 },
      })),
    )
    await bookAll()
    expect(await incomes()).toEqual(['007.5078.50000', '007.5078.50000.3'])
    expect((await donationById(gift.id))!.payments).toMatchObject([{ amountVnd: 50_000 }])
    expect([await tell(1), await tell(2), await tell(3)]).toEqual(['known', 'known', 'known'])
  })
  it('are both in the bank’s file, which is taken; the second is recorded once a person says so', async () => {
    await tell(1)
    await folded()
    for (let time = 0; time < 2; time++)
      expect((await takeAll(partsOf(file('12:00:01', '12:01:32')))).tally.found).toMatchObject({
        ...{ matched: { count: 1 }, 'maybe-same': { count: 1, vnd: 50_000 } },
      })
    expect(await openOnes()).toMatchObject([{ transactionId: '007.5078.50000.2', like: '007.5078.50000' }])
    await folded()
    expect(await differencesOf()).toMatchObject([{ reason: 'maybe-same', theirsVnd: 50_000 }])
    await bookAll()
    await folded()
    expect(await incomes()).toEqual(['007.5078.50000', '007.5078.50000.2'])
    expect((await versionsOf(day)).at(-1)).toMatchObject({ in: { count: 2, vnd: 100_000 }, differences: 0 })
  })
  it('that SePay told of and a person had recorded are matched by the file, however its rows stand', async () => {
    await tell(1)
    await tell(2)
    await bookAll()
    await folded()
    expect((await takeAll(partsOf(file('12:01:32', '12:00:01')))).tally.found).toMatchObject({ matched: { count: 2 } })
    expect((await versionsOf(day)).at(-1)).toMatchObject({ in: { count: 2, vnd: 100_000 }, differences: 0 })
  })
})
