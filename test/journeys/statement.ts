import { describe, expect, it } from 'vitest'
import { dayOf } from '../../functions/time.ts'
import { localTime } from '../../infra/local/gateways/bank-wire.ts'
import { providerNames } from '../../site/src/words/provider-names.ts'
import { overflow, shoot } from './browser.ts'
import { city, piggyBank, read, sums, visit } from './stage.ts'
import { atReceipt, givePage, press, shown } from './steps.ts'

/** Leaves a file where statements are left, as a provider's delivery does. */
async function leave(name: string, text: string): Promise<void> {
  const { parts, s3Origin } = city()
  const bucket = parts.functions.find(({ verb }) => verb === 'reconciliation/take-delivered')!.environment
    .STATEMENTS_BUCKET
  const credential = 'AWS4-HMAC-SHA256 Credential=operator/20260101/local/s3/aws4_request'
  const authorization = `${credential}, SignedHeaders=host, Signature=local`
  const answer = await fetch(`${s3Origin}/${bucket}/${name}`, { method: 'PUT', headers: { authorization }, body: text })
  expect(answer.status).toBe(200)
}

describe('the day after', () => {
  it('a transfer that nobody told of is found at the bank, fees are in the book, and the statement says what was compared', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { bank, moveTime, settled, stripe, zalopay } = city()
    const { page } = await visit({ width: 360 })
    await givePage(page, program, 'vi', 50_000, 'bank')
    await press(page, 'give.without-name')
    await page.waitForURL(/\/receipts\/[^/]+\/transfer/)
    const [, account, , , memo] = await page.locator('[data-copy]').allTextContents()
    const tellers = bank.tellers.splice(0)
    await bank.transfer({ account: account!, amountVnd: 50_000, memo: memo! })
    bank.tellers.push(...tellers)
    const gift = stripe.payments().find(({ paidAt }) => paidAt !== undefined)!
    const day = dayOf(new Date(gift.paidAt!).toISOString())
    const paid = zalopay.payments().flatMap(({ reference, payments }) => payments.map((of) => ({ ...of, reference })))
    expect(paid.length).toBeGreaterThan(0)
    await moveTime(86_400)
    await leave(
      'zalopay/settlement.csv',
      [
        'Thời gian thanh toán,Mã giao dịch ZaloPay,Mã đơn hàng,Số tiền,Phí,Trạng thái',
        ...paid.map(({ id, reference, amountVnd, at }) =>
          [localTime(at), id, reference, amountVnd, 550, 'Thành công'].join(','),
        ),
      ].join('\n'),
    )
    await moveTime(3_600)
    await settled()
    await atReceipt(page)
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 50_000, gifts: before.gifts + 1 })

    const { lines } = await read<{ lines: { kind: string; amountVnd: number }[] }>('/api/book')
    const fees = lines.filter(({ kind }) => kind === 'fee').map(({ amountVnd }) => amountVnd)
    // Stripe's account is in Singapore: 92 cents of 1,238 at the rate at which it took the 250,000.
    expect(fees).toContain(-18_578)
    expect(fees.filter((vnd) => vnd === -550)).toHaveLength(paid.length)

    for (const lang of ['vi', 'en'] as const) {
      const reader = await visit({ width: 360, lang })
      await reader.page.goto(lang === 'vi' ? '/sao-ke/' : '/en/statements/')
      const section = reader.page.locator(`#day-${day}`)
      await section.getByText(`${providerNames.stripe[lang]}: ${shown(250_000, lang)}`).waitFor()
      expect(await overflow(reader.page)).toBe(0)
      await shoot(reader.page, `statement.${lang}`)
    }
  })
})
