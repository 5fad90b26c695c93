import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fill } from '../../functions/door/frame.ts'
import { frames as frameNames } from '../../site/src/frames.ts'
import { words as all, type Word } from '../../site/src/words/words.ts'
import { type Built, build } from './built.ts'
import { book } from './fake-city.ts'
import { filled, gapsOf } from './frames.ts'
import { linksOf, visible } from './html.ts'
import { wardPages } from './wards.ts'
import { weighs } from './weight.ts'

let site: Built
let pages: string[]
let frames: string[]
beforeAll(async () => {
  site = await build()
  pages = site.paths(/(index|404)\.html$/)
  frames = site.paths(/^\/_frames\//)
})
afterAll(() => site.remove())

const { vi, en } = all
const isEnglish = (path: string) => path.startsWith('/en/') || path.endsWith('.en.html')
const statesOf = (path: string) => filled(/_frames\/(\w+)\./.exec(path)![1]!, isEnglish(path) ? 'en' : 'vi')
/** Every page as a browser gets it: built pages, and frames filled in every way. */
const shown = (): [string, string][] => [
  ...pages.map((path): [string, string] => [path, site.text(path)]),
  ...frames.flatMap((path) =>
    statesOf(path).map(([state, gaps]): [string, string] => [`${path}#${state}`, fill(site.text(path), gaps)]),
  ),
]

describe('the built site', () => {
  it('has each page in both languages', () => {
    const count = (pattern: RegExp) => pages.filter((path) => pattern.test(path)).length
    expect(pages.filter((path) => isEnglish(path)).length).toBe((pages.length - 1) / 2)
    expect(count(/^\/(chuong-trinh|en\/programs)\/[^/]+\//)).toBeGreaterThanOrEqual(12)
    const names = frameNames.flatMap((name) => [`/_frames/${name}.en.html`, `/_frames/${name}.vi.html`])
    expect(frames).toEqual(names.sort())
  })

  it('ships no page that only shows components, and no style of theirs', () => {
    expect(site.paths(/_look/)).toEqual([])
    expect(site.paths(/\.(html|css)$/).filter((path) => site.text(path).includes('look-'))).toEqual([])
  })

  it('holds no name of a donor: one may be hidden any time, and built pages stay', () => {
    const named = book.lines.flatMap(({ name }) => name ?? [])
    expect(named.length).toBeGreaterThan(0)
    const found = [...pages, ...frames].flatMap((path) => named.filter((name) => site.text(path).includes(name)))
    expect(found).toEqual([])
  })

  it('is clean HTML: headings in order, labels tied, references kept, no inline style', async () => {
    const validate = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: {
        'void-style': ['error', { style: 'omit' }],
        'no-inline-style': 'error',
        'heading-level': 'error',
        // a table keeps its roles where a phone shows its rows as lines
        'no-redundant-role': 'off',
        // without script the page that waits for the bank asks again by itself
        'meta-refresh': 'off',
        'doctype-style': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
      },
    })
    const wrong: string[] = []
    // All units come from one mould: every tenth stands for the others.
    const some = shown().filter(([path], place) => !/\/(phuong-xa|wards)\/./.test(path) || place % 10 === 0)
    for (const [path, html] of some) {
      const report = await validate.validateString(html)
      for (const { messages } of report.results)
        wrong.push(
          ...messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId} ${message}`),
        )
    }
    expect(wrong).toEqual([])
  }, 60_000)

  it('has one h1, its language, and the same page in the other language', () => {
    for (const [path, html] of shown()) {
      expect([path, html.match(/<h1[\s>]/g)?.length]).toEqual([path, 1])
      expect([path, /<html lang="(\w+)"/.exec(html)?.[1]]).toEqual([path, isEnglish(path.split('#')[0]!) ? 'en' : 'vi'])
      expect([path, (html.match(/hreflang="vi"/g) ?? []).length > 0]).toEqual([path, true])
    }
    for (const path of pages.filter((each) => each !== '/404.html')) {
      const other = new RegExp(`<link rel="alternate" hreflang="${isEnglish(path) ? 'vi' : 'en'}" href="([^"]+)"`).exec(
        site.text(path),
      )
      expect([path, site.files.has(`${other?.[1]}index.html`)]).toEqual([path, true])
    }
  })

  it('holds no script or style inside its pages and nothing from elsewhere', () => {
    for (const [path, html] of shown()) {
      expect([
        path,
        html.match(/<script(?![^>]*\ssrc=)(?! type="application\/ld\+json")|<style|\sstyle=|\son[a-z]+=/g),
      ]).toEqual([path, null])
      expect([path, html.match(/(src|srcset|href)="(https?:)?\/\/(?!www\.)[^"]*\.(js|css|woff2|svg|png)/g)]).toEqual([
        path,
        null,
      ])
    }
    for (const path of site.paths(/\.(css|js)$/))
      expect([path, site.text(path).match(/url\(["']?(https?:|data:)/g)]).toEqual([path, null])
  })

  it('leads nowhere that is not there', () => {
    const missing: string[] = []
    for (const path of [...pages, ...frames])
      for (const link of linksOf(site.text(path))) {
        if (/^(tel:|https:|\{\{|#\{\{|\/api\/)/.test(link)) continue
        const [address = '', mark] = link.split('#')
        const target = address === '' ? path : address.split('?')[0]!
        const file = target.endsWith('/') ? `${target}index.html` : target
        if (!site.files.has(file)) missing.push(`${path} -> ${link}`)
        else if (mark && !site.text(file).includes(`id="${mark}"`)) missing.push(`${path} -> ${link}`)
      }
    expect(missing).toEqual([])
  })

  it('speaks one language at a time', () => {
    const sentences = (Object.keys(vi) as Word[]).filter(
      (word) => vi[word].length > 12 && en[word].length > 12 && !/[{}]/.test(vi[word] + en[word]),
    )
    expect(sentences.length).toBeGreaterThan(100)
    for (const path of [...pages, ...frames].filter((each) => each !== '/404.html')) {
      const text = visible(site.text(path))
      const foreign = isEnglish(path) ? vi : en
      const own = isEnglish(path) ? en : vi
      const strangers = sentences.filter((word) => foreign[word] !== own[word] && text.includes(foreign[word]))
      expect([path, strangers]).toEqual([path, []])
      const wrongFigures = text.match(isEnglish(path) ? /\d\.\d{3}\s₫/g : /\d,\d{3}\s₫/g)
      expect([path, wrongFigures]).toEqual([path, null])
    }
  })

  it('leaves only gaps that its door fills', () => {
    for (const path of frames) {
      const known = new Set(statesOf(path).flatMap(([, gaps]) => gapsOf(gaps)))
      const used = [...site.text(path).matchAll(/\{\{[#^/]?(\w+)\}\}/g)].map(([, name]) => name!)
      expect([path, used.filter((name) => !known.has(name))]).toEqual([path, []])
      expect([path, used.length > 3]).toEqual([path, true])
    }
    for (const path of pages) expect([path, site.text(path).includes('{{')]).toEqual([path, false])
    for (const [path, html] of shown()) expect([path, html.includes('<script>alert')]).toEqual([path, false])
  })

  it('says what else left the fund, where there is any of it', () => {
    const beside = (path: string) => site.text(path).match(/<p class="small" data-(taken|unknown)[^>]*>/g)!
    expect(visible(site.text('/en/index.html'))).toContain('refunds 20,000\u00a0₫, payment fees 550\u00a0₫')
    expect(beside('/en/index.html').map((each) => / hidden/.test(each))).toEqual([false, false])
    const program = site.paths(/^\/en\/programs\/heo-dat-[^/]+\/index/)[0]!
    expect(beside(program).map((each) => / hidden/.test(each))).toEqual([true])
  })

  it('speaks of a button that script brings only where script shows it', () => {
    for (const [lang, own] of Object.entries(all)) {
      const html = site.text(`/_frames/transfer.${lang}.html`)
      const plain = html.replace(/<(p|div)(?: [^>]*)? class="[^"]*(?<!un)scripted[^"]*"[^>]*>.*?<\/\1>/gs, '')
      const says = (text: string, word: Word) => visible(text).includes(own[word])
      expect([says(html, 'transfer.one-phone'), says(plain, 'transfer.one-phone')]).toEqual([true, false])
      expect([says(plain, 'transfer.save'), says(plain, 'transfer.one-phone-plain')]).toEqual([false, true])
    }
  })

  it('says on each page that its money is not real, and hides from search', () => {
    for (const path of [...pages, ...frames]) {
      const html = site.text(path)
      expect([path, html.includes(isEnglish(path) ? en['page.test'] : vi['page.test'])]).toEqual([path, true])
      expect([path, html.includes('<meta name="robots" content="noindex">')]).toEqual([path, true])
    }
  })
})

wardPages(() => site)
weighs(() => site)
