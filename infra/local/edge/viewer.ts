import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../serve.ts'
import { type Headers, pack, packingOf, unchanged } from './answer.ts'
import { errorPage, type OriginAnswer } from './origin.ts'
import { type EdgeRequest, type EdgeResponse, pairsOf, queryValues, valuesOf } from './script.ts'

/** What a person asked for. */
export interface Asked {
  request: EdgeRequest
  rawQuery: string
  body: Buffer
  /** `address:port` */
  viewer: string
}

export type Said = OriginAnswer & {
  from: 'Hit' | 'Miss' | 'RefreshHit' | 'Error' | 'FunctionGeneratedResponse'
  /** Seconds since it was kept. */
  age?: number
}

export async function read(message: IncomingMessage): Promise<Asked> {
  const url = message.url ?? '/'
  const mark = url.indexOf('?')
  const [uri, rawQuery] = mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)]
  const pairs: [string, string][] = []
  const cookies: [string, string][] = []
  for (let at = 0; at < message.rawHeaders.length; at += 2) {
    const [name, value] = [message.rawHeaders[at]!.toLowerCase(), message.rawHeaders[at + 1]!]
    if (name !== 'cookie') pairs.push([name, value])
    else for (const each of value.split(/;\s*/)) cookies.push([each.split('=')[0]!, each.slice(each.indexOf('=') + 1)])
  }
  const { remoteAddress = '127.0.0.1', remotePort = 0 } = message.socket
  return {
    request: {
      ...{ method: message.method ?? 'GET', uri, querystring: queryValues(rawQuery) },
      ...{ headers: valuesOf(pairs), cookies: valuesOf(cookies) },
    },
    ...{ rawQuery, body: await readBody(message) },
    viewer: `${remoteAddress.replace(/^::ffff:/, '')}:${remotePort}`,
  }
}

/** The query after a function: as it was sent, unless the function changed it. */
export function queryAfter(before: string, { querystring }: EdgeRequest): string {
  if (JSON.stringify(querystring) === JSON.stringify(queryValues(before))) return before
  return pairsOf(querystring)
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .join('&')
}

export const failure = (status: number): Said => ({
  ...{ status, headers: { 'content-type': 'text/html' }, body: errorPage(status) },
  from: 'Error',
})

const plain = ({ headers = {} }: EdgeResponse): Headers =>
  Object.fromEntries(
    Object.entries(headers).map(([name, { value, multiValue }]) => [
      name,
      multiValue?.map((each) => each.value) ?? value,
    ]),
  )

/** What a function answers in place of the origin. */
export const generated = (response: EdgeResponse): Said => {
  const { body = '', statusCode } = response
  const { data, encoding } = typeof body === 'string' ? { data: body, encoding: 'text' } : body
  const bytes = Buffer.from(data, encoding === 'base64' ? 'base64' : 'utf8')
  return { status: statusCode, headers: plain(response), body: bytes, from: 'FunctionGeneratedResponse' }
}

/** What the viewer's function makes of an answer; it does not see the body. */
export const revised = (said: Said, response: EdgeResponse): Said => ({
  ...said,
  ...{ status: response.statusCode, headers: plain(response) },
})

export const responseOf = ({ status, headers }: Said): EdgeResponse => ({
  statusCode: status,
  headers: valuesOf(
    Object.entries(headers).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])),
  ),
})

/** Sends an answer: compressed if the policy and the person allow it, 304 if the person has it already. */
export function write(
  message: IncomingMessage,
  response: ServerResponse,
  said: Said,
  packing: { gzip: boolean; brotli: boolean },
): void {
  const headers: Headers = { ...said.headers }
  const accepted = String(message.headers['accept-encoding'] ?? '')
  const coding = packingOf(accepted, packing, headers, said.body.length)
  const body = coding ? pack(said.body, coding) : said.body
  if (coding) {
    headers['content-encoding'] = coding
    headers.vary = 'Accept-Encoding'
    if (typeof headers.etag === 'string') headers.etag = `W/${headers.etag.replace(/^W\//, '')}`
  }
  headers['x-cache'] = `${said.from} from cloudfront`
  headers.via = '1.1 local.cloudfront.net (CloudFront)'
  if (said.age !== undefined) headers.age = `${said.age}`
  if (said.status === 200 && unchanged(message.headers['if-none-match'], headers)) {
    for (const name of ['content-length', 'content-type', 'content-encoding']) delete headers[name]
    response.writeHead(304, headers).end()
    return
  }
  const silent = message.method === 'HEAD' || said.status === 204
  if (!silent || coding) headers['content-length'] = `${body.length}`
  response.writeHead(said.status, headers).end(silent ? undefined : body)
}
