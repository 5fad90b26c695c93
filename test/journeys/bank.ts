import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { say } from '../../site/src/words/words.ts'
import { readPicture } from '../picture.ts'
import { overflow, shoot } from './browser.ts'
import { city, piggyBank, read, sums, visit } from './stage.ts'
import { atReceipt, givePage, press, shown } from './steps.ts'

async function giveByTransfer(page: Page, amountVnd: number): Promise<void> {
  await givePage(page, await piggyBank(), 'vi', amountVnd, 'bank')
  await press(page, 'give.without-name')
  await page.waitForURL(/\/receipts\/[^/]+\/transfer/)
}

describe('a bank transfer', () => {
  it('is scanned from the page, and the page becomes the receipt by itself', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { page } = await visit({ width: 360 })
    await giveByTransfer(page, 50_000)
    await page.getByRole('heading', { level: 1, name: shown(50_000) }).waitFor()
    expect(await overflow(page)).toBe(0)
    const rows = page.locator('[data-copy]')
    const [bank, number, holder, amount, memo] = await rows.allTextContents()
    expect(await page.getByRole('button', { name: say('vi', 'transfer.copy') }).count()).toBe(5)
    await shoot(page, 'transfer')
    const payload = (await readPicture(await page.locator('.qr').screenshot()))!
    expect(city().bank.scan(payload)).toBe(memo)
    expect(city().bank.payments().at(-1)).toEqual({ reference: memo, memo, account: number, amountVnd: 50_000 })
    expect([bank, holder, amount].every(Boolean)).toBe(true)

    await page.getByRole('button', { name: say('vi', 'transfer.save') }).click()
    const picture = (await page.locator('.picture img').getAttribute('src'))!
    expect(await readPicture(Buffer.from(picture.split(',')[1]!, 'base64'))).toBe(payload)

    await city().bank.approve(memo!, 'mangled')
    await atReceipt(page)
    expect(city().bank.notices().at(-1)!.answers).toEqual(['success'])
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 50_000, gifts: before.gifts + 1 })
  })

  it('of which payOS tells becomes the receipt too; what was transferred is what was given', async () => {
    const program = await piggyBank()
    const before = await sums(program)
    const { bank } = city()
    const { page } = await visit({ width: 360, lang: 'en' })
    await givePage(page, program, 'en', 50_000, 'bank')
    await press(page, 'give.without-name', 'en')
    await page.waitForURL(/\/receipts\/[^/]+\/transfer/)
    const [, account, , , memo] = await page.locator('[data-copy]').allTextContents()
    const tellers = bank.tellers.splice(0, bank.tellers.length, 'payos')
    try {
      await bank.transfer({ account: account!, amountVnd: 70_000, memo: memo! }, 'masked')
      await atReceipt(page, 'en')
    } finally {
      bank.tellers.splice(0, bank.tellers.length, ...tellers)
    }
    expect(bank.notices().at(-1)).toMatchObject({ of: { service: 'payos' }, answers: ['success'] })
    await page.getByText(shown(70_000, 'en')).first().waitFor()
    expect(await sums(program)).toMatchObject({ receivedVnd: before.receivedVnd + 70_000, gifts: before.gifts + 1 })
  })

  it('is left for another way, which is open to see at once', async () => {
    const { page } = await visit({ width: 360 })
    await giveByTransfer(page, 20_000)
    await page.getByRole('link', { name: say('vi', 'return.other-way'), exact: true }).click()
    await page.getByRole('button', { name: say('vi', 'way.momo'), exact: true }).click()
    await page.waitForURL((url) => url.pathname !== '/' && !url.pathname.startsWith('/receipts/'))
    expect(await page.textContent('body')).toContain(shown(20_000).slice(0, 6))
  })

  it('without a memo is in the book, of no program yet', async () => {
    const { bank } = city()
    const { account } = bank.payments().at(-1)!
    await bank.transfer({ account, amountVnd: 23_000, memo: 'ung ho heo dat' })
    await city().settled()
    const { lines } = await read<{ lines: { program: string; name: string | null }[] }>('/api/book?amountVnd=23000')
    expect(lines).toMatchObject([{ program: 'unallocated', name: null }])
    const { unallocated } = await read<{ unallocated: { receivedVnd: number } }>('/api/totals?look=bank')
    expect(unallocated.receivedVnd).toBe(23_000)
  })
})
