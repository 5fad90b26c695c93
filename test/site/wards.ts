import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Gazetteer, placesOf } from '../../functions/areas/gazetteer.ts'
import { seed } from '../../infra/seed/seed.ts'
import { urlsOf } from '../../site/src/addresses.ts'
import { type Lang, say } from '../../site/src/words/words.ts'
import type { Built } from './built.ts'
import { linksOf, scriptsOf } from './html.ts'

/** What the pages of places promise, on the site that the caller has built. */
export function wardPages(site: () => Built): void {
  const page = (code: string, lang: Lang = 'vi'): string => {
    const place = [...seed.areas, ...seed.legacy].find((each) => each.code === code)!
    return site().text(`${urlsOf('wards', place.slug)[lang]}index.html`)
  }
  const slugOf = (code: string) => seed.areas.find((each) => each.code === code)!.slug
  const main = (html: string) =>
    html
      .slice(html.indexOf('<main'), html.indexOf('</main>'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')

  describe('the pages of places', () => {
    it('are there for each of the 168 units and 38 former districts, in both languages', () => {
      for (const { slug } of [...seed.areas, ...seed.legacy])
        for (const url of Object.values(urlsOf('wards', slug))) expect(site().files.has(`${url}index.html`)).toBe(true)
    })

    it('say of a unit what it was formed from, its figures and their map, and whom to ask', () => {
      const text = main(page('27259'))
      for (const part of ['Phường Xóm Chiếu', 'Quận 4 cũ', 'Phường 13', 'Phường 18', '57.875 người', '1,9 km²'])
        expect(text).toContain(part)
      expect(text).toMatch(/Phường 15 \(\s*một phần\s*\)/)
      expect(text).toContain(say('vi', 'ward.map-since'))
      expect(text).toContain(say('vi', 'ward.figures-source'))
      expect(text).toContain(say('vi', 'program.ask'))
      expect(main(page('27259', 'en'))).toContain('57,875 people')
      expect(linksOf(page('27259'))).toContain(urlsOf('wards', slugOf('27265')).vi)
      expect(linksOf(page('27259'))).toContain('/phuong-xa/quan-4-773/')
    })

    it('lead from a split ward to each unit that has a part of it', () => {
      const html = page('773')
      const row = /<div id="phuong-15">.*?<\/div>/s.exec(html)?.[0] ?? ''
      expect(row).toContain(say('vi', 'home.ward-list'))
      expect(linksOf(row)).toEqual([urlsOf('wards', slugOf('27259')).vi, urlsOf('wards', slugOf('27265')).vi])
      const whole = /<div id="phuong-13">.*?<\/div>/s.exec(html)?.[0] ?? ''
      expect(whole).not.toContain(say('vi', 'home.ward-list'))
      expect(linksOf(whole)).toEqual([urlsOf('wards', slugOf('27259')).vi])
    })

    it('show a program of a former district in each unit that succeeds it, and say where only a part does', () => {
      const piggyBank = seed.programs.find(({ kind, areas }) => kind === 'piggy-bank' && areas.includes('777'))!
      const url = urlsOf('programs', piggyBank.slug).vi
      for (const code of ['777', '27442', '27448', '27460', '27439', '27457', '27595', '27604'])
        expect([code, linksOf(page(code)).includes(url)]).toEqual([code, true])
      const part = say('vi', 'ward.here-part', { district: 'Quận Bình Tân' })
      expect(main(page('27442'))).not.toContain(part)
      expect(main(page('27439'))).toContain(part)
      expect(linksOf(page('27259'))).not.toContain(url)
    })

    it('give a former district no figures at all', () => {
      for (const { code, name } of seed.legacy) {
        expect([code, main(page(code)).match(/[\d.]+ người|km²/g)]).toEqual([code, null])
        expect(main(page(code))).toContain(say('vi', 'ward.legacy-figures', { name: name.vi }))
      }
    })

    it('know the special zone, that was a whole district and no ward', () => {
      const text = main(page('26732', 'en'))
      expect(text).toContain('Con Dao Special Zone')
      expect(text).toContain('all of Con Dao District')
      expect(main(page('755'))).not.toContain(say('vi', 'ward.legacy-wards'))
    })

    it('say what was before 2021', () => expect(main(page('769'))).toContain('Quận 2, Quận 9 và Quận Thủ Đức'))
  })

  describe('the search for a place', () => {
    const file = () => site().paths(/^\/_astro\/places\.[\w-]+\.json$/)
    it('has one small file for both languages, named by what it says', () => {
      expect(file()).toHaveLength(1)
      const [path] = file() as [string]
      const weight = site().weight(path)
      console.log(`places ${weight} bytes`)
      expect(weight).toBeLessThanOrEqual(25_000)
      expect(placesOf(JSON.parse(site().text(path)) as Gazetteer).length).toBeGreaterThan(600)
      for (const page of ['/index.html', '/en/index.html', '/phuong-xa/index.html', '/en/wards/index.html'])
        expect(site().text(page)).toContain(`data-my-ward="${path}"`)
    })
    it('is asked for by no page before somebody begins', () => {
      const [path] = file() as [string]
      for (const page of site().paths(/\.html$/)) expect(linksOf(site().text(page))).not.toContain(path)
    })
    it('costs at most 5 kB of script', () => {
      const onEveryPage = scriptsOf(site(), site().text('/404.html'))
      const scripts = scriptsOf(site(), site().text('/phuong-xa/index.html')).filter(
        (path) => !onEveryPage.includes(path),
      )
      expect(scripts.reduce((sum, path) => sum + site().weight(path), 0)).toBeLessThanOrEqual(5_000)
    })
    it('is a plain form that leads to the list of all places', () => {
      expect(site().text('/en/index.html')).toMatch(/<form action="\/en\/wards\/" method="get" role="search">/)
      const links = new Set(linksOf(site().text('/phuong-xa/index.html')))
      for (const { slug } of [...seed.areas, ...seed.legacy])
        expect([slug, links.has(urlsOf('wards', slug).vi)]).toEqual([slug, true])
    })
  })

  describe('the map', () => {
    it('has a dot for each unit, and nothing in the way of the keyboard', () => {
      const html = site().text('/phuong-xa/index.html')
      const drawn = /<div aria-hidden="true">.*?<\/section>/s.exec(html)![0]
      const links = new Set(linksOf(drawn))
      expect(links.size).toBe(168)
      expect(brotliCompressSync(drawn).length).toBeLessThanOrEqual(8_000)
      expect(drawn.match(/<a (?![^>]*tabindex="-1")/g)).toBeNull()
    })
  })
}
