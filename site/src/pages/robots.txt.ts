import type { APIRoute } from 'astro'
import { isTest } from '../city.ts'

/** Only the real city wants to be found. */
export const GET: APIRoute = ({ site }) => {
  const map = site ? `Sitemap: ${new URL('/sitemap.xml', site)}\n` : ''
  const rules = isTest ? 'Disallow: /\n' : 'Disallow: /receipts/\nDisallow: /_frames/\nAllow: /\n'
  return new Response(`User-agent: *\n${rules}${isTest ? '' : map}`)
}
