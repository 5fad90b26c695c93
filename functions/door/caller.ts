import { timingSafeEqual } from 'node:crypto'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Lang } from '../words/words.ts'

function trusted(event: APIGatewayProxyEventV2): boolean {
  const key = Buffer.from(process.env.ORIGIN_KEY ?? '')
  const shown = Buffer.from(event.headers['x-origin-key'] ?? '')
  return key.length > 0 && key.length === shown.length && timingSafeEqual(key, shown)
}

/** The address of the person, as the edge states it; what a client wrote itself is never believed. */
export function addressOf(event: APIGatewayProxyEventV2): string {
  const viewer = trusted(event) ? event.headers['cloudfront-viewer-address'] : undefined
  return viewer?.replace(/:\d+$/, '').replace(/^\[|\]$/g, '') ?? event.requestContext.http.sourceIp
}

/** Where the city is reached, without a slash at the end. */
export function originOf(event: APIGatewayProxyEventV2): string {
  if (process.env.PUBLIC_ORIGIN) return process.env.PUBLIC_ORIGIN
  const host = trusted(event) ? event.headers['x-public-host'] : undefined
  return `https://${host ?? event.requestContext.domainName}`
}

/** Did another site have the browser send this? Browsers say so themselves; who sends without one says nothing. */
export const isForeign = ({ headers }: APIGatewayProxyEventV2): boolean =>
  ['cross-site', 'same-site'].includes(headers['sec-fetch-site'] ?? '')

/** The language asked for: `?lang=`, else the form's, else the browser's first of ours, else Vietnamese. */
export function langOf(event: APIGatewayProxyEventV2, form: Readonly<Record<string, string>> = {}): Lang {
  const asked = event.queryStringParameters?.lang ?? form.lang
  if (asked === 'vi' || asked === 'en') return asked
  const first = /(?:^|,)\s*(vi|en)\b/i.exec(event.headers['accept-language'] ?? '')
  return first?.[1]?.toLowerCase() === 'en' ? 'en' : 'vi'
}
