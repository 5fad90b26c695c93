import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen, readBody } from '../serve.ts'

/** What a stand-in says to a browser or to the city. */
export interface Answer {
  status?: number
  type?: string
  body?: string
  location?: string
  /** Origins beside its own that a form on the page may lead to. */
  formTo?: string
  headers?: Record<string, string>
}

export interface Asked {
  /** `POST /play` */
  route: string
  query: URLSearchParams
  rawQuery: string
  body: string
  headers: IncomingMessage['headers']
}

const longestBody = 100_000
export const noSuchPage: Answer = { status: 404, body: 'Không có trang này / no such page', type: 'text/plain' }

function reply(response: ServerResponse, said: Answer): void {
  const { status = 200, type = 'text/html', body = '', location, formTo = '', headers = {} } = said
  response.writeHead(location ? 303 : status, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; form-action 'self' ${formTo}; frame-ancestors 'none'; base-uri 'none'`,
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
    ...headers,
    ...(location ? { location } : {}),
  })
  response.end(body)
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://stand-in')
  const body = await readBody(request, longestBody)
  if (!body) throw new Error('body too long')
  const rawQuery = search.slice(1)
  const route = `${request.method} ${pathname}`
  return {
    route,
    query: new URLSearchParams(rawQuery),
    rawQuery,
    body: body.toString('utf8'),
    headers: request.headers,
  }
}

/** A stand-in's server on 127.0.0.1. Rejects if the port is taken. */
export function openCounter(answer: (asked: Asked) => Answer | Promise<Answer>, port = 0) {
  const server = createServer((request, response) => {
    readAsked(request)
      .then(answer)
      .then(
        (said) => reply(response, said),
        (error: unknown) => reply(response, { status: 500, body: String(error), type: 'text/plain' }),
      )
  })
  return listen(server, port)
}

/** Lets go of a word to the city: its HTTP status, or what happened instead. */
export async function sendWord(
  url: string,
  init: RequestInit,
  { closing, patienceMs }: { closing: AbortSignal; patienceMs: number },
): Promise<{ status: number; text: string } | 'timeout' | 'no answer'> {
  try {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(patienceMs)])
    const response = await fetch(url, { ...init, signal, redirect: 'manual' })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'no answer'
  }
}
