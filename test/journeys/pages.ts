import { beforeAll, describe, expect, it } from 'vitest'
import { say } from '../../functions/words/words.ts'
import { axeFinds, overflow, shoot } from './browser.ts'
import { city, piggyBank, visit } from './stage.ts'
import { field, givePage, press } from './steps.ts'

/** Gifts in every state that a page can show, made without a browser. */
const receipts: Record<'received' | 'waiting' | 'checking' | 'declined', string> = {
  received: '',
  waiting: '',
  checking: '',
  declined: '',
}
let slug = ''

beforeAll(async () => {
  const program = await piggyBank()
  slug = program.slug
  const { vnpay, origin } = city()
  for (const state of Object.keys(receipts) as (keyof typeof receipts)[]) {
    const body = JSON.stringify({ program: slug, amountVnd: 50_000, name: 'Hội phụ huynh lớp 5A', lang: 'vi' })
    const given = await fetch(`${origin}/api/donations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const { receiptKey, payUrl } = (await given.json()) as { receiptKey: string; payUrl: string }
    receipts[state] = `/receipts/${receiptKey}`
    await fetch(payUrl)
    const { reference } = vnpay.payments().at(-1)!
    if (state === 'received') await vnpay.approve(reference)
    if (state === 'checking') await vnpay.suspect(reference)
    if (state === 'declined') await vnpay.decline(reference)
  }
  await city().settled()
})

const addresses = {
  home: () => ['/', '/en/'],
  programs: () => ['/chuong-trinh/', '/en/programs/'],
  program: () => [`/chuong-trinh/${slug}/`, `/en/programs/${slug}/`],
  'give list': () => ['/ung-ho/', '/en/give/'],
  give: () => [`/ung-ho/${slug}/?amount=50000`, `/en/give/${slug}/`],
  book: () => ['/so-thu-chi/', '/en/book/'],
  'book, one line': () => ['/so-thu-chi/?line=1', '/en/book/?line=1'],
  wards: () => ['/phuong-xa/', '/en/wards/'],
  missing: () => ['/khong-co/', '/en/nothing/'],
  'return, waiting': () => both(`${receipts.waiting}/return`),
  'return, checking': () => both(`${receipts.checking}/return`),
  'return, declined': () => both(`${receipts.declined}/return`),
  receipt: () => both(receipts.received),
  'receipt without money': () => both(receipts.waiting),
  'no such receipt': () => both('/receipts/AAAAAAAAAAAAAAAAAAAAAA'),
} satisfies Record<string, () => string[]>
const both = (path: string) => [`${path}?lang=vi`, `${path}?lang=en`]
/** Pages that a script brings up to date. */
const lively = /^(home|program|book)/
type Name = keyof typeof addresses

type Page = Parameters<typeof axeFinds>[0]

/** All that is wrong with a page as it stands, on a phone and on a desk. */
async function wrongWith(page: Page, resize: (wide: number) => Promise<void>, name: string): Promise<string[]> {
  const wrong: string[] = []
  for (const wide of [360, 1_280]) {
    await resize(wide)
    const sideways = await overflow(page)
    if (sideways > 0) wrong.push(`${wide}: ${sideways} px beyond the edge`)
    wrong.push(...(await axeFinds(page)).map((found) => `${wide}: ${found}`))
    await shoot(page, `${name.replace(/\W+/g, '-')}-${wide}`)
  }
  const headings = await page.getByRole('heading', { level: 1 }).count()
  if (headings !== 1) wrong.push(`${headings} headings of the first level`)
  return wrong
}

describe.each(['vi', 'en'] as const)('in %s, on a phone and on a desk', (lang) => {
  it.each(Object.keys(addresses) as Name[])('%s is clean', async (name) => {
    const { page, resize } = await visit({ lang, expects: /status of 404/ })
    await page.goto(addresses[name]()[lang === 'vi' ? 0 : 1]!, {
      waitUntil: lively.test(name) ? 'networkidle' : 'load',
    })
    expect(await page.locator('html').getAttribute('lang')).toBe(name === 'missing' ? 'vi' : lang)
    expect(await wrongWith(page, resize, `${name} ${lang}`)).toEqual([])
  })

  it('the form with its errors is clean', async () => {
    const { page, resize } = await visit({ lang, expects: /status of 422/ })
    await givePage(page, await piggyBank(), lang)
    await field(page, 'give.amount', lang).fill('4.999')
    await press(page, 'give.with-name', lang)
    await page.getByRole('alert').first().waitFor()
    expect(await page.getByText(say(lang, 'refusal.name-missing')).count()).toBe(2)
    expect(await wrongWith(page, resize, `give with errors ${lang}`)).toEqual([])
  })
})
