import { describe, expect, it } from 'vitest'
import { formatVnd } from '../../functions/money.ts'
import { lambdaAt } from '../../infra/local/seed.ts'
import { officeOf, run, typedOf } from '../../infra/office/money.ts'
import { stageOf } from '../../infra/stages.ts'
import { say } from '../../site/src/words/words.ts'
import { overflow, shoot } from './browser.ts'
import { giftThatIs } from './gifts.ts'
import { city, piggyBank, read, visit } from './stage.ts'

interface Sums {
  receivedVnd: number
  paidOutVnd: number
  refundedVnd: number
  feesVnd: number
  leftVnd: number
}
let looks = 0
async function totals(): Promise<Sums> {
  await city().settled()
  return (await read<{ city: Sums }>(`/api/totals?office=${++looks}`)).city
}

/** What an officer types, and what the command says. */
async function type(by: string, ...line: string[]): Promise<string> {
  const printed: string[] = []
  const { command, typed } = typedOf(line)
  const person = { lambda: lambdaAt(city().invokeOrigin), stage: stageOf('dev'), by }
  const hands = { sure: true, ask: async () => '', print: (said: string) => void printed.push(said) }
  await run(command, typed, async () => officeOf(person, 'vi', hands), 'vi')
  return printed.join('\n')
}

const shown = (vnd: number) => formatVnd(vnd, 'vi')

describe('the office', () => {
  it('gives a part of a gift back; its receipt says so, and the book’s totals agree', async () => {
    const before = await totals()
    const receipt = await giftThatIs('received')
    await city().settled()
    const { page } = await visit()
    await page.goto(receipt)
    const code = (await page.locator('.leaf .code strong').textContent())!
    const order = ['refund', code, '--amount', '20k', '--because', 'trả trùng'] as const
    expect(await type('Lan', ...order)).toContain('bên thanh toán đã nhận lệnh, chưa xong (VNPAY trả lời mã 00/05)')
    expect(await type('Lan', ...order)).toContain('Đã có từ trước')
    await page.reload()
    await page.getByText(say('vi', 'receipt.refunding', { amount: shown(20_000) })).waitFor()
    expect(await totals()).toMatchObject({ refundedVnd: before.refundedVnd })

    await city().moveTime(120)
    expect(await type('Lan', 'refund')).toContain('Không có lần hoàn nào đang chờ.')
    const after = await totals()
    expect(after).toMatchObject({
      receivedVnd: before.receivedVnd + 50_000,
      refundedVnd: before.refundedVnd + 20_000,
      leftVnd: before.leftVnd + 30_000,
    })
    await page.reload()
    await page.getByText(/^Đã hoàn tiền 20\.000\s₫ ngày/).waitFor()
    expect(await overflow(page)).toBe(0)
    await shoot(page, 'receipt-refunded')
    await page
      .getByRole('link', { name: say('vi', 'receipt.see-line') })
      .last()
      .click()
    await page.getByText('−20.000').first().waitFor()
    await shoot(page, 'book-refund')
  })

  it('pays out in pairs; the book names payee and purpose; received − refunded − paid out − fees = left', async () => {
    await giftThatIs('received')
    await city().settled()
    const { slug } = await piggyBank()
    const before = await totals()
    const bill = ['--program', slug, '--payee', 'Công ty Vở Việt', '--tax', '0300588569', '--amount', '10.000']
    const purpose = ['--purpose', '5 quyển vở', '--purpose-en', '5 notebooks', '--evidence', 'package.json']
    const said = await type('Lan', 'payout', 'propose', ...bill, ...purpose)
    const [, id = ''] = /payout approve ([A-Z]+)/.exec(said)!
    await expect(type('lan', 'payout', 'approve', id)).rejects.toThrow('Người đề nghị không tự duyệt được')
    expect(await type('Hoa', 'payout', 'approve', id)).toContain('Xong.')
    expect(await type('Hoa', 'payout', 'approve', id)).toContain('Đã có từ trước')
    const { receivedVnd, refundedVnd, paidOutVnd, feesVnd, leftVnd } = await totals()
    expect(paidOutVnd).toBe(before.paidOutVnd + 10_000)
    expect(receivedVnd - refundedVnd - paidOutVnd - feesVnd).toBe(leftVnd)
    const { page } = await visit()
    await page.goto('/so-thu-chi/')
    await page.getByText('5 quyển vở').waitFor()
    await page.getByText('Công ty Vở Việt').waitFor()
    expect(await overflow(page)).toBe(0)
    await shoot(page, 'book-payout')
    const today = await type('Lan', 'today')
    expect(today).toMatch(/Đang nhận góp[\s\S]*Đã nhận hôm nay: \d+ khoản[\s\S]*Báo tin lần cuối: .*VNPAY/)
    expect(await type('Lan', 'review')).toBeTruthy()
  })
})
