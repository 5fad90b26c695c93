import type { APIRoute } from 'astro'
import { found } from '../found.ts'
import { langs } from '../words/words.ts'

/** Both languages of each page. A sitemap needs whole addresses: a build that does not know its origin has none in it. */
export const GET: APIRoute = ({ site }) => {
  const whole = (url: string) => new URL(url, site).href
  const rows = (site ? found : []).flatMap((urls) => {
    const others = langs
      .map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${whole(urls[lang])}"/>`)
      .join('')
    return langs.map((lang) => `<url><loc>${whole(urls[lang])}</loc>${others}</url>`)
  })
  const open = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${open}\n${rows.join('\n')}\n</urlset>\n`)
}
