import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { type Lang, say } from '../../site/src/words/words.ts'
import { axeFinds, overflow, shoot, tabTo } from './browser.ts'
import { visit } from './stage.ts'

const box = (page: Page, lang: Lang = 'vi') => page.getByRole('combobox', { name: say(lang, 'ward.search-label') })
const options = (page: Page) => page.getByRole('option')
const question = (page: Page, lang: Lang = 'vi') => page.getByRole('group', { name: say(lang, 'home.ward-list') })
/** Comes to the box by the keyboard alone. */
async function reach(page: Page, lang: Lang = 'vi'): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (await box(page, lang).evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('the keyboard does not reach the box')
}

describe('my ward', () => {
  it('is found from “phuong 15 quan 4” by keyboard on a phone, asked about, and remembered on the home page', async () => {
    const { page } = await visit()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const index = () => asked.filter((url) => url.endsWith('.json'))
    await page.goto('/')
    await page.waitForLoadState('networkidle')
    expect(index()).toEqual([])
    await reach(page)
    await page.keyboard.type('phuong 15 quan 4')
    await options(page).first().waitFor()
    expect(index()).toHaveLength(1)
    expect(await options(page).count()).toBe(1)
    expect(await options(page).first().textContent()).toContain('Phường Xóm Chiếu, Phường Khánh Hội')
    expect(await axeFinds(page)).toEqual([])
    await page.keyboard.press('Enter')
    await question(page).waitFor()
    expect(await question(page).evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await overflow(page)).toBe(0)
    expect(await axeFinds(page)).toEqual([])
    await shoot(page, 'ward question')
    await tabTo(page, 'Phường Xóm Chiếu', 'link')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/phuong-xa/xom-chieu-27259/')
    await page.getByRole('heading', { level: 1, name: 'Phường Xóm Chiếu' }).waitFor()
    await page.getByText(say('vi', 'ward.keeping')).waitFor()
    await page.goto('/')
    const kept = page.getByRole('link', { name: 'Phường Xóm Chiếu', exact: true })
    await kept.waitFor()
    await shoot(page, 'ward kept')
    await page.goto('/en/')
    await page.getByRole('link', { name: 'Xom Chieu Ward', exact: true }).click()
    await page.waitForURL('**/en/wards/xom-chieu-27259/')
    await page.getByRole('button', { name: say('en', 'ward.forget') }).click()
    await page.getByText(say('en', 'ward.keep-what')).waitFor()
    await page.goto('/')
    await page.getByText(say('vi', 'ward.none-kept')).waitFor()
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  it('is chosen from the list with the arrows, and the list is put away with Escape', async () => {
    const { page } = await visit({ width: 1_280, lang: 'en' })
    await page.goto('/en/wards/')
    await box(page, 'en').fill('ward 15')
    await options(page).first().waitFor()
    const active = async () => {
      const id = await box(page, 'en').getAttribute('aria-activedescendant')
      return id ? page.locator(`#${id}`).textContent() : null
    }
    expect(await active()).toBeNull()
    await page.keyboard.press('ArrowDown')
    expect(await active()).toContain('District 4')
    await page.keyboard.press('ArrowUp')
    expect(await active()).toBeNull()
    await page.keyboard.press('ArrowUp')
    expect(await active()).toContain('Tan Binh District')
    for (const size of await options(page).evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height)))
      expect(size).toBeGreaterThanOrEqual(48)
    await page.keyboard.press('Escape')
    expect(await options(page).count()).toBe(0)
    expect(await box(page, 'en').getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type(' go vap')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/wards/an-hoi-dong-26878/')
  })

  it('says what it could not find, and keeps what was typed', async () => {
    const { page } = await visit()
    await page.goto('/phuong-xa/?place=zzzzzz')
    await page.getByText(say('vi', 'ward.nothing')).waitFor()
    expect(await box(page).inputValue()).toBe('zzzzzz')
    await box(page).fill('xom chiu')
    await page.getByText(say('vi', 'ward.near')).waitFor()
    expect(await options(page).first().textContent()).toContain('Phường Xóm Chiếu')
  })

  it('a network that fails is said, and the list stays', async () => {
    const { page } = await visit({ expects: /places\.|Failed to load|fetch/ })
    await page.route('**/_astro/places.*.json', (route) => route.abort())
    await page.goto('/phuong-xa/')
    await box(page).fill('xom chieu')
    await page.getByText(say('vi', 'ward.unread')).waitFor()
    await page.unroute('**/_astro/places.*.json')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/phuong-xa/xom-chieu-27259/')
  })

  it('without script the form leads to the list, and the list to the ward', async () => {
    const { page } = await visit({ script: false })
    await page.goto('/')
    await page.getByRole('textbox', { name: say('vi', 'ward.search-label') }).fill('phuong 15 quan 4')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/phuong-xa/?place=*')
    await page.getByRole('link', { name: 'Quận 4', exact: true }).click()
    await page.waitForURL('**/phuong-xa/quan-4-773/')
    const row = page.locator('#phuong-15')
    expect(await row.textContent()).toContain(say('vi', 'home.ward-list'))
    await row.getByRole('link', { name: /Phường Khánh Hội/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Phường Khánh Hội' }).waitFor()
  })
})
