import { EventEmitter } from 'node:events'
import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import { type Answer, answerOf, type Fault, type FaultRule, faultPlan, type Request } from './faults.ts'
import { signedBy } from './iam.ts'
import { listen, readBody } from './serve.ts'

export interface Seen {
  operation: string
  /** Name of the function that asked; its processes have it as their access key. */
  by: string
  request: Request
  fault?: Fault
  status?: number
}

export interface Proxy {
  endpoint: string
  /** Replaces the rules; none ends all faults. The same seed gives the same faults again. */
  faults(rules?: readonly FaultRule[], seed?: number): void
  /** How often each fault came, since the rules were set. */
  hit: Readonly<Record<string, number>>
  /** The last 10,000 requests. */
  seen: Seen[]
  /** `wrote` after each write that the engine acknowledged. */
  bell: EventEmitter<{ wrote: [] }>
  /** Answers instead of the engine; undefined lets the request pass. */
  gate?: ((seen: Seen) => Answer | undefined) | undefined
  close(): Promise<void>
}

const writes = /^(Put|Update|Delete|TransactWrite|BatchWrite)Item/
const keptSeen = 10_000

/** Stands before the engine at `target`: a tap on what is asked, and the place where faults are made. */
export async function startProxy(target: string): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const plan = faultPlan()
  const hit: Record<string, number> = {}
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const operation = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? ''
    const by = signedBy(request.headers.authorization)
    const seen: Seen = { operation, by, request: parse(body) }
    proxy.seen.push(seen)
    if (proxy.seen.length > keptSeen) proxy.seen.splice(0, keptSeen / 10)
    const stopped = proxy.gate?.(seen)
    if (stopped) return say(response, stopped, seen)
    const rule = plan.next(operation)
    if (rule) {
      seen.fault = rule.fault
      hit[rule.fault] = (hit[rule.fault] ?? 0) + 1
      if (rule.fault === 'lost-before') return void request.socket.destroy()
      if (rule.fault === 'delay') await pause(rule.milliseconds ?? 100)
      const instead = answerOf(rule.fault, operation, seen.request, plan.chance)
      if (instead) return say(response, instead, seen)
    }
    const answer = await forward(request, body)
    seen.status = answer.statusCode ?? 0
    const said = await readBody(answer)
    if (answer.statusCode === 200 && writes.test(operation)) proxy.bell.emit('wrote')
    if (rule?.fault === 'lost-after') return void request.socket.destroy()
    const { 'transfer-encoding': _, connection: __, ...headers } = answer.headers
    response.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': said.length }).end(said)
  }

  const forward = ({ method, url = '/', headers }: IncomingMessage, body: Buffer) =>
    new Promise<IncomingMessage>((done, failed) => {
      const { host: _, connection: __, ...rest } = headers
      send(
        new URL(url, target),
        { method: method ?? 'POST', headers: { ...rest, 'content-length': body.length }, agent },
        done,
      )
        .on('error', failed)
        .end(body)
    })

  const { origin, close } = await listen(server)
  const proxy: Proxy = {
    ...{ endpoint: origin, hit, seen: [], bell: new EventEmitter() },
    faults(rules = [], seed) {
      for (const name of Object.keys(hit)) delete hit[name]
      plan.set(rules, seed)
    },
    async close() {
      agent.destroy()
      await close()
    },
  }
  proxy.bell.setMaxListeners(0)
  return proxy
}

function parse(body: Buffer): Request {
  try {
    return JSON.parse(body.toString('utf8')) as Request
  } catch {
    return {}
  }
}

function say(response: ServerResponse, { status, body }: Answer, seen: Seen): void {
  seen.status = status
  response
    .writeHead(status, {
      'content-type': 'application/x-amz-json-1.0',
      'content-length': Buffer.byteLength(body),
      'x-amz-crc32': crc32(body),
      'x-amzn-requestid': 'runner',
    })
    .end(body)
}
