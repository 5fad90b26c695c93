import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axeFinds, openVisitor, overflow, tabTo } from './browser.ts'
import { openChromium } from './chromium.ts'

/** A page on which much is wrong: what the journeys trust to be noticed. */
const bad = `<!doctype html><html lang="vi"><head><title>x</title></head><body><main><h1>x</h1>
<p style="width:2000px">wide</p><input><a href="#x" id="plain">link</a>
<script>window.ran = true</script><script src="/broken.js"></script><img src="http://elsewhere.example/a.png" alt="">
</main></body></html>`
const files: Record<string, [string, string]> = {
  '/': ['text/html', bad],
  '/broken.js': ['text/javascript', 'document.body.dataset.ran = "yes"; throw new Error("broken")'],
  '/bare.css': ['text/css', ':focus{outline:none}'],
  '/bare': [
    'text/html',
    '<!doctype html><html lang="vi"><title>x</title><link rel="stylesheet" href="/bare.css"><button>press</button><button tabindex="-1">hidden from keys</button>',
  ],
}
const server = createServer(({ url = '/' }, response) => {
  const [type, body] = files[url] ?? ['text/plain', '']
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src *"
  response.writeHead(body ? 200 : 404, { 'content-type': type, 'content-security-policy': policy }).end(body)
})
let browser: Browser
let origin = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

it('the browser keeps the policy, reaches nothing outside, and writes down what went wrong', async () => {
  const { page, faults, close } = await openVisitor(browser, origin)
  await page.goto('/', { waitUntil: 'networkidle' })
  expect(await page.evaluate(() => [(globalThis as { ran?: true }).ran, document.body.dataset.ran])).toEqual([
    undefined,
    'yes',
  ])
  for (const expected of [
    /^CSP: style-src-attr blocked inline/,
    /^CSP: script-src-elem blocked inline/,
    /^script: broken/,
    /^request: http:\/\/elsewhere\.example\/a\.png/,
    /^console: .*Content Security Policy/,
  ])
    expect(faults).toContainEqual(expect.stringMatching(expected))
  expect(await axeFinds(page)).toContainEqual(expect.stringMatching(/^label /))
  await close()
})

it('a page wider than the screen is seen, and a focus that does not show', async () => {
  const { page, close } = await openVisitor(browser, origin)
  await page.setContent('<main><p id="wide">x</p></main>')
  expect(await overflow(page)).toBe(0)
  await page.evaluate(() => {
    document.getElementById('wide')!.style.width = '900px'
  })
  expect(await overflow(page)).toBeGreaterThan(0)
  await page.goto('/bare')
  await expect(tabTo(page, 'press', 'button')).rejects.toThrow()
  await expect(tabTo(page, 'hidden from keys', 'button')).rejects.toThrow('does not reach')
  await close()
})

it('without script no script runs, and what a journey expects is no fault', async () => {
  const { page, faults, close } = await openVisitor(browser, origin, { script: false, expects: /status of 404/ })
  await page.goto('/missing')
  await page.goto('/')
  expect(await page.locator('body').getAttribute('data-ran')).toBeNull()
  expect(faults.filter((fault) => fault.includes('404'))).toEqual([])
  await close()
})
