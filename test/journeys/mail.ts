import { describe, expect, it } from 'vitest'
import { sayInLetter } from '../../functions/words/letters.ts'
import { say } from '../../site/src/words/words.ts'
import { axeFinds, overflow, shoot } from './browser.ts'
import { city, lastOrder, piggyBank, read, visit } from './stage.ts'
import { act, atReceipt, field, givePage, press } from './steps.ts'

const letters = (to: string) =>
  city()
    .ses.letters()
    .filter((letter) => letter.to === to)

describe('a receipt by email', () => {
  it('is in the inbox, opens the receipt, bounces, is said to the donor and forgotten', async () => {
    const program = await piggyBank()
    const { page } = await visit({ script: false, expects: /status of 422/ })
    await givePage(page, program, 'vi', 20_000)
    await page.getByText(say('vi', 'give.email-open')).click()
    const box = page.getByRole('textbox', { name: say('vi', 'give.email'), exact: true })
    await box.fill('ba tu@b.vn')
    await press(page, 'give.without-name')
    await page.locator('.problems').getByText(say('vi', 'refusal.email-unreadable')).waitFor()
    expect(await box.inputValue()).toBe('ba tu@b.vn')
    await shoot(page, 'give-email')
    await box.fill('ba.tu@b.vn')
    await press(page, 'give.without-name')
    await act(page, 'Trả', 20_000)
    await city().vnpay.deliver()
    const { receipt } = lastOrder()
    await city().settled()
    const [letter, ...others] = letters('ba.tu@b.vn')
    expect(others).toEqual([])

    await page.goto(`${city().ses.origin}/letters/${letter!.id}`)
    await shoot(page, 'inbox-letter')
    await page.getByRole('link', { name: `${receipt}?lang=vi` }).click()
    await page.getByText(say('vi', 'receipt.number')).waitFor()
    expect(new URL(page.url()).pathname).toBe(receipt)
    const main = async () => (await page.textContent('main'))!
    expect(await main()).toContain('Biên nhận đã gửi tới b•••@b.vn lúc')
    expect(await main()).not.toContain('ba.tu')

    await page.goto(`${city().ses.origin}/letters/${letter!.id}`)
    await page
      .getByRole('button', { name: /bounce\)/ })
      .first()
      .click()
    await city().settled()
    await page.goto(receipt)
    await page.getByText(say('vi', 'receipt.mail-bounced', { email: 'b•••@b.vn' })).waitFor()
    await shoot(page, 'receipt-bounced')
    await press(page, 'receipt.mail-erase')
    await page.getByText(say('vi', 'receipt.number')).waitFor()
    expect(await page.getByText('b.vn').count()).toBe(0)
  })

  it('lost, has its link sent again, while a stranger’s address gets the same answer', async () => {
    const { page } = await visit({ lang: 'en' })
    const given = await fetch(`${city().origin}/api/donations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ program: (await piggyBank()).slug, amountVnd: 50_000, email: 'ong.ba@b.vn', lang: 'en' }),
    })
    const { receiptKey, payUrl } = (await given.json()) as { receiptKey: string; payUrl: string }
    await fetch(payUrl)
    await city().vnpay.approve(lastOrder().reference)
    await city().settled()
    const before = city().ses.letters().length
    for (const email of ['ong.ba@b.vn', 'stranger@b.vn']) {
      await page.goto('/en/find-receipt/')
      await page.getByRole('textbox', { name: say('en', 'give.email') }).fill(email)
      await press(page, 'find.mail-go', 'en')
      await page.getByText(say('en', 'find.mail-asked')).waitFor()
    }
    await city().settled()
    const sent = city().ses.letters().slice(before)
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([['ong.ba@b.vn', sayInLetter('en', 'links-subject')]])
    expect(sent[0]!.text).toContain(`${city().origin}/receipts/${receiptKey}?lang=en`)
  })
})

it('an organization gives without its name in the book, and prints its confirmation on one sheet', async () => {
  const program = await piggyBank()
  const { page } = await visit({ width: 1_280 })
  await givePage(page, program, 'vi', 100_000)
  await page.getByText(say('vi', 'give.organization'), { exact: true }).click()
  await page.getByRole('textbox', { name: say('vi', 'give.legal-name') }).fill('Công ty TNHH Bút Mực')
  await page.getByRole('textbox', { name: say('vi', 'give.tax-code') }).fill('0300588569')
  expect(await field(page, 'give.amount').inputValue()).toBe('100.000')
  await shoot(page, 'give-organization')
  await press(page, 'give.without-name')
  await act(page, 'Trả', 100_000)
  await atReceipt(page)
  await city().settled()
  const { lines } = await read<{ lines: { name: string | null }[] }>(`/api/book?program=${program.slug}&limit=3`)
  expect(lines[0]?.name).toBeNull()
  await page.getByRole('link', { name: say('vi', 'receipt.confirmation') }).click()
  await page.getByRole('heading', { level: 1, name: say('vi', 'confirmation.title') }).waitFor()
  const text = (await page.textContent('.paper'))!
  for (const said of ['Công ty TNHH Bút Mực', '0300588569', 'một trăm ngàn đồng', '03/TNDN'])
    expect(text).toContain(said)
  expect(await axeFinds(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await overflow(page)).toBe(0)
  await shoot(page, 'confirmation-phone')
  await page.setViewportSize({ width: 1_280, height: 800 })
  await shoot(page, 'confirmation')
  const pdf = await page.pdf({ preferCSSPageSize: true })
  const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g)
  expect(sheets).toHaveLength(1)
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59\d(\.\d+)? 84[12]/)
})
