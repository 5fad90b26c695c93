import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { say } from '../../site/src/words/words.ts'
import { shoot } from './browser.ts'
import { city, piggyBank, stateOf, sums, visit } from './stage.ts'
import { atReceipt, atReturn, givePage, press, shown } from './steps.ts'

/** Gives by MoMo from the page to give, as far as MoMo's page. */
async function toMomo(page: Page, amountVnd: number) {
  await givePage(page, await piggyBank(), 'vi', amountVnd, 'momo')
  await press(page, 'give.without-name')
  await page.waitForURL(`${city().momo.origin}/v2/gateway/pay?**`)
  expect((await page.locator('dd').first().textContent())?.replace(/\s/g, ' ')).toBe(shown(amountVnd))
  const order = city().momo.payments().at(-1)!
  return { ...order, receipt: new URL(order.returnUrl).pathname.replace(/\/return$/, '') }
}
const choose = (page: Page, button: string) => page.getByRole('button', { name: button, exact: true }).click()

describe('a donor who pays by MoMo', () => {
  it('comes back to a receipt, once for a word that is said twice', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { page } = await visit()
    const { reference } = await toMomo(page, 50_000)
    city().momo.switchesOf(reference).double = true
    await choose(page, 'Trả')
    await atReceipt(page)
    await city().momo.deliver()
    expect(city().momo.notices().at(-1)!.answers).toEqual(['204', '204'])
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 50_000, gifts: before.gifts + 1 })
  })

  it('and has not enough money is told that nothing was paid', async () => {
    const { page } = await visit()
    await toMomo(page, 20_000)
    await choose(page, 'Ví không đủ tiền')
    await atReturn(page, 'return.declined', 20_000)
  })

  it('and refuses there is told so before MoMo tells us, which turns the page by itself', async () => {
    const { page } = await visit()
    const { reference, receipt } = await toMomo(page, 20_000)
    city().momo.switchesOf(reference).delaySeconds = 60
    await choose(page, 'Từ chối trả')
    await atReturn(page, 'return.unpaid', 20_000)
    await page.getByText(say('vi', 'return.unpaid-by', { provider: 'MoMo' })).waitFor()
    await page.getByText(say('vi', 'reason.cancelled')).waitFor()
    await shoot(page, 'momo-refused')
    expect(await stateOf(receipt)).toBe('waiting')
    await city().moveTime(60)
    await city().momo.deliver()
    await atReturn(page, 'return.declined', 20_000)
    await page.getByText(say('vi', 'reason.cancelled')).waitFor()
  })

  it('and leaves it unpaid has made a promise; once its time is over the page says that nothing was paid', async () => {
    const { page } = await visit()
    const { receipt } = await toMomo(page, 20_000)
    await page.goto(`${city().origin}${receipt}/return`)
    await atReturn(page, 'return.waiting', 20_000)
    await city().moveTime(15 * 60 + 5)
    await city().fire('donations/ask')
    expect(await stateOf(receipt)).toBe('declined')
    await atReturn(page, 'return.declined', 20_000)
    await page.getByText(say('vi', 'reason.expired')).waitFor()
  })

  it('and closes the window is found by asking MoMo; a forged word before leaves nothing', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { page } = await visit()
    const { reference, receipt } = await toMomo(page, 10_000)
    await choose(page, 'Đóng cửa sổ')
    await page.getByText('Chưa trả gì').waitFor()
    await page.close()
    city().momo.switchesOf(reference).forge = true
    await city().momo.approve(reference)
    expect(city().momo.notices().at(-1)!.answers).toEqual(['404 with a body'])
    expect(await stateOf(receipt)).toBe('waiting')
    await city().moveTime(130)
    await city().fire('donations/ask')
    expect(await stateOf(receipt)).toBe('received')
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 10_000, gifts: before.gifts + 1 })
  })
})
