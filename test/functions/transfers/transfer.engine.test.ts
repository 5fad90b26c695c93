import { afterAll, beforeAll, expect, it } from 'vitest'
import { readOutbox } from '../../../functions/ledger/store.ts'
import { incomeBy, keepIncome, keepOutgoing, openIncome } from '../../../functions/transfers/store.ts'
import { isOtherDay, type Transfer, transactionIdOf } from '../../../functions/transfers/transfer.ts'
import { openTable, type Table } from '../../table.ts'
import { draw } from '../gifts.ts'

const now = '2026-11-23T07:05:09.000Z'
let table: Table
beforeAll(async () => {
  table = await openTable()
})
afterAll(() => table.close())

const came = (reference: string): Transfer => ({
  account: '001',
  transactionId: transactionIdOf({ account: '001', reference, amountVnd: 50_000 }),
  direction: 'in',
  amountVnd: 50_000,
  at: now,
  text: 'ung ho',
})
/** Draws these figures first, then others. */
const drawing = (...digits: string[]) => ({ ...draw, ids: () => ({ ...draw.ids(), ...next(digits) }) })
const next = (digits: string[]) => (digits.length > 0 ? { digits: digits.shift()! } : {})

it('a receipt number that is taken is drawn again, and both incomes are kept', async () => {
  expect(await keepIncome(came('a'), drawing('11111111'), now)).toBe(true)
  expect(await keepIncome(came('b'), drawing('11111111', '11111111', '22222222'), now)).toBe(true)
  const numbers = (await openIncome()).map(({ number }) => number.slice(0, 18))
  expect(numbers).toEqual(['20261123-1111-1111', '20261123-2222-2222'])
  expect(await keepIncome(came('a'), draw, now)).toBe(false)
  expect(await readOutbox()).toHaveLength(2)
})
it('chance that never changes ends in a fault, not in a loop', async () => {
  const stuck = { ...draw, ids: () => ({ ...draw.ids(), digits: '11111111' }) }
  await expect(keepIncome(came('c'), stuck, now)).rejects.toThrow(/condition/)
  await expect(incomeBy(came('c').transactionId)).rejects.toThrow('income-unknown')
})
it('what left the account is one item, however often it is told', async () => {
  const out = { ...came('d'), direction: 'out' as const }
  expect([await keepOutgoing(out), await keepOutgoing(out)]).toEqual([true, false])
})
it('an id is the same however account and reference are written', () => {
  const of = (account: string, reference: string) => transactionIdOf({ account, reference, amountVnd: 5_000 })
  expect(of('0011 0123-45', 'ft26.327\\bnk')).toBe('0011012345.FT26327BNK.5000')
  expect(of('0011012345', 'FT26327BNK')).toBe(of('0011 0123-45', 'ft26.327\\bnk'))
  expect(of('0011012345', 'FT1')).not.toBe(of('0011012345', 'FT2'))
})
it('two tellers differ by minutes, two movements by days', () => {
  expect(isOtherDay(now, '2026-11-24T07:05:09.000Z')).toBe(false)
  expect(isOtherDay('2026-11-25T07:05:09.000Z', now)).toBe(true)
})
