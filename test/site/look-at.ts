import { writeFile } from 'node:fs/promises'
import type { Browser, Page, Request } from 'playwright-core'
import { axeFinds, openVisitor, overflow } from '../journeys/browser.ts'

/** What the device keeps while a page is open, for what shows only then. */
const kept: Record<string, Record<string, unknown>> = {
  'my-ward': { ward: { slug: 'binh-hung-hoa-27439', name: 'Phường Bình Hưng Hoà' } },
  find: {
    receipts: ['K7M2-9QXR', 'ABCD-EFGH'].map((code, place) => ({
      path: `/receipts/${String(place).repeat(22)}`,
      code,
      amount: place ? '499.999.999 ₫' : '50.000 ₫',
      program: 'Heo đất học tập Bình Tân',
    })),
  },
}

/** What somebody does on a page before it is looked at. */
const done: Record<string, (page: Page) => Promise<void>> = {
  async 'my-ward'(page) {
    const asked = page.locator('[data-my-ward] input').last()
    await asked.fill('ward 15 district 4')
    await asked.press('Enter')
    await page.locator('[data-question]').last().waitFor()
    const typed = page.locator('[data-my-ward] input').first()
    await typed.fill('phuong 1')
    await page.locator('[role=option]').first().waitFor()
    await typed.press('ArrowDown')
  },
}

/** Opens a page and waits until its scripts have heard all that they asked for. */
async function open(page: Page, name: string): Promise<void> {
  const waiting = new Set<Request>()
  const ask = (request: Request) => waiting.add(request)
  const hear = (request: Request) => waiting.delete(request)
  page.on('request', ask).on('requestfinished', hear).on('requestfailed', hear)
  await page.goto(`/_look/${name}.html`)
  await done[name]?.(page)
  while (waiting.size > 0) await new Promise((go) => setTimeout(go, 10))
  page.off('request', ask).off('requestfinished', hear).off('requestfailed', hear)
}

/** Boxes that their own words run out of, though the page as a whole is not too wide. */
const spilled = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((box) => box instanceof HTMLElement)
      .filter(({ clientWidth, scrollWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .filter(({ childNodes }) => [...childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .filter((box) => getComputedStyle(box).overflowX === 'visible')
      .map((box) => `${box.tagName} ${box.className} spills: ${box.textContent?.trim().slice(0, 40)}`),
  )

/** What is done with a sheet stands at its edge. */
const askew = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.leaf-actions')]
      .map((box) => box.getBoundingClientRect().left - box.previousElementSibling!.getBoundingClientRect().left)
      .filter((px) => Math.abs(px) > 1)
      .map((px) => `${px} px beside the edge of its sheet`),
  )

/** Each width once and each color once: what the other two would show is known from these, and half the time is theirs. */
export const photographed = ['360.light', '1280.dark']

/** How a page is looked at, and what axe judges: all at first; then what the night and a wider screen can change. */
const ways = [
  { wide: 360, colorScheme: 'light', rules: undefined },
  { wide: 360, colorScheme: 'dark', rules: ['color-contrast', 'link-in-text-block'] },
  { wide: 1_280, colorScheme: 'light', rules: ['target-size'] },
  { wide: 1_280, colorScheme: 'dark', rules: ['color-contrast'] },
] as const

/**
 * All that is wrong with each page, on a phone and on a desk, by day and by night; photographs stay in `folder`. The states
 * of one component repeat its landmarks; for those, journeys judge real pages.
 */
export async function lookAt(browser: Browser, origin: string, names: readonly string[], folder: string) {
  const wrong = new Map<string, string[]>()
  const left = [...names]
  const walk = async () => {
    const { page, context, faults, resize, close } = await openVisitor(browser, origin)
    const camera = await context.newCDPSession(page)
    const photograph = async (name: string) => {
      const how = { format: 'png', captureBeyondViewport: true, optimizeForSpeed: true } as const
      const { data } = await camera.send('Page.captureScreenshot', how)
      await writeFile(`${folder}/${name}.png`, Buffer.from(data, 'base64'))
    }
    await context.addInitScript((kept) => {
      if (location.protocol !== 'http:') return
      localStorage.clear()
      const [, name = ''] = /(\w[\w-]*)\.html$/.exec(location.pathname) ?? []
      for (const [key, value] of Object.entries(kept[name] ?? {})) localStorage.setItem(key, JSON.stringify(value))
    }, kept)
    for (let name = left.shift(); name; name = left.shift()) {
      const found: string[] = []
      wrong.set(name, found)
      await page.emulateMedia({ colorScheme: 'light' })
      await resize(360)
      await open(page, name)
      for (const { wide, colorScheme, rules } of ways) {
        await page.emulateMedia({ colorScheme })
        if (colorScheme === 'light') {
          await resize(wide)
          const sideways = await overflow(page)
          if (sideways > 0) found.push(`${wide}: ${sideways} px beyond the edge`)
          found.push(...(await spilled(page)), ...(await askew(page)))
        }
        found.push(...(await axeFinds(page, rules)).filter((each) => !each.startsWith('landmark-unique ')))
        const way = `${wide}.${colorScheme}`
        if (photographed.includes(way)) await photograph(`${name}.${way}`)
      }
      found.push(...faults.splice(0))
    }
    await close()
  }
  await Promise.all([walk(), walk()])
  return wrong
}
