import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { WayName } from '../../functions/donations/way.ts'
import { formatVnd } from '../../functions/money.ts'
import { type Lang, say } from '../../site/src/words/words.ts'
import type { Program } from './stage.ts'

/** An amount as a page shows it. */
export const shown = (amountVnd: number, lang: Lang = 'vi'): string => formatVnd(amountVnd, lang).replace(/\s/g, ' ')

/** Opens the page to give, with a suggested amount as its link does, and chooses a way to pay. */
export async function givePage(
  page: Page,
  { slug }: Program,
  lang: Lang = 'vi',
  amountVnd?: number,
  way: WayName = 'vnpay',
): Promise<void> {
  const query = amountVnd === undefined ? '' : `${amountVnd}/`
  await page.goto(`${lang === 'vi' ? '/ung-ho' : '/en/give'}/${slug}/${query}`)
  await choose(page, way, lang)
}

export const wayTo = (page: Page, way: WayName, lang: Lang = 'vi') =>
  page.getByRole('radio', { name: say(lang, `way.${way}`), exact: true })

export const choose = (page: Page, way: WayName, lang: Lang = 'vi'): Promise<void> => wayTo(page, way, lang).check()

export const field = (page: Page, word: 'give.amount' | 'give.name', lang: Lang = 'vi') =>
  page.getByRole('textbox', { name: say(lang, word), exact: true })

export const press = (
  page: Page,
  word: Parameters<typeof say>[1],
  lang: Lang = 'vi',
  gaps: Parameters<typeof say>[2] = {},
): Promise<void> => page.getByRole('button', { name: say(lang, word, gaps), exact: true }).click()

/** At the gateway: sees the right amount and does what a button says. */
export async function act(page: Page, button: string, amountVnd: number, lang: Lang = 'vi'): Promise<void> {
  // Who presses twice breaks off the first way there.
  await expect.poll(() => page.url(), { timeout: 15_000 }).toContain('/paymentv2/vpcpay.html?')
  expect((await page.locator('dd').first().textContent())?.replace(/\s/g, ' ')).toBe(shown(amountVnd, lang))
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** Waits, as a donor does, until the page has become the receipt of money that came. */
export async function atReceipt(page: Page, lang: Lang = 'vi'): Promise<void> {
  await page.waitForURL(/\/receipts\/[^/?]+(\?lang=..)?$/, { timeout: 20_000 })
  await page.getByRole('heading', { level: 1, name: say(lang, 'receipt.title') }).waitFor()
  await page.getByText(say(lang, 'receipt.number')).first().waitFor()
}

/** Waits for the page one comes back to, in this state. */
export async function atReturn(
  page: Page,
  word: 'return.waiting' | 'return.unpaid' | 'return.declined' | 'return.checking',
  amountVnd: number,
  lang: Lang = 'vi',
) {
  await page.waitForURL(/\/receipts\/[^/?]+\/return/)
  const name = say(lang, word, { amount: { vnd: amountVnd } })
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
