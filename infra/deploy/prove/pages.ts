import { places } from '../../../site/src/addresses.ts'
import { payOrigins } from '../../stages.ts'
import type { At } from '../at.ts'
import { asking, type Place } from './asking.ts'

/** Headers that every page carries, and what each must hold. */
export const expected = (pay: string, hidden: boolean): readonly [name: string, holds: string | null][] => [
  ['content-type', 'text/html'],
  ['content-security-policy', `form-action 'self' ${pay}`],
  ['content-security-policy', "script-src 'self'"],
  ['content-security-policy', "frame-ancestors 'none'"],
  ['strict-transport-security', 'max-age=63072000'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'strict-origin'],
  ['permissions-policy', 'geolocation=()'],
  ['x-robots-tag', hidden ? 'noindex' : null],
]

const wrongHeader = (headers: Headers, all: ReturnType<typeof expected>): string | undefined => {
  const found = all.find(([name, holds]) =>
    holds === null ? headers.has(name) : !headers.get(name)?.toLowerCase().includes(holds.toLowerCase()),
  )
  return found && `has ${found[0]}: ${headers.get(found[0])}, and should ${found[1] ? `hold ${found[1]}` : 'have none'}`
}

/** Every kind of page in both languages, with its headers and in its language. */
export async function pages(at: Pick<At, 'fetch' | 'pause' | 'stage'>, { publicUrl }: Place, slug: string | undefined) {
  const all = expected(payOrigins(at.stage.gateways), at.stage.name !== 'prod')
  const langs = ['vi', 'en'] as const
  const some = slug ? langs.map((lang) => [lang, `${places.programs[lang]}${slug}/`] as const) : []
  const urls = [...Object.values(places).flatMap((each) => langs.map((lang) => [lang, each[lang]] as const)), ...some]
  for (const [lang, path] of urls)
    await asking(at, `${publicUrl}${path}`, ({ status, headers }, text) => {
      if (status !== 200) return `answers ${status}`
      if (!text.includes(`<html lang="${lang}"`) || !text.includes('<h1')) return `is not the page in ${lang}`
      return wrongHeader(headers, all)
    })
  return { seen: `${urls.length} pages, ${all.length} headers each` }
}

/** What is not there is a page that says so, frames are nobody's page, and the API says so in its own way. */
export async function missing(at: Pick<At, 'fetch' | 'pause'>, { publicUrl }: Place) {
  const gone =
    (type: string) =>
    ({ status, headers }: Response) =>
      status !== 404 || !headers.get('content-type')?.includes(type)
        ? `answers ${status} ${headers.get('content-type')}, and should 404 ${type}`
        : undefined
  await asking(at, `${publicUrl}/khong-co-trang-nay/`, gone('text/html'))
  await asking(at, `${publicUrl}/_frames/give.vi.html`, gone('text/html'))
  await asking(at, `${publicUrl}/api/khong-co`, gone('application/problem+json'))
  return { seen: '404, each in its own form' }
}

/** Nobody stays on an address that others on the way can read. */
export async function plainHttp(at: Pick<At, 'fetch' | 'pause'>, { publicUrl }: Place) {
  const { host } = new URL(publicUrl)
  await asking(at, `http://${host}/`, ({ status, headers }) =>
    [301, 307, 308].includes(status) && headers.get('location')?.startsWith(`https://${host}/`)
      ? undefined
      : `answers ${status} to ${headers.get('location')}`,
  )
  return { seen: 'leads to https' }
}
