import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { HeadersPolicy } from './shape.ts'

export type Headers = Record<string, string | string[]>

/** Types that CloudFront compresses, of its list those that a site like this may send. */
const compressible = new Set([
  ...['html', 'css', 'csv', 'plain', 'javascript', 'xml', 'tab-separated-values'].map((name) => `text/${name}`),
  ...['json', 'javascript', 'xml', 'xhtml+xml', 'rss+xml', 'wasm', 'pdf'].map((name) => `application/${name}`),
  ...['image/svg+xml', 'font/ttf', 'font/otf'],
])

export interface Packing {
  gzip: boolean
  brotli: boolean
}

/** `br`, `gzip` or undefined: what CloudFront would send to a client that accepts these. */
export function packingOf(
  accepted: string,
  packing: Packing,
  headers: Headers,
  length: number,
): 'br' | 'gzip' | undefined {
  if (headers['content-encoding'] !== undefined || length < 1_000 || length > 10_000_000) return undefined
  if (
    !compressible.has(
      String(headers['content-type'] ?? '')
        .split(';')[0]!
        .trim()
        .toLowerCase(),
    )
  )
    return undefined
  const takes = (name: string) =>
    accepted.split(',').some((each) => {
      const [coding, quality] = each.trim().split(/;\s*q=/)
      return coding === name && Number(quality ?? 1) > 0
    })
  if (packing.brotli && takes('br')) return 'br'
  return packing.gzip && takes('gzip') ? 'gzip' : undefined
}

const packed = new WeakMap<Buffer, Partial<Record<'br' | 'gzip', Buffer>>>()

/** Compressed once for each body that is kept. */
export function pack(body: Buffer, coding: 'br' | 'gzip'): Buffer {
  const have = packed.get(body) ?? {}
  packed.set(body, have)
  have[coding] ??=
    coding === 'gzip' ? gzipSync(body) : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return have[coding]
}

/** Adds what the response headers policy says; with Override false only where the origin said nothing. */
export function withPolicy(headers: Headers, policy: HeadersPolicy | undefined): Headers {
  if (!policy) return headers
  const made = { ...headers }
  for (const { Header } of policy.RemoveHeadersConfig?.Items ?? []) delete made[Header.toLowerCase()]
  const set = (name: string, value: string, override: boolean) => {
    if (override || made[name.toLowerCase()] === undefined) made[name.toLowerCase()] = value
  }
  const {
    ContentSecurityPolicy: csp,
    ContentTypeOptions: sniff,
    FrameOptions: frame,
    ReferrerPolicy: referrer,
    StrictTransportSecurity: strict,
    XSSProtection: xss,
  } = policy.SecurityHeadersConfig ?? {}
  if (csp) set('content-security-policy', csp.ContentSecurityPolicy, csp.Override)
  if (sniff) set('x-content-type-options', 'nosniff', sniff.Override)
  if (frame) set('x-frame-options', frame.FrameOption, frame.Override)
  if (referrer) set('referrer-policy', referrer.ReferrerPolicy, referrer.Override)
  if (strict) {
    const parts = [`max-age=${strict.AccessControlMaxAgeSec}`]
    if (strict.IncludeSubdomains) parts.push('includeSubDomains')
    if (strict.Preload) parts.push('preload')
    set('strict-transport-security', parts.join('; '), strict.Override)
  }
  if (xss) set('x-xss-protection', xss.Protection ? (xss.ModeBlock ? '1; mode=block' : '1') : '0', xss.Override)
  for (const { Header, Value, Override } of policy.CustomHeadersConfig?.Items ?? []) set(Header, Value, Override)
  return made
}

/** True if the client already has this version. */
export function unchanged(asked: string | undefined, headers: Headers): boolean {
  const tag = headers.etag
  if (asked === undefined || typeof tag !== 'string') return false
  const plain = (text: string) => text.trim().replace(/^W\//, '')
  return asked.trim() === '*' || asked.split(',').some((each) => plain(each) === plain(tag))
}
