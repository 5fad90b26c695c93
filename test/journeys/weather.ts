import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { formatVnd } from '../../functions/money.ts'
import { say } from '../../site/src/words/words.ts'
import { axeFinds, overflow } from './browser.ts'
import { giftThatIs } from './gifts.ts'
import { city, piggyBank, visit } from './stage.ts'
import { choose, press, wayTo } from './steps.ts'

const lively = ['/', '/so-thu-chi/', '/chuong-trinh/heo-dat-hoc-tap-binh-tan/', '/ung-ho/', '/phuong-xa/'] as const

/** Lets nothing of this kind through. */
const without = (page: Page, kind: RegExp): Promise<unknown> =>
  page.route(
    (url) => kind.test(url.pathname),
    (route) => route.abort('failed'),
  )

beforeAll(async () => {
  await giftThatIs('received')
  await city().settled()
})

describe('in bad weather', () => {
  it.each([
    ['the API', /^\/api\//],
    ['script', /\.js$/],
    ['fonts', /\.woff2$/],
    ['pictures', /\.(svg|png)$/],
  ] as const)('pages read well without %s', async (_, kind) => {
    const { page } = await visit({ expects: /Failed to load resource|ERR_FAILED/ })
    await without(page, kind)
    for (const path of lively) {
      await page.goto(path, { waitUntil: 'load' })
      expect([path, await page.getByRole('heading', { level: 1 }).count()]).toEqual([path, 1])
      // The face that stands in here is wider than any on a phone.
      expect([path, (await overflow(page)) <= 2]).toEqual([path, true])
      expect((await page.textContent('main'))!.length).toBeGreaterThan(200)
      // What changes by the minute says of when it is.
      if (path === '/') expect(await page.textContent('main')).toMatch(/Số liệu lúc \d\d:\d\d \d\d\/\d\d\/\d{4}/)
    }
  })

  it('a gift goes on without the API’s reading half, and the book says that it could not be read', async () => {
    const { page } = await visit({ expects: /Failed to load resource|ERR_FAILED|status of 50/ })
    await page.route('**/api/book?**', (route) => route.fulfill({ status: 503, body: '' }))
    await page.goto('/so-thu-chi/')
    await expect
      .poll(() => page.locator('[data-says]').textContent())
      .toContain(say('vi', 'book.unread', { time: '' }).slice(0, 18))
    const { slug } = await piggyBank()
    await page.goto(`/ung-ho/${slug}/20000/`)
    await choose(page, 'vnpay')
    await press(page, 'give.without-name')
    await page.waitForURL('**/paymentv2/vpcpay.html?**')
  })
})

it('a slow phone finds its ward, and a donor sees who takes the money before the buttons to give', async () => {
  const { page, context } = await visit()
  const slow = await context.newCDPSession(page)
  await slow.send('Network.enable')
  const link = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 }
  await slow.send('Network.emulateNetworkConditions', link)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto('/phuong-xa/')
  await page.getByRole('combobox').fill('phuong 15 quan 4')
  await page.getByRole('option').filter({ hasText: 'Phường Xóm Chiếu' }).first().waitFor()
  const { slug } = await piggyBank()
  await page.goto(`/chuong-trinh/${slug}/`)
  const top = async (selector: string) => (await page.locator(selector).first().boundingBox())!.y
  expect(await page.locator('.receiver').textContent()).toContain('Quỹ Khuyến học')
  expect(await top('.receiver')).toBeLessThan(await top('.amounts'))
  // Within two screens of the phone, where the money is and what became of it.
  expect(await top('[data-sum=receivedVnd]')).toBeLessThan(2 * 740)
})

describe('since the site was built', () => {
  it('a way that has closed is shut with words, and the next open one is chosen', async () => {
    const { page } = await visit()
    await page.route('**/api/ways', (route) => route.fulfill({ json: { ways: [{ name: 'vnpay-card' }] } }))
    const { slug } = await piggyBank()
    await page.goto(`/ung-ho/${slug}/20000/`)
    const shut = page.getByRole('radio', { name: `${say('vi', 'way.vnpay')} ${say('vi', 'way.closed')}` })
    await shut.waitFor()
    expect(await shut.isDisabled()).toBe(true)
    expect(await wayTo(page, 'vnpay-card').isChecked()).toBe(true)
    expect([await overflow(page), await axeFinds(page)]).toEqual([0, []])
    await press(page, 'give.without-name')
    await page.waitForURL('**/vpcpay.html?**vnp_BankCode=INTCARD**')
  })

  it('what was refunded and what providers took stand beside the sums, so that they add up', async () => {
    const { page } = await visit()
    const sums = {
      receivedVnd: 100_000,
      paidOutVnd: 30_000,
      refundedVnd: 20_000,
      feesVnd: 550,
      leftVnd: 49_450,
      gifts: 2,
    }
    const unallocated = { ...sums, leftVnd: 5_000 }
    const totals = { asOf: '2026-11-23T07:05:00.000Z', version: 1, city: sums, unallocated, programs: {} }
    await page.route('**/api/totals', (route) => route.fulfill({ json: totals }))
    await page.goto('/so-thu-chi/')
    await page.getByText(say('vi', 'book.beside', { refunded: { vnd: 20_000 }, fees: { vnd: 550 } })).waitFor()
    await page.getByText(say('vi', 'book.beside-unallocated', { amount: { vnd: 5_000 } })).waitFor()
    expect(await page.locator('[data-sum=leftVnd]').textContent()).toBe(formatVnd(49_450, 'vi'))
  })
})

describe('a journalist', () => {
  it('finds a line by amount and day, and sends the address to somebody', async () => {
    const { page } = await visit()
    await page.goto('/so-thu-chi/')
    const first = page.locator('table.book tbody tr').first()
    await first.waitFor()
    const [number, hour, amount] = await Promise.all(
      ['.line', '.hour', '.sum'].map((cell) => first.locator(cell).textContent()),
    )
    const [, day, month, year] = /(\d\d)\/(\d\d)\/(\d{4})/.exec(hour!)!
    await page.locator('summary', { hasText: say('vi', 'book.find') }).click()
    await page.getByRole('textbox', { name: say('vi', 'book.by-amount') }).fill(amount!.replace('+', ''))
    await page.getByLabel(say('vi', 'book.by-date')).fill(`${year}-${month}-${day}`)
    await press(page, 'book.search')
    await page.waitForURL(/amountVnd=/)
    await expect.poll(() => page.locator('table.book tbody tr .line').allTextContents()).toContain(number)
    for (const each of await page.locator('table.book tbody tr .sum').allTextContents()) expect(each).toBe(amount)
    const sent = await visit({ width: 1_280 })
    await sent.page.goto(page.url())
    await expect.poll(() => sent.page.locator('table.book tbody tr .line').allTextContents()).toContain(number)
  })

  it('is told at the field what cannot be looked for', async () => {
    const { page } = await visit({ expects: /status of 422/ })
    await page.goto('/so-thu-chi/?amountVnd=abc')
    await expect.poll(() => page.locator('[data-says]').textContent()).toContain(say('vi', 'refusal.amount-unreadable'))
    expect(await page.locator('table.book').isVisible()).toBe(false)
    expect(await page.locator('#amountVnd').getAttribute('aria-invalid')).toBe('true')
  })
})

describe('a resident', () => {
  it('sends a program to somebody, by a copied address where there is no share sheet', async () => {
    const { page, context } = await visit()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const { slug } = await piggyBank()
    await page.goto(`/chuong-trinh/${slug}/`)
    await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }))
    await press(page, 'share.program')
    await page.getByText(say('vi', 'share.copied')).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(copied).pathname).toBe(`/chuong-trinh/${slug}/`)
  })

  it('combines kinds and places, and is shown the nearest where nothing fits', async () => {
    const { page } = await visit({ width: 1_280 })
    await page.goto('/chuong-trinh/')
    const shown = () => page.locator('[data-program]:visible').count()
    const all = await shown()
    await page.getByRole('combobox', { name: say('vi', 'program.by-kind') }).selectOption('piggy-bank')
    await expect.poll(shown).toBe(2)
    await page.getByRole('combobox', { name: say('vi', 'program.by-area') }).selectOption('773')
    await page.getByText(/Gần nhất/).waitFor()
    expect(page.url()).toContain('kind=piggy-bank')
    await page.reload()
    await page.getByText(/Gần nhất/).waitFor()
    await page.getByRole('button', { name: say('vi', 'book.clear') }).click()
    await expect.poll(shown).toBe(all)
  })
})

describe('a reader with a screen reader', () => {
  it('meets landmarks, one heading, named controls and a table with headers', async () => {
    const { page } = await visit()
    await page.goto('/so-thu-chi/', { waitUntil: 'networkidle' })
    const tree = await page.locator('body').ariaSnapshot()
    for (const part of [
      '- banner',
      '- navigation',
      '- main',
      '- contentinfo',
      'heading "Sổ thu chi" [level=1]',
      '- table',
      '- columnheader',
    ])
      expect(tree).toContain(part)
    expect(tree).not.toMatch(/- (button|link|textbox|combobox)(:| *$)/m)
  })
})
