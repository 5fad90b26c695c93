import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fill } from '../../functions/door/frame.ts'
import { openChromium } from '../journeys/chromium.ts'
import { importsOf } from '../kinds.ts'
import { type Built, build } from './built.ts'
import { lookAt, photographed } from './look-at.ts'
import { lookAnswer, lookCity } from './look-city.ts'
import { lookGaps } from './look-gaps.ts'
import { serve } from './served.ts'

const folder = 'site/src/pages/_look'
const names = readdirSync(folder).flatMap((file) => /^([a-z-]+)\.astro$/.exec(file)?.[1] ?? [])
const components = readdirSync('site/src/components').map((file) => basename(file, '.astro'))
const photographs = '.local/look'
/** What these write is read by machines, not seen. */
const unseen = ['Head', 'Linked', 'Shared']

let site: Built
let browser: Browser
let wrong: ReadonlyMap<string, string[]>
const shown = (name: string): string => fill(site.text(`/_look/${name}.html`), lookGaps[name] ?? {})
const shows = (name: string): string[] => /data-shows="([^"]+)"/.exec(shown(name))?.[1]?.split(' ') ?? []

beforeAll(async () => {
  rmSync(photographs, { recursive: true, force: true })
  mkdirSync(photographs, { recursive: true })
  ;[site, browser] = await Promise.all([build({ LOOK: 'yes' }, lookCity), openChromium()])
  const pages = new Map(names.map((name) => [`/_look/${name}.html`, shown(name)]))
  const city = await serve((path) => pages.get(path) ?? site.files.get(path), lookAnswer)
  // The longest first, so that two who walk beside each other are done together.
  const heavy = (name: string) => pages.get(`/_look/${name}.html`)!.length
  wrong = await lookAt(
    browser,
    city.origin,
    names.toSorted((one, other) => heavy(other) - heavy(one)),
    photographs,
  )
  city.close()
})
afterAll(async () => {
  await browser?.close()
  site?.remove()
})

/** A file of the site with all that it imports. */
function reach(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path) || !existsSync(path)) return seen
  seen.add(path)
  for (const name of importsOf(path)) reach(name, seen)
  return seen
}

describe('the look pages', () => {
  it('show every component, each on a page that imports it', () => {
    const all = names.flatMap(shows)
    expect(components.filter((name) => !all.includes(name) && !unseen.includes(name))).toEqual([])
    expect(unseen.filter((name) => !components.includes(name) || all.includes(name))).toEqual([])
    for (const name of names) {
      const there = reach(`${folder}/${name}.astro`)
      expect([name, shows(name).length > 0]).toEqual([name, true])
      expect([name, shows(name).filter((each) => !there.has(`site/src/components/${each}.astro`))]).toEqual([name, []])
    }
  })
  it('speak both languages', () => {
    for (const name of names)
      for (const lang of ['vi', 'en'])
        expect([name, lang, shown(name).includes(`<div lang="${lang}" class="look-state`)]).toEqual([name, lang, true])
  })
  it('are all that is built for a look', () => {
    expect(site.paths(/\.html$/)).toEqual(names.map((name) => `/_look/${name}.html`).sort())
  })
  it.each(names)('%s is clean on a phone and a desk, by day and by night', (name) => {
    expect(wrong.get(name)).toEqual([])
    for (const way of photographed) expect([way, existsSync(`${photographs}/${name}.${way}.png`)]).toEqual([way, true])
  })
})
