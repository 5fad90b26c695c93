import { describe, expect, it } from 'vitest'
import { say } from '../../site/src/words/words.ts'
import { shoot } from './browser.ts'
import { city, lastOrder, piggyBank, stateOf, sums, visit } from './stage.ts'
import { act, atReceipt, atReturn, givePage, press, shown } from './steps.ts'

describe('the gateway’s word', () => {
  const giveAndApprove = async (amountVnd: number) => {
    const { page } = await visit()
    await givePage(page, await piggyBank(), 'vi', amountVnd)
    await press(page, 'give.without-name')
    await act(page, 'Trả', amountVnd)
    return page
  }

  it('said twice at once is one payment', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    city().vnpay.switches.double = true
    const page = await giveAndApprove(50_000)
    await atReceipt(page)
    await city().vnpay.deliver()
    const answers = city().vnpay.notices().at(-1)!.answers
    expect(answers.every((answer: string) => answer === '00' || answer === '02')).toBe(true)
    expect(answers.length).toBe(2)
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 50_000, gifts: before.gifts + 1 })
    expect(await page.getByText(say('vi', 'receipt.number')).count()).toBe(1)
  })

  it('forged writes nothing; the true one, repeated later, does', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    city().vnpay.switches.forge = true
    const page = await giveAndApprove(50_000)
    await atReturn(page, 'return.waiting', 50_000)
    await page.getByText(say('vi', 'return.paid', { provider: 'VNPAY' })).waitFor()
    await city().vnpay.deliver()
    expect(city().vnpay.notices().at(-1)!.answers).toEqual(['97'])
    expect(await sums(program)).toEqual(before)
    expect(await stateOf(lastOrder().receipt)).toBe('waiting')
    await shoot(page, 'waiting')
    city().vnpay.switches.forge = false
    await city().moveTime(300)
    await city().vnpay.deliver()
    await atReceipt(page)
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 50_000 })
  })

  it('of another amount records what came and says so on the receipt', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    city().vnpay.switches.amountVnd = 70_000
    const page = await giveAndApprove(50_000)
    await atReceipt(page)
    await page.getByText(say('vi', 'receipt.other-amount')).waitFor()
    expect(await page.getByText(shown(70_000)).count()).toBeGreaterThan(0)
    expect(city().vnpay.notices().at(-1)!.answers).toEqual(['04'])
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 70_000 })
  })

  it('come late, after the time limit and after a refusal, counts; the window was closed long ago', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { page } = await visit()
    await givePage(page, program, 'vi', 20_000)
    await press(page, 'give.without-name')
    await act(page, 'Trả trễ', 20_000)
    const { receipt } = lastOrder()
    await city().moveTime(15 * 60 + 5)
    await city().fire('donations/ask')
    expect(await stateOf(receipt)).toBe('declined')
    await page.goto(receipt)
    await page.getByText(say('vi', 'receipt.declined')).waitFor()
    await city().moveTime(60)
    await city().vnpay.deliver()
    expect(await stateOf(receipt)).toBe('received')
    // The open page becomes the receipt of the money by itself.
    await atReceipt(page)
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 20_000, gifts: before.gifts + 1 })
  })

  it('never comes to a page that is closed unpaid: it stays a promise, and says so once its time is over', async () => {
    const { page } = await visit()
    await givePage(page, await piggyBank(), 'vi', 20_000)
    await press(page, 'give.without-name')
    await page.waitForURL('**/paymentv2/vpcpay.html?**')
    const { receipt } = lastOrder()
    await page.goto(`${city().origin}${receipt}/return`)
    await atReturn(page, 'return.waiting', 20_000)
    await city().moveTime(15 * 60 + 5)
    await city().fire('donations/ask')
    expect(await stateOf(receipt)).toBe('declined')
    await atReturn(page, 'return.declined', 20_000)
  })

  it('leads to a receipt that is found again by code and amount, and kept on the device if one wants', async () => {
    const page = await giveAndApprove(20_000)
    await atReceipt(page)
    const at = new URL(page.url()).pathname
    const code = (await page.locator('.leaf .code strong').textContent())!
    await page.getByRole('button', { name: say('vi', 'receipt.keep-here') }).click()
    await page.getByText(say('vi', 'receipt.kept-here')).waitFor()
    await page.goto('/tim-bien-nhan/')
    await page.getByRole('textbox', { name: say('vi', 'find.code') }).fill(code.toLowerCase())
    await page.getByRole('textbox', { name: say('vi', 'find.amount') }).fill('20k')
    await shoot(page, 'find')
    await press(page, 'find.go')
    await atReceipt(page)
    expect(new URL(page.url()).pathname).toBe(at)
    await page.goto('/tim-bien-nhan/')
    expect(await page.getByRole('link', { name: code }).getAttribute('href')).toBe(`${at}?lang=vi`)
    await page.getByRole('button', { name: `${say('vi', 'find.forget')}: ${code}` }).click()
    await expect.poll(() => page.getByRole('link', { name: code }).count()).toBe(0)
  })

  it('of a second payment is recorded, and the receipt shows both', async () => {
    const page = await giveAndApprove(20_000)
    await atReceipt(page)
    await city().vnpay.approve(lastOrder().reference)
    await page.reload()
    expect(await page.getByText(say('vi', 'receipt.number')).count()).toBe(2)
    await page.getByText(say('vi', 'receipt.second')).waitFor()
  })
})
