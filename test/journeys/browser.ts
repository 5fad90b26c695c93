import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'

export interface Wants {
  /** false: as in a browser that runs no script. */
  script?: boolean
  width?: number
  lang?: 'vi' | 'en'
  /** Faults that this journey is about: a browser writes down each page that answers 4xx. */
  expects?: RegExp
}
export type Visitor = Awaited<ReturnType<typeof openVisitor>>

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const sizeOf = (width: number) => ({ width, height: width < 700 ? 740 : 800 })

/** A person with a browser of their own: nothing kept from anybody else. All that goes wrong on a page is written down. */
export async function openVisitor(browser: Browser, origin: string, wants: Wants = {}) {
  const { script = true, width = 360, lang = 'vi', expects } = wants
  const options: BrowserContextOptions = {
    baseURL: origin,
    viewport: sizeOf(width),
    javaScriptEnabled: script,
    locale: lang === 'vi' ? 'vi-VN' : 'en-US',
    timezoneId: 'America/New_York',
    hasTouch: width < 700,
  }
  const context = await browser.newContext(options)
  context.setDefaultTimeout(15_000)
  const faults: string[] = []
  const note = (fault: string) => {
    if (!expects?.test(fault)) faults.push(fault)
  }
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) note(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => note(`script: ${error.error().message}`))
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED') note(`request: ${request.url()} ${why}`)
  })
  await context.exposeBinding('noteViolation', (_, violation: string) => note(`CSP: ${violation}`))
  await context.addInitScript(() => {
    const told = globalThis as { noteViolation?: (violation: string) => void }
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      told.noteViolation?.(`${effectiveDirective} blocked ${blockedURI}`),
    )
  })
  const page = await context.newPage()
  return {
    context,
    page,
    faults,
    resize: (wide: number) => page.setViewportSize(sizeOf(wide)),
    close: () => context.close(),
  }
}

interface Found {
  id: string
  nodes: { target: unknown; failureSummary?: string }[]
}

/** What axe finds on the page as it stands, by all its rules or by some. Its source is evaluated by the debugger, so the page's own CSP stays in force. */
export async function axeFinds(page: Page, only?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe)
  const which = only ? { runOnly: only } : { rules: { 'target-size': { enabled: true } } }
  const options = JSON.stringify({ resultTypes: ['violations'], ...which })
  const found = await page.evaluate<Found[]>(`axe.run(${options}).then(({ violations }) => violations)`)
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
}

/** How much of the page jumped since it began to load, as browsers count it; what somebody did does not count. */
export const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) sum += entry.value
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => setTimeout(() => done(sum)))
      }),
  )

/** Nothing reaches beyond the screen's edge: no sideways scrolling. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Presses Tab until the element has the focus, and sees to it that the focus can be seen. */
export async function tabTo(page: Page, name: string | RegExp, role: 'link' | 'button' | 'textbox'): Promise<void> {
  const wanted = page.getByRole(role, { name }).first()
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (!(await wanted.evaluate((element) => element === document.activeElement))) continue
    const seen = await wanted.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
    expect([name, seen]).toEqual([name, true])
    return
  }
  throw new Error(`the keyboard does not reach ${role} ${name}`)
}

/** Keeps a picture of the page if SHOTS names a folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/${name.replace(/\W+/g, '-')}.png`, fullPage: true })
}
