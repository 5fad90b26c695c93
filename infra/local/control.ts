import { createServer } from 'node:http'
import * as z from 'zod'
import type { City } from './city.ts'
import { type Listening, listen, readBody } from './serve.ts'

const fault = z.enum(['conflict', 'throttle', 'unprocessed', 'delay', 'lost-before', 'lost-after'])
const rule = z.strictObject({
  fault,
  operations: z.array(z.string()).exactOptional(),
  share: z.number().min(0).max(1).exactOptional(),
  times: z.number().int().exactOptional(),
  milliseconds: z.number().exactOptional(),
})

/** What the control endpoint takes: `POST /<name>` with JSON. */
const orders = {
  fire: z.strictObject({ verb: z.string() }),
  /** Time only goes on, as everywhere; ten years at most. */
  move: z.strictObject({ seconds: z.number().min(0).max(315_576_000) }),
  faults: z.strictObject({ rules: z.array(rule).default([]), seed: z.number().exactOptional() }),
  settle: z.strictObject({}),
  invalidate: z.strictObject({}),
} as const

/** A door for tools, on a port of its own: fires schedules, moves time, sets faults, waits until the streams are drained. */
export async function startControl(city: City): Promise<Listening> {
  const state = () => ({ origin: city.origin, now: new Date(city.now()).toISOString(), hit: city.proxy.hit })
  const obey: { [name in keyof typeof orders]: (order: z.infer<(typeof orders)[name]>) => unknown } = {
    fire: ({ verb }) => city.fire(verb),
    move: ({ seconds }) => city.moveTime(seconds),
    faults: ({ rules, seed }) => city.proxy.faults(rules, seed),
    settle: () => city.settled(),
    invalidate: () => city.invalidate(),
  }
  async function answer(name: string, text: string): Promise<{ status: number; body: unknown }> {
    if (!(name in orders)) return { status: 404, body: { orders: Object.keys(orders) } }
    const key = name as keyof typeof orders
    const order = orders[key].safeParse(text === '' ? {} : JSON.parse(text))
    if (!order.success) return { status: 400, body: { problem: z.prettifyError(order.error) } }
    const done = await (obey[key] as (order: unknown) => unknown)(order.data)
    return { status: 200, body: { ...state(), ...(done ? { done } : {}) } }
  }
  const server = createServer(async (request, response) => {
    const name = (request.url ?? '/').slice(1)
    const text = (await readBody(request)).toString('utf8')
    // A page that someone opens in a browser must not be able to give orders here.
    const foreign = request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined
    const said = foreign
      ? { status: 403, body: { problem: 'not for browsers' } }
      : request.method === 'GET' && name === ''
        ? { status: 200, body: state() }
        : await answer(name, text).catch((error: unknown) => ({ status: 500, body: { problem: String(error) } }))
    response.writeHead(said.status, { 'content-type': 'application/json' }).end(JSON.stringify(said.body))
  })
  return listen(server)
}
