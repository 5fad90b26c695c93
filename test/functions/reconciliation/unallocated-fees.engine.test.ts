import { describe, expect, it, vi } from 'vitest'
import { readTotals } from '../../../functions/ledger/store.ts'
import { key } from '../../../functions/store/keys.ts'
import { client, transact, write } from '../../../functions/store/table.ts'
import { handler as allocateVerb } from '../../../functions/transfers/allocate.ts'
import { cityTotals, entriesOf, folded, partsOf, rowOf, takeAll } from './files.ts'
import { onTable } from './stage.ts'

onTable()

/** A payment of no order of ours. */
const unknown = (feeVnd?: number) => rowOf('900002', 9_000, { reference: 'NOT-OURS', ...(feeVnd ? { feeVnd } : {}) })
const tell = (feeVnd?: number) => takeAll(partsOf([unknown(feeVnd)]))
const allocate = (input: object = {}) =>
  (allocateVerb as (event: unknown, context: object) => Promise<{ isNew: boolean; income: { leftVnd: number }[] }>)(
    { transfer: 'vnpay.900002', program: 'sach', by: 'Lan', because: 'VNPAY nói', ...input },
    {},
  )
async function lefts() {
  await folded()
  await cityTotals()
  const totals = await readTotals(['unallocated', 'sach'])
  return [totals.get('unallocated')!.leftVnd, totals.get('sach')!.leftVnd]
}

describe('the fee of money whose program is not known', () => {
  it('is taken from that money: what is left goes to the program, and nothing stays behind', async () => {
    await tell(99)
    expect(await lefts()).toEqual([8_901, 0])
    expect(await allocate({ plan: true })).toMatchObject({
      income: [{ amountVnd: 9_000, feesVnd: 99, leftVnd: 8_901 }],
    })
    await allocate()
    expect(await lefts()).toEqual([0, 8_901])
  })
  it('told after the money was given is the program’s, whose fees its sponsor pays', async () => {
    await tell()
    await allocate()
    await tell(99)
    expect(await lefts()).toEqual([0, 9_000])
    const fee = (await entriesOf()).find(({ kind }) => kind === 'fee')
    expect(fee).toMatchObject({ program: 'sach', facts: { feeVnd: 99, paidBy: 'sponsor' } })
  })
  it('that another file tells otherwise is put right where the money lies then', async () => {
    await tell(99)
    await tell(110)
    expect(await lefts()).toEqual([8_890, 0])
    await allocate()
    await tell(100)
    expect(await lefts()).toEqual([0, 8_900])
  })
  it('is told of money kept before fees were, too', async () => {
    await tell()
    const at = key.unallocated('open', 'vnpay.900002')
    await transact([write.update(at, { UpdateExpression: 'REMOVE feesVnd, refunds' })])
    await tell(99)
    await transact([write.update(at, { UpdateExpression: 'REMOVE refunds' })])
    await allocate()
    expect(await lefts()).toEqual([0, 8_901])
  })
  it('is not what a provider paid over: that comes to the bank', async () => {
    await tell(99)
    for (const plan of [true, false])
      expect(await allocate({ program: undefined, settlement: 'vnpay', plan })).toMatchObject({
        refused: { en: { code: 'settlement-not-bank' } },
      })
  })
  it.each([
    ['told while it is being given', 'allocation#', () => tell(99), allocate],
    ['told while it is recorded that it was given', 'fee#', allocate, () => tell(99)],
  ] as const)('%s leaves nothing behind', async (_, writes, meanwhile, act) => {
    await tell()
    const send = client.send.bind(client) as (command: { input: object }) => Promise<unknown>
    let met = false
    vi.spyOn(client, 'send').mockImplementation(async (command: { input: object }) => {
      if (!met && 'TransactItems' in command.input && JSON.stringify(command.input).includes(`"ledger#${writes}`)) {
        met = true
        await meanwhile()
      }
      return send(command)
    })
    await act()
    vi.mocked(client.send).mockRestore()
    expect(met).toBe(true)
    const [unallocated, program] = await lefts()
    expect([unallocated, writes === 'fee#' ? 9_000 : 8_901]).toEqual([0, program])
  })
})
