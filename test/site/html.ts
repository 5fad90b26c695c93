import { posix } from 'node:path'
import type { Built } from './built.ts'

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, found]) => found!.replaceAll('&amp;', '&'))

export const linksOf = (html: string): string[] => [...new Set(all(html, /\s(?:href|src|srcset)="([^"]*)"/g))]
export const stylesOf = (html: string): string[] => all(html, /<link rel="stylesheet" href="([^"]+)"/g)

/** The scripts of a page with all that they import. */
export function scriptsOf(site: Built, html: string): string[] {
  const seen = new Set<string>()
  const visit = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    for (const name of all(site.text(path), /(?:from|import)\s*["'](\.[^"']+)["']/g))
      visit(posix.join(posix.dirname(path), name))
  }
  for (const path of all(html, /<script[^>]*\ssrc="([^"]+)"/g)) visit(path)
  return [...seen]
}

/** The text of a page, with what stands in attributes that people meet; what is marked as another language is left out. */
export const visible = (html: string): string =>
  `${html.replace(/<(\w+)[^>]*\slang="\w+"[^>]*>[^<]*<\/\1>/g, '').replace(/<(?!html|meta|[^>]*(alt|title|aria-label|data-)=)[^>]*>/g, ' ')}`
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
