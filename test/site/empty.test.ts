import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { say } from '../../site/src/words/words.ts'
import { type Built, build } from './built.ts'
import { emptyCity } from './fake-city.ts'
import { linksOf, visible } from './html.ts'

let site: Built
beforeAll(async () => {
  site = await build({ STAGE: 'prod', PUBLIC_ORIGIN: 'https://hoc.example' }, emptyCity)
})
afterAll(() => site.remove())

describe('a city without programs', () => {
  it('is closed, not broken: every page says so, in its language, even without script', () => {
    for (const [path, lang] of [
      ['/index.html', 'vi'],
      ['/ung-ho/index.html', 'vi'],
      ['/en/index.html', 'en'],
      ['/en/give/index.html', 'en'],
    ] as const) {
      const html = site.text(path)
      expect([path, /<aside class="paused"[^>]* hidden/.test(html)]).toEqual([path, false])
      expect(visible(html)).toContain(say(lang, 'page.giving-closed'))
      expect(visible(html)).toContain(lang === 'vi' ? 'chưa mở.' : 'not open yet.')
      expect([path, /undefined|NaN|\[object/.test(visible(html))]).toEqual([path, false])
    }
  })
  it('has every ward, every trust page and no link that leads nowhere', () => {
    expect(site.paths(/^\/phuong-xa\/[^/]+\/index\.html$/).length).toBeGreaterThan(168)
    const gone = site.paths(/\.html$/).flatMap((path) =>
      linksOf(site.text(path))
        .map((link) => link.split(/[?#]/)[0]!)
        .filter((link) => link.startsWith('/') && !link.startsWith('/api/') && !link.startsWith('/receipts'))
        .filter((link) => !site.files.has(link.endsWith('/') ? `${link}index.html` : link))
        .map((link) => `${path} -> ${link}`),
    )
    expect([...new Set(gone)]).toEqual([])
  })
})
