import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { say } from '../../site/src/words/words.ts'
import { axeFinds, overflow, shoot } from './browser.ts'
import { city, piggyBank, stateOf, sums, visit } from './stage.ts'
import { act, atReceipt, atReturn, givePage, press, shown } from './steps.ts'

const lastOrder = () => {
  const { reference, returnUrl } = city().zalopay.payments().at(-1)!
  return { reference, receipt: new URL(returnUrl).pathname.replace(/\/return$/, '') }
}

/** A donor gives by ZaloPay and sees the sum there. */
async function giveThere(amountVnd: number): Promise<Page> {
  const { page } = await visit()
  await givePage(page, await piggyBank(), 'vi', amountVnd, 'zalopay')
  await press(page, 'give.without-name')
  await page.waitForURL(`${city().zalopay.origin}/openinapp?**`)
  expect((await page.locator('dd').first().textContent())?.replace(/\s/g, ' ')).toBe(shown(amountVnd))
  await shoot(page, 'zalopay')
  return page
}

/** And does what a button says. */
async function giveAnd(button: string, amountVnd: number): Promise<Page> {
  const page = await giveThere(amountVnd)
  await page.getByRole('button', { name: button }).click()
  return page
}

describe('by ZaloPay', () => {
  afterEach(() => {
    city().zalopay.switches.drop = false
  })

  it('a gift goes there and back, and stands on the receipt and in the book', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const page = await giveAnd('Trả / pay', 50_000)
    await atReceipt(page)
    expect(new URL(page.url()).pathname).toBe(lastOrder().receipt)
    await city().zalopay.deliver()
    expect(city().zalopay.notices().at(-1)!.answers).toEqual(['1'])
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 50_000, gifts: before.gifts + 1 })
    await shoot(page, 'zalopay-receipt')
  })

  it('a gift that is cancelled there is said to be, in both languages, though ZaloPay tells nobody; its time runs out', async () => {
    const page = await giveAnd('Hủy / cancel', 20_000)
    const { receipt } = lastOrder()
    for (const lang of ['vi', 'en'] as const) {
      await atReturn(page, 'return.unpaid', 20_000, lang)
      for (const word of ['return.unpaid-by', 'return.unpaid-if'] as const)
        await page.getByText(say(lang, word, { provider: 'ZaloPay' })).waitFor()
      await page.getByText(say(lang, 'reason.cancelled')).waitFor()
      await page.getByRole('button', { name: say(lang, 'way.momo'), exact: true }).waitFor()
      for (const width of [360, 1_280]) {
        await page.setViewportSize({ width, height: 740 })
        expect([await overflow(page), await axeFinds(page)]).toEqual([0, []])
        await shoot(page, `zalopay-cancelled-${lang}-${width}`)
      }
      if (lang === 'vi') await page.getByRole('link', { name: 'English' }).click()
    }
    expect(await stateOf(receipt)).toBe('waiting')
    await city().moveTime(15 * 60 + 5)
    await city().fire('donations/ask')
    expect(await stateOf(receipt)).toBe('declined')
    await atReturn(page, 'return.declined', 20_000, 'en')
    await page.goto(`${receipt}/return`)
    await atReturn(page, 'return.declined', 20_000)
    await page.getByText(say('vi', 'reason.expired')).waitFor()
  })

  it('a gift without enough money, then cancelled, is paid after all, there or by another way, each one press away', async () => {
    const page = await giveAnd('Ví không đủ tiền / too little money', 20_000)
    await atReturn(page, 'return.unpaid', 20_000)
    await page.getByText(say('vi', 'return.unpaid-by', { provider: 'ZaloPay' })).waitFor()
    await page.getByText(say('vi', 'reason.insufficient')).waitFor()
    await press(page, 'return.same-way', 'vi', { way: 'ZaloPay' })
    await page.getByRole('button', { name: 'Hủy / cancel' }).click()
    await atReturn(page, 'return.unpaid', 20_000)
    await page.getByText(say('vi', 'reason.cancelled')).waitFor()
    await press(page, 'way.vnpay')
    await act(page, 'Trả', 20_000)
    await atReceipt(page)
  })

  it('a page that is closed unpaid stays a promise, and once its time is over says that nothing was paid', async () => {
    const page = await giveThere(20_000)
    const { receipt } = lastOrder()
    await page.goto(`${city().origin}${receipt}/return`)
    await atReturn(page, 'return.waiting', 20_000)
    await city().moveTime(15 * 60 + 5)
    await city().fire('donations/ask')
    expect(await stateOf(receipt)).toBe('declined')
    await page.goto(`${city().origin}${receipt}/return`)
    await atReturn(page, 'return.declined', 20_000)
    await page.getByText(say('vi', 'reason.expired')).waitFor()
  })

  it('a page that says cancelled becomes the receipt by itself when ZaloPay tells of money', async () => {
    const page = await giveAnd('Hủy / cancel', 20_000)
    await atReturn(page, 'return.unpaid', 20_000)
    await city().zalopay.approve(lastOrder().reference)
    await atReceipt(page)
  })

  it('a gift that we were not told of is found by asking, and is one gift when the word comes after all', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    city().zalopay.switches.drop = true
    const page = await giveAnd('Trả / pay', 20_000)
    await atReturn(page, 'return.waiting', 20_000)
    await page.getByText(say('vi', 'return.paid', { provider: 'ZaloPay' })).waitFor()
    await shoot(page, 'zalopay-paid')
    const { receipt } = lastOrder()
    await city().moveTime(125)
    await city().fire('donations/ask')
    expect(await stateOf(receipt)).toBe('received')
    await atReceipt(page)
    city().zalopay.switches.drop = false
    await city().moveTime(60)
    await city().zalopay.deliver()
    expect(city().zalopay.notices().at(-1)!.answers.at(-1)).toBe('2')
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 20_000, gifts: before.gifts + 1 })
  })
})
