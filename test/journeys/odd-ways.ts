import { describe, expect, it } from 'vitest'
import { say } from '../../site/src/words/words.ts'
import { shoot } from './browser.ts'
import { city, lastOrder, piggyBank, stateOf, sums, visit } from './stage.ts'
import { act, atReceipt, atReturn, field, givePage, press, wayTo } from './steps.ts'

describe('a donor', () => {
  it('whose bank declines is told why, loses nothing, and begins again', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { page } = await visit()
    await givePage(page, program, 'vi', 50_000)
    await press(page, 'give.without-name')
    await act(page, 'Ngân hàng từ chối', 50_000)
    await atReturn(page, 'return.declined', 50_000)
    await page.getByText(say('vi', 'reason.insufficient')).waitFor()
    expect(await sums(program)).toEqual(before)
    await shoot(page, 'declined')
    await page.getByRole('link', { name: say('vi', 'return.again') }).click()
    await expect.poll(() => field(page, 'give.amount').inputValue()).toBe('50.000')
    // The device remembers the way by its name alone.
    await expect.poll(() => wayTo(page, 'vnpay').isChecked()).toBe(true)
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ way: 'vnpay' })
    await press(page, 'give.without-name')
    await page.getByText(say('vi', 'give.again', { amount: { vnd: 50_000 } })).waitFor()
    await press(page, 'give.without-name')
    await act(page, 'Trả', 50_000)
    await atReceipt(page)
    expect(await sums(program)).toMatchObject({ gifts: before.gifts + 1 })
  })

  it('whose bank declines pays by the same way again from the page that says so: VNPAY takes no reference twice', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { page } = await visit({ width: 360 })
    await givePage(page, program, 'vi', 20_000)
    await press(page, 'give.without-name')
    await act(page, 'Ngân hàng từ chối', 20_000)
    await atReturn(page, 'return.declined', 20_000)
    const { reference } = lastOrder()
    await press(page, 'return.same-way', 'vi', { way: say('vi', 'way.vnpay') })
    await act(page, 'Hủy', 20_000)
    await atReturn(page, 'return.unpaid', 20_000)
    await press(page, 'return.same-way', 'vi', { way: say('vi', 'way.vnpay') })
    await act(page, 'Trả', 20_000)
    await atReceipt(page)
    expect(lastOrder().reference).not.toBe(reference)
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 20_000, gifts: before.gifts + 1 })
  })

  it('who pays another way after a decline gives one gift; if both pay, the second is flagged', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { page } = await visit()
    await givePage(page, program, 'vi', 20_000)
    await press(page, 'give.without-name')
    await act(page, 'Ngân hàng từ chối', 20_000)
    await atReturn(page, 'return.declined', 20_000)
    const { reference: first } = lastOrder()
    await page.getByRole('button', { name: say('vi', 'way.vnpay-card'), exact: true }).click()
    await page.waitForURL('**/paymentv2/vpcpay.html?**vnp_BankCode=INTCARD**')
    await act(page, 'Trả', 20_000)
    await atReceipt(page)
    await page.getByText(say('vi', 'way.vnpay-card')).waitFor()
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 20_000, gifts: before.gifts + 1 })
    await city().vnpay.approve(first)
    await page.reload()
    await page.getByText(say('vi', 'receipt.second')).waitFor()
    expect(await page.getByText(say('vi', 'receipt.number')).count()).toBe(2)
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 40_000 })
  })

  it('who cancels sees that nothing was paid, and keeps the keyboard where it was', async () => {
    const { page } = await visit()
    await givePage(page, await piggyBank(), 'vi', 10_000)
    await press(page, 'give.without-name')
    city().vnpay.switches.delaySeconds = 60
    await act(page, 'Hủy', 10_000)
    await atReturn(page, 'return.unpaid', 10_000)
    await page.getByText(say('vi', 'reason.cancelled')).waitFor()
    await page.locator('form.pay button[value=momo]').focus()
    await city().moveTime(60)
    await city().vnpay.deliver()
    await atReturn(page, 'return.declined', 10_000)
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLButtonElement).value)).toBe('momo')
  })

  it('who wrote 50 and meant it is asked when the same goes again', async () => {
    const { page } = await visit({ expects: /status of 422/ })
    const again = page.getByText(say('vi', 'give.again', { amount: { vnd: 50_000 } }))
    await givePage(page, await piggyBank())
    await field(page, 'give.amount').fill('50')
    await press(page, 'give.without-name')
    await page.locator('#amount-problem').waitFor()
    await press(page, 'give.without-name')
    await act(page, 'Hủy', 50_000)
    await atReturn(page, 'return.declined', 50_000)
    await page.getByRole('link', { name: say('vi', 'return.again') }).click()
    await press(page, 'give.without-name')
    await again.waitFor()
  })

  it('whose money may have moved is told when an answer comes', async () => {
    const { page } = await visit()
    await givePage(page, await piggyBank(), 'vi', 10_000)
    await press(page, 'give.without-name')
    await act(page, 'Bị trừ tiền, nghi gian lận', 10_000)
    await atReturn(page, 'return.checking', 10_000)
    await shoot(page, 'checking')
  })

  it('who pays, closes the window and is not told of is found by asking VNPAY', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { page } = await visit()
    await givePage(page, program, 'vi', 50_000)
    await press(page, 'give.without-name')
    await act(page, 'Đóng cửa sổ', 50_000)
    // A page that is closed on its way to another never says that it is closed.
    await page.getByText('Chưa trả gì').waitFor()
    const { reference, receipt } = lastOrder()
    await page.close()
    city().vnpay.switchesOf(reference).drop = true
    await city().vnpay.approve(reference)
    expect(await stateOf(receipt)).toBe('waiting')
    await city().moveTime(130)
    await city().fire('donations/ask')
    expect(await stateOf(receipt)).toBe('received')
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 50_000, gifts: before.gifts + 1 })
    const later = await visit()
    await later.page.goto(receipt)
    await atReceipt(later.page)
  })

  it('who goes back from the bank finds the form as it was, and gives once', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { page } = await visit({ expects: /status of 400 .*vpcpay/ })
    await givePage(page, program, 'vi')
    await field(page, 'give.amount').fill('30.000')
    await press(page, 'give.without-name')
    await page.waitForURL('**/paymentv2/vpcpay.html?**')
    await page.goBack()
    expect(await field(page, 'give.amount').inputValue()).toBe('30.000')
    await press(page, 'give.without-name')
    await page.getByText(say('vi', 'give.again', { amount: { vnd: 30_000 } })).waitFor()
    await press(page, 'give.without-name')
    await act(page, 'Trả', 30_000)
    await atReceipt(page)
    await page.goBack()
    await page.goForward()
    await atReceipt(page)
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 30_000, gifts: before.gifts + 1 })
  })

  it.each([{ script: true }, { script: false }])(
    'who presses twice (script: $script) comes to one page to pay',
    async ({ script }) => {
      const program = await piggyBank()
      const before = await sums(program)
      const orders = city().vnpay.payments().length
      const { page } = await visit({ script })
      let posts = 0
      page.on('request', (request) => {
        if (request.method() === 'POST' && request.url().endsWith('/api/donations')) posts++
      })
      await givePage(page, program, 'vi')
      await field(page, 'give.amount').fill('15.000')
      await page.getByRole('button', { name: say('vi', 'give.without-name') }).dblclick()
      await act(page, 'Trả', 15_000)
      await city().vnpay.deliver()
      await page.goto(lastOrder().receipt)
      await atReceipt(page)
      if (script) expect(posts).toBe(1)
      expect(city().vnpay.payments().length).toBe(orders + 1)
      expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 15_000, gifts: before.gifts + 1 })
    },
  )
})
