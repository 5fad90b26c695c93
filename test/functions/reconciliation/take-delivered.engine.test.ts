import { beforeEach, describe, expect, it, vi } from 'vitest'
import { donationById } from '../../../functions/donations/store.ts'
import { closeDays } from '../../../functions/reconciliation/close-store.ts'
import { deliveredListing } from '../../../functions/reconciliation/delivered.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { handler as takeDelivered } from '../../../functions/reconciliation/take-delivered.ts'
import { key } from '../../../functions/store/keys.ts'
import { put } from '../../../functions/store/table.ts'
import { recordTransfer } from '../../../functions/transfers/record-store.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { makeEntity } from '../../make.ts'
import { standIn, zones } from '../../zones.ts'
import { invoke } from '../acts.ts'
import { draw, pledged } from '../gifts.ts'
import { bankFile, delivering, type Left, vnpayFile } from './delivering.ts'
import { after, day, folded, noon, paid } from './files.ts'
import { onTable } from './stage.ts'

onTable({ clock: after })

const counted: string[] = []
const unreadable = () => counted.filter((text) => text.includes('UnreadableStatement')).length
beforeEach(() => {
  counted.length = 0
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => counted.push(String(text)) > 0)
})
const run = () => invoke(takeDelivered, {})
const account = { bank: 'Ngân hàng thử', number: '0070071234', holder: 'QUY THU', from: '2026-01-01' }
beforeEach(() => put({ ...key.entity('quy'), ...makeEntity({ accounts: [account] }) }))
const files = async (of = day) =>
  (await versionsOf(of))
    .at(-1)
    ?.providers.map(({ provider, files, differences }) => [
      ...[provider, files?.in.vnd ?? null, differences.map(({ reason }) => reason)],
    ])

describe('a file that was left', () => {
  it('is taken as by hand: what was lost is recorded, and the day is compared', async () => {
    const good = await paid({ amountVnd: 50_000 })
    const lost = await pledged({ amountVnd: 70_000 }, noon)
    await folded(noon)
    const left: Record<string, Left> = {
      'vnpay/24.csv': {
        text: vnpayFile(day, [
          [good.row.transactionId, good.donation.attempts[0]!.reference, 50_000, 550],
          ['900001', lost.attempts[0]!.reference, 70_000, 770],
        ]),
        at: after,
      },
      'bank/0070071234/24.csv': { text: bankFile(day, [['FT1', 9_000, 0, 'ung ho']]), at: after },
    }
    delivering(left)
    expect(await run()).toEqual({ taken: 2, changed: 2 })
    expect((await donationById(lost.id))!.payments).toMatchObject([{ key: 'vnpay#900001', amountVnd: 70_000 }])
    expect((await openIncome()).map(({ transactionId }) => transactionId)).toEqual(['0070071234.FT1.9000'])
    expect(await files()).toEqual([
      ['bank', 9_000, []],
      ['vnpay', 120_000, []],
    ])
    const before = await versionsOf(day)
    expect(await run()).toEqual({ taken: 0, changed: 0 })
    expect(await versionsOf(day)).toEqual(before)
  })
  it('tells nothing of the rest of a day that was not over', async () => {
    await paid({ amountVnd: 50_000 })
    await folded(noon)
    await closeDays(draw, after)
    delivering({
      'vnpay/a.csv': { text: vnpayFile(day, [['900002', 'LC-NOBODY', 8_000, 0]]), at: '2026-11-24T09:00:00.000Z' },
    })
    await run()
    expect(await files()).toEqual([['vnpay', null, []]])
    expect((await openIncome()).map(({ amountVnd }) => amountVnd)).toEqual([8_000])
    delivering({ 'vnpay/b.csv': { text: `${vnpayFile(day, [['900002', 'LC-NOBODY', 8_000, 0]])}\n`, at: after } })
    await run()
    expect(await files()).toEqual([['vnpay', 8_000, ['unknown-row', 'missing-there']]])
  })
  it('that cannot be read, or is of nobody, holds up no other and rings once', async () => {
    const { read } = delivering({
      'vnpay/bad.csv': { text: 'a,b\n1,2', at: after },
      'momo-files/x.csv': { text: vnpayFile(day, []), at: after },
      'bank/no-account.csv': { text: bankFile(day, [['FT1', 9_000, 0, 'ung ho']]), at: after },
      'vnpay/empty.csv': { text: vnpayFile(day, []), at: after },
      'vnpay/': { text: '', at: after },
      'vnpay/good.csv': { text: vnpayFile(day, [['900003', 'LC-NOBODY', 8_000, 88]]), at: after },
    })
    expect(await run()).toEqual({ taken: 5, changed: 1 })
    expect(unreadable()).toBe(3)
    expect(read).not.toContain('vnpay/')
    // What was looked at once is not fetched again.
    read.length = 0
    expect(await run()).toEqual({ taken: 0, changed: 0 })
    expect([read, unreadable()]).toEqual([[], 3])
    expect(await files()).toEqual([['vnpay', 8_000, ['unknown-row']]])
  })
  it('that is gone, or whose taking breaks, holds up no other, and is tried again', async () => {
    const files: Record<string, Left> = {
      'vnpay/a.csv': { text: vnpayFile(day, [['900004', 'LC-NOBODY', 8_000, 0]]), at: after },
      'vnpay/b.csv': { text: vnpayFile(day, [['900005', 'LC-NOBODY', 9_000, 0]]), at: after },
    }
    delivering(files, ['vnpay/a.csv'])
    await expect(run()).rejects.toThrow('gone')
    expect((await openIncome()).map(({ amountVnd }) => amountVnd)).toEqual([9_000])
    delivering(files)
    expect(await run()).toEqual({ taken: 1, changed: 1 })
  })
  it('is of the account that stands in it, whatever its folder; a folder that is no account is none', () => {
    const text = bankFile(day, [['FT1', 9_000, 0, 'ung ho']])
    const bytes = (above: string) => new TextEncoder().encode(above + text)
    const idIn = (name: string, above = '') => deliveredListing(name, after, bytes(above))!.rows[0]!.transactionId
    expect(idIn('bank/0070071234/x.csv', 'Số tài khoản: 00999888777\n')).toBe('00999888777.FT1.9000')
    expect(idIn('bank/0070071234/x.csv')).toBe('0070071234.FT1.9000')
    for (const name of ['bank/2026/x.csv', 'bank/0070071234/11/x.csv', 'bank/x.csv'])
      expect(() => idIn(name)).toThrow('file-account')
  })
  it.each(zones)('is of a day that was over by Viet Nam’s midnight, on a machine in %s', (zone) => {
    standIn(zone)
    const bytes = new TextEncoder().encode(vnpayFile('2026-11-23', [['1', 'LC', 8_000, 0]]))
    const wholeAt = (at: string) => deliveredListing('vnpay/x.csv', at, bytes)!.days.to
    expect([wholeAt('2026-11-23T16:59:59.000Z'), wholeAt('2026-11-23T17:00:00.000Z')]).toEqual([
      ...['2026-11-22', '2026-11-23'],
    ])
  })
  it('delivered during the day and named by another one after it counts once', async () => {
    const ours = [account, { ...account, number: '0080081234' }]
    await put({ ...key.entity('quy'), ...makeEntity({ accounts: ours }) })
    for (const { number } of ours) {
      const of = { account: number, transactionId: `${number}.FT1.9000`, direction: 'in', amountVnd: 9_000 } as const
      await recordTransfer({ ...of, at: noon, text: 'ung ho' }, draw, noon)
    }
    await folded(noon)
    const text = bankFile(day, [['FT1', 9_000, 0, 'ung ho']])
    delivering({
      'bank/0080081234/24.csv': { text, at: '2026-11-24T09:00:00.000Z' },
      'bank/0070071234/24.csv': { text, at: after },
    })
    await run()
    expect((await versionsOf(day)).at(-1)!.providers[0]).toMatchObject({ in: { count: 2, vnd: 18_000 } })
  })
  it('of one account says nothing of another: that waits for its own', async () => {
    const ours = [account, { ...account, number: '0080081234' }]
    await put({ ...key.entity('quy'), ...makeEntity({ accounts: ours }) })
    for (const { number } of ours) {
      const of = {
        account: number,
        transactionId: `${number}.FT1.9000`,
        direction: 'in',
        amountVnd: 9_000,
        at: noon,
      } as const
      await recordTransfer({ ...of, text: 'ung ho' }, draw, noon)
    }
    await folded(noon)
    const files: Record<string, Left> = {}
    for (const [place, { number }] of ours.entries()) {
      files[`bank/${number}/24.csv`] = { text: bankFile(day, [['FT1', 9_000, 0, 'ung ho']]), at: after }
      delivering(files)
      await run()
      const of = (await versionsOf(day)).at(-1)!.providers[0]!
      expect(of).toMatchObject({ in: { count: 2, vnd: 18_000 }, differences: [] })
      expect(of.untold).toEqual(place === 0 ? { count: 1, vnd: 9_000 } : undefined)
    }
  })
})
