import { describe, expect, it } from 'vitest'
import type { Built } from './built.ts'
import { scriptsOf, stylesOf } from './html.ts'

/** What every page of a built site may weigh, as the edge sends it. */
export const weighs = (site: () => Built): void => {
  describe('a page of the site', () => {
    it('keeps to its weight', () => {
      const heavy: string[] = []
      const table: Record<string, { page: number; script: number }> = {}
      for (const path of site().paths(/(index|404)\.html$|^\/_frames\//)) {
        const html = site().text(path)
        const page = site().weight(path) + stylesOf(html).reduce((sum, each) => sum + site().weight(each), 0)
        const script = scriptsOf(site(), html).reduce((sum, each) => sum + site().weight(each), 0)
        table[path] = { page, script }
        if (page > 14_000 || script > 10_000) heavy.push(`${path}: ${page} + ${script}`)
      }
      const fonts = site()
        .paths(/\.woff2$/)
        .reduce((sum, path) => sum + site().files.get(path)!.length, 0)
      // Of the many pages of places the heaviest speaks for all.
      const kinds = new Map<string, [string, { page: number; script: number }]>()
      for (const [path, weight] of Object.entries(table)) {
        const kind = path.replace(/[^/]+-\d{3,5}\/index/, '*/index')
        if (weight.page > (kinds.get(kind)?.[1].page ?? 0)) kinds.set(kind, [path, weight])
      }
      console.log(
        [...kinds.values()]
          .map(([path, { page, script }]) => `${String(page).padStart(6)} ${String(script).padStart(6)}  ${path}`)
          .join('\n'),
        `\nfonts ${fonts}`,
      )
      expect(heavy).toEqual([])
      expect(fonts).toBeLessThanOrEqual(45_000)
      expect(fonts).toBeGreaterThan(10_000)
    })
  })
}
