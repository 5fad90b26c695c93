import { build } from '../site/built.ts'
import { scriptsOf, stylesOf } from '../site/html.ts'

/** What each kind of page weighs as the edge sends it (brotli): the heaviest of its kind, and how long the whole site takes. */
const began = performance.now()
const site = await build()
const tookSeconds = (performance.now() - began) / 1_000
const pages = site.paths(/(index|404)\.html$|^\/_frames\//)
const kindOf = (path: string): string =>
  path.replace(/^\/(en\/)?/, '').replace(/\/[^/]+\/.*|\/index\.html$|\.(vi|en)\.html$|^index\.html$/, '') || 'home'
const heaviest = new Map<string, { path: string; html: number; script: number }>()
for (const path of pages) {
  const text = site.text(path)
  const html = site.weight(path) + stylesOf(text).reduce((sum, style) => sum + site.weight(style), 0)
  const script = scriptsOf(site, text).reduce((sum, each) => sum + site.weight(each), 0)
  const kind = kindOf(path)
  if (html > (heaviest.get(kind)?.html ?? 0)) heaviest.set(kind, { path, html, script })
}
for (const [kind, { path, html, script }] of [...heaviest].sort(([, one], [, other]) => other.html - one.html))
  console.log(`${kind.padEnd(16)} ${String(html).padStart(6)} HTML+CSS ${String(script).padStart(6)} script  ${path}`)
console.log(`${pages.length} pages, built in ${tookSeconds.toFixed(1)} s`)
site.remove()
