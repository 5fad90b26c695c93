import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { ApiPart } from './parts.ts'
import { eventOf, type Reply, replyOf } from './payload.ts'
import { match } from './routes.ts'
import { type Listening, listen, readBody } from './serve.ts'
import type { Outcome } from './worker/worker.ts'

interface Options {
  part: ApiPart
  invoke(name: string, event: unknown, cause: string): Promise<Outcome>
  /** Milliseconds since 1970. */
  now(): number
}

const most = { head: 10_240, body: 10_485_760, reply: 6_291_556 } as const

const own = (status: number, message: string): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: Buffer.from(JSON.stringify({ message })),
})

/** Bytes of the request line and of all header values. */
const headOf = ({ method = '', url = '', rawHeaders }: IncomingMessage): number =>
  Buffer.byteLength(`${method} ${url} HTTP/1.1`) +
  rawHeaders.reduce((sum, text, place) => sum + (place % 2 === 1 ? Buffer.byteLength(text) : 0), 0)

/** A bucket of `burst` that fills at `rate` a second; without a rate it never empties. */
function throttle(rate?: number, burst = rate): () => boolean {
  if (rate === undefined || burst === undefined) return () => true
  let [left, at] = [burst, performance.now()]
  return () => {
    const now = performance.now()
    left = Math.min(burst, left + ((now - at) / 1_000) * rate)
    at = now
    if (left < 1) return false
    left--
    return true
  }
}

/** API Gateway's HTTP API with the routes of the template. */
export async function startHttpApi({ part, invoke, now }: Options): Promise<Listening> {
  const allowed = throttle(part.rate, part.burst)

  async function answer(request: IncomingMessage): Promise<Reply> {
    if (headOf(request) > most.head) return own(431, 'Request Header Fields Too Large')
    const body = await readBody(request, most.body)
    if (!body) return own(413, 'Request Entity Too Large')
    const path = (request.url ?? '/').split('?')[0]!
    const found = match(part.routes, request.method ?? 'GET', path)
    if (!found) return own(404, 'Not Found')
    if (!allowed()) return own(429, 'Too Many Requests')
    const sourceIp = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '127.0.0.1'
    const event = eventOf({ request, body, match: found, api: part, sourceIp, at: now() })
    const { key, run, timeoutSeconds } = found.route
    const cause = key === '$default' ? `${request.method} (no route)` : key
    const outcome = await within(timeoutSeconds, invoke(run, event, cause))
    if (outcome === undefined || outcome.how === 'timeout') return own(503, 'Service Unavailable')
    if (outcome.how !== 'answered' || outcome.payload.length > most.reply) return own(500, 'Internal Server Error')
    return replyOf(outcome.payload) ?? own(500, 'Internal Server Error')
  }

  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    answer(request).then(
      (reply) => write(request, response, reply),
      () => write(request, response, own(500, 'Internal Server Error')),
    )
  })
  return listen(server)
}

function write({ method }: IncomingMessage, response: ServerResponse, { status, headers, cookies, body }: Reply): void {
  response.writeHead(status, {
    ...headers,
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    'content-length': body.length,
    'apigw-requestid': 'local',
  })
  response.end(method === 'HEAD' ? undefined : body)
}

async function within<T>(seconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), seconds * 1_000)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
