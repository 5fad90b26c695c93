import type { Page } from 'playwright-core'
import { openCity } from '../city.ts'
import { openVisitor } from '../journeys/browser.ts'
import { openChromium } from '../journeys/chromium.ts'

/** Largest contentful paint and layout shift of each page type on slow 4G (1.6 Mbit/s, 150 ms) with a CPU four times slower. */
const paths = [
  '/',
  '/chuong-trinh/',
  '/chuong-trinh/heo-dat-hoc-tap-binh-tan/',
  '/ung-ho/',
  '/ung-ho/heo-dat-hoc-tap-binh-tan/50000/',
  '/so-thu-chi/',
  '/so-thu-chi/?amountVnd=50000',
  '/chuong-trinh/?kind=week',
  '/chuong-trinh/xa-hoi-hoc-tap-quan-4/',
  '/chuong-trinh/noi/quan-4-773/',
  '/hoi-dap/',
  '/chung-toi/',
  '/phuong-xa/quan-4-773/',
  '/phuong-xa/',
  '/phuong-xa/xom-chieu-27259/',
  '/tim-bien-nhan/',
  '/en/',
]
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}
const runs = 3

interface Felt {
  largestMs: number
  shift: number
}

async function feel(page: Page, url: string): Promise<Felt> {
  await page.addInitScript(() => {
    const felt = { largestMs: 0, shift: 0 }
    Object.assign(globalThis, { felt })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) felt.largestMs = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) felt.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const felt = await page.evaluate(() => (globalThis as typeof globalThis & { felt: Felt }).felt)
  return felt
}

const [city, browser] = await Promise.all([openCity(), openChromium()])
// The edge keeps pages; a first visitor of the minute is not what most people are.
for (const path of paths)
  await (await fetch(city.origin + path, { headers: { 'accept-encoding': 'br' } })).arrayBuffer()
for (const path of paths) {
  const felt: Felt[] = []
  for (let run = 0; run < runs; run++) {
    const { page, context, close } = await openVisitor(browser, city.origin)
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', slow4g)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    felt.push(await feel(page, path))
    await close()
  }
  const [best] = felt.sort((one, other) => one.largestMs - other.largestMs).slice(Math.floor(runs / 2))
  const shift = Math.max(...felt.map((each) => each.shift))
  console.log(`${path.padEnd(44)} LCP ${String(Math.round(best!.largestMs)).padStart(5)} ms  shift ${shift.toFixed(3)}`)
}
await browser.close()
await city.close()
