import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { say } from '../../site/src/words/words.ts'
import { axeFinds, overflow, shiftOf, shoot } from './browser.ts'
import { giftThatIs, states } from './gifts.ts'
import { city, piggyBank, visit } from './stage.ts'
import { field, givePage, press } from './steps.ts'

const receipts: Record<string, string> = {}
let slug = ''

const both = (path: string): [string, string] => [`${path}?lang=vi`, `${path}?lang=en`]
/** Every page type: its two addresses and words that show that it is the one meant. */
const pages = {
  home: [() => ['/', '/en/'], 'home.title'],
  programs: [() => ['/chuong-trinh/', '/en/programs/'], 'program.list-title'],
  program: [() => [`/chuong-trinh/${slug}/`, `/en/programs/${slug}/`], 'program.sources'],
  'give list': [() => ['/ung-ho/', '/en/give/'], 'give.list-title'],
  give: [() => [`/ung-ho/${slug}/50000/`, `/en/give/${slug}/`], 'give.without-name'],
  book: [() => ['/so-thu-chi/', '/en/book/'], 'book.title'],
  'book searched': [() => ['/so-thu-chi/?amountVnd=50000', '/en/book/?amountVnd=50000'], 'book.title'],
  'book with a line': [() => ['/so-thu-chi/?line=1', '/en/book/?line=1'], 'book.title'],
  find: [() => ['/tim-bien-nhan/', '/en/find-receipt/'], 'find.lead'],
  wards: [() => ['/phuong-xa/', '/en/wards/'], 'ward.title'],
  unit: [() => ['/phuong-xa/xom-chieu-27259/', '/en/wards/xom-chieu-27259/'], 'ward.formed'],
  'split unit': [() => ['/phuong-xa/binh-hung-hoa-27439/', '/en/wards/binh-hung-hoa-27439/'], 'ward.part'],
  'special zone': [() => ['/phuong-xa/con-dao-26732/', '/en/wards/con-dao-26732/'], 'ward.figures'],
  'former district': [() => ['/phuong-xa/quan-4-773/', '/en/wards/quan-4-773/'], 'ward.legacy-wards'],
  questions: [() => ['/hoi-dap/', '/en/questions/'], 'questions.trust'],
  about: [() => ['/chung-toi/', '/en/about/'], 'entity.license'],
  privacy: [() => ['/rieng-tu/', '/en/privacy/'], 'privacy.long'],
  access: [() => ['/ai-cung-dung-duoc/', '/en/accessibility/'], ['Ai cũng dùng được', 'Accessibility']],
  'real site': [() => ['/trang-that/', '/en/real/'], 'foot.address'],
  'open data': [() => ['/du-lieu-mo/', '/en/open-data/'], ['Dữ liệu mở', 'Open data']],
  report: [() => ['/bao-sai/', '/en/report/'], ['Báo có gì sai', 'Report a problem']],
  strategy: [
    () => ['/chuong-trinh/chien-luoc-thanh-pho-hoc-tap/', '/en/programs/chien-luoc-thanh-pho-hoc-tap/'],
    'program.contributes',
  ],
  'programs of one place': [() => ['/chuong-trinh/noi/quan-4-773/', '/en/programs/place/quan-4-773/'], 'program.find'],
  missing: [() => ['/khong-co/', '/en/nothing/'], 'missing.title'],
  'return waiting': [() => both(`${receipts.waiting}/return`), 'return.do-not-pay'],
  'return checking': [() => both(`${receipts.checking}/return`), 'return.checking-why'],
  'return declined': [() => both(`${receipts.declined}/return`), 'return.declined'],
  receipt: [() => both(receipts.received!), 'receipt.number'],
  'receipt without money': [() => both(receipts.waiting!), 'receipt.waiting'],
  'no such receipt': [() => both('/receipts/AAAAAAAAAAAAAAAAAAAAAA'), 'problem.missing'],
} satisfies Record<string, [() => [string, string], Parameters<typeof say>[1] | [string, string]]>
type Name = keyof typeof pages
/** A script brings these up to date. */
const lively = /^(home|program|book)/

/**
 * All that is wrong with a page as it stands: on a phone, on a desk, and by night. Both languages come from one mould, so
 * on a desk and by night Vietnamese stands for both, unless photographs are wanted.
 */
async function wrongWith(page: Page, resize: (wide: number) => Promise<void>, name: string): Promise<string[]> {
  const wrong: string[] = []
  const whole = name.endsWith('vi')
  for (const wide of [360, 1_280]) {
    await resize(wide)
    const sideways = await overflow(page)
    if (sideways > 0) wrong.push(`${wide}: ${sideways} px beyond the edge`)
    if (whole || wide === 360 || process.env.SHOTS)
      wrong.push(...(await axeFinds(page)).map((found) => `${wide}: ${found}`))
    await shoot(page, `${name} ${wide}`)
  }
  if (whole || process.env.SHOTS) {
    await page.emulateMedia({ colorScheme: 'dark' })
    wrong.push(...(await axeFinds(page, ['color-contrast'])).map((found) => `night: ${found}`))
    await shoot(page, `${name} night`)
  }
  const headings = await page.getByRole('heading', { level: 1 }).count()
  if (headings !== 1) wrong.push(`${headings} headings of the first level`)
  return wrong
}

describe('every page', () => {
  beforeAll(async () => {
    slug = (await piggyBank()).slug
    for (const state of states) receipts[state] = await giftThatIs(state)
    await city().settled()
  })

  const langs = ['vi', 'en'] as const
  /** Both languages at once: a machine has more than one core. */
  const inBoth = async (look: (lang: (typeof langs)[number]) => Promise<string[]>) =>
    expect((await Promise.all(langs.map(look))).flat()).toEqual([])

  it.each(Object.keys(pages) as Name[])('%s is clean in both languages', (name) =>
    inBoth(async (lang) => {
      const { page, resize } = await visit({ lang, expects: /status of 404/ })
      const [addresses, word] = pages[name]
      const waitUntil = lively.test(name) ? 'networkidle' : 'load'
      await page.goto(addresses()[lang === 'vi' ? 0 : 1], { waitUntil })
      expect(await page.locator('html').getAttribute('lang')).toBe(name === 'missing' ? 'vi' : lang)
      const shown = Array.isArray(word) ? word[lang === 'vi' ? 0 : 1]! : say(lang, word)
      expect(await page.textContent('main')).toContain(shown)
      let shift = await shiftOf(page)
      if (shift > 0.05) {
        // A face that comes late moves more here than on a phone, which has a better one to stand in: now it is there at once.
        await page.reload({ waitUntil })
        shift = await shiftOf(page)
      }
      const jumped = shift > 0.05 ? [`${shift.toFixed(3)} of it jumped`] : []
      return [...jumped, ...(await wrongWith(page, resize, `${name} ${lang}`))]
    }),
  )

  it('the form with its errors is clean in both languages', () =>
    inBoth(async (lang) => {
      const { page, resize } = await visit({ lang, expects: /status of 422/ })
      await givePage(page, await piggyBank(), lang)
      await field(page, 'give.amount', lang).fill('4.999')
      await press(page, 'give.with-name', lang)
      await page.getByRole('alert').first().waitFor()
      expect(await page.getByText(say(lang, 'refusal.name-missing')).count()).toBe(2)
      return wrongWith(page, resize, `give with errors ${lang}`)
    }))
})
