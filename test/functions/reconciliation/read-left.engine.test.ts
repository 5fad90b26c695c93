import { beforeEach, describe, expect, it, vi } from 'vitest'
import { donationById } from '../../../functions/donations/store.ts'
import { closeDays } from '../../../functions/reconciliation/close-store.ts'
import { handler as readLeft } from '../../../functions/reconciliation/read-left.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { invoke } from '../acts.ts'
import { draw, pledged } from '../gifts.ts'
import { after, day, folded, noon, paid } from './files.ts'
import { bankFile, type Left, leaving, vnpayFile } from './leaving.ts'
import { onTable } from './stage.ts'

onTable({ clock: after })

const counted: string[] = []
const unreadable = () => counted.filter((text) => text.includes('UnreadableStatement')).length
beforeEach(() => {
  counted.length = 0
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => counted.push(String(text)) > 0)
})
const run = () => invoke(readLeft, {})
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
      'bank/007/24.csv': { text: bankFile(day, [['FT1', 9_000, 0, 'ung ho']]), at: after },
    }
    leaving(left)
    expect(await run()).toEqual({ told: 2, changed: 1 })
    expect((await donationById(lost.id))!.payments).toMatchObject([{ key: 'vnpay#900001', amountVnd: 70_000 }])
    expect((await openIncome()).map(({ transactionId }) => transactionId)).toEqual(['007.FT1.9000'])
    expect(await files()).toEqual([
      ['bank', 9_000, []],
      ['vnpay', 120_000, []],
    ])
    const before = await versionsOf(day)
    expect(await run()).toEqual({ told: 2, changed: 0 })
    expect(await versionsOf(day)).toEqual(before)
  })
  it('tells nothing of the rest of a day that was not over', async () => {
    await paid({ amountVnd: 50_000 })
    await folded(noon)
    await closeDays(draw, after)
    leaving({
      'vnpay/a.csv': { text: vnpayFile(day, [['900002', 'LC-NOBODY', 8_000, 0]]), at: '2026-11-24T09:00:00.000Z' },
    })
    await run()
    expect(await files()).toEqual([['vnpay', null, []]])
    expect((await openIncome()).map(({ amountVnd }) => amountVnd)).toEqual([8_000])
    leaving({ 'vnpay/b.csv': { text: `${vnpayFile(day, [['900002', 'LC-NOBODY', 8_000, 0]])}\n`, at: after } })
    await run()
    expect(await files()).toEqual([['vnpay', 8_000, ['unknown-row', 'missing-there']]])
  })
  it('that cannot be read, or is of nobody, holds up no other and rings each time', async () => {
    const { read } = leaving({
      'vnpay/bad.csv': { text: 'a,b\n1,2', at: after },
      'momo-files/x.csv': { text: vnpayFile(day, []), at: after },
      'bank/no-account.csv': { text: bankFile(day, [['FT1', 9_000, 0, 'ung ho']]), at: after },
      'vnpay/empty.csv': { text: vnpayFile(day, []), at: after },
      'vnpay/': { text: '', at: after },
      'vnpay/good.csv': { text: vnpayFile(day, [['900003', 'LC-NOBODY', 8_000, 88]]), at: after },
    })
    for (const rings of [3, 6]) {
      expect(await run()).toMatchObject({ told: 1 })
      expect(unreadable()).toBe(rings)
    }
    expect(read).not.toContain('vnpay/')
    expect(await files()).toEqual([['vnpay', 8_000, ['unknown-row']]])
  })
})
