import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Built, build } from './built.ts'

const origin = 'https://hoc.example'
let site: Built
beforeAll(async () => {
  site = await build({ STAGE: 'prod', PUBLIC_ORIGIN: origin })
})
afterAll(() => site.remove())

const pages = () => site.paths(/(^|\/)index\.html$/)
const meta = (html: string, property: string) =>
  new RegExp(`<meta property="${property}" content="([^"]*)"`).exec(html)?.[1]
const canonical = (html: string) => /<link rel="canonical" href="([^"]*)"/.exec(html)![1]!
const fileOf = (url: string) => `${decodeURI(new URL(url).pathname)}index.html`

describe('a page whose address is sent to somebody', () => {
  it('has a picture, a title and words of its own', () => {
    for (const path of pages()) {
      const html = site.text(path)
      const picture = meta(html, 'og:image')!
      expect([path, picture.startsWith(origin), site.files.has(new URL(picture).pathname)]).toEqual([path, true, true])
      expect([path, meta(html, 'og:url')]).toEqual([path, canonical(html)])
      expect(meta(html, 'og:locale')).toBe(path.startsWith('/en/') ? 'en_US' : 'vi_VN')
      for (const property of ['og:title', 'og:description'])
        expect([path, meta(html, property) ?? '']).not.toEqual([path, ''])
    }
  })
  it('has pictures of 1200 by 630 that are light, one per program and language', async () => {
    const pictures = site.paths(/^\/cards\//)
    expect(pictures.length).toBe(2 * (5 + 14))
    for (const path of pictures) {
      const { width, height, format } = await sharp(site.files.get(path)).metadata()
      expect([path, width, height, format]).toEqual([path, 1_200, 630, 'png'])
      expect([path, site.files.get(path)!.length < 100_000]).toEqual([path, true])
    }
  })
  it('is never one that depends on the person', () => {
    for (const path of site.paths(/^\/_frames\//)) {
      expect(site.text(path)).not.toContain('og:image')
      expect(site.text(path)).toContain('noindex')
    }
  })
})

describe('search', () => {
  it('is told of every page once, in both languages, and of no other', () => {
    const map = site.text('/sitemap.xml')
    const told = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url!)
    expect(new Set(told).size).toBe(told.length)
    const canonicals = new Set(pages().map((path) => canonical(site.text(path))))
    expect([...told].sort()).toEqual([...canonicals].sort())
    for (const [, url] of map.matchAll(/hreflang="\w+" href="([^"]+)"/g))
      expect(site.files.has(fileOf(url!))).toBe(true)
  })
  it('is let in, but not to receipts', () => {
    expect(site.text('/robots.txt')).toContain('Disallow: /receipts/')
    expect(site.text('/robots.txt')).toContain(`Sitemap: ${origin}/sitemap.xml`)
  })
  it('reads only what is true', () => {
    const kinds = new Set<string>()
    for (const path of pages()) {
      for (const [, text] of site.text(path).matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)) {
        const { '@graph': graph } = JSON.parse(text!) as { '@graph': { '@type': string }[] }
        for (const each of graph) kinds.add(each['@type'])
      }
    }
    // All entities of the first content are made up: nothing is said of them.
    expect([...kinds].sort()).toEqual(['BreadcrumbList', 'FAQPage', 'WebSite'])
  })
  it('finds icons and the manifest that names them', async () => {
    const { icons } = JSON.parse(site.text('/manifest.webmanifest')) as { icons: { src: string; sizes: string }[] }
    for (const { src, sizes } of icons) {
      const { width, height } = await sharp(site.files.get(src)).metadata()
      expect(`${width}x${height}`).toBe(sizes)
    }
    expect(site.files.has('/icons/180.png')).toBe(true)
  })
})

describe('the real city', () => {
  it('has canonical addresses in both languages and wears no test banner', () => {
    const home = site.text('/index.html')
    expect(canonical(home)).toBe(`${origin}/`)
    expect(home).toContain(`<link rel="alternate" hreflang="en" href="${origin}/en/">`)
    expect(home).toContain(`<link rel="alternate" hreflang="x-default" href="${origin}/">`)
    for (const path of pages()) {
      expect(site.text(path)).not.toContain('class="test"')
      expect([path, site.text(path).includes('noindex')]).toEqual([path, false])
    }
    expect(site.text('/trang-that/index.html')).toContain('hoc.example')
    expect(site.text('/_frames/receipt.vi.html')).toContain('<meta name="referrer" content="no-referrer">')
  })
})
