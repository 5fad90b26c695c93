import * as z from 'zod'
import { patienceMs } from '../provider.ts'
import type { StripeAccount } from './account.ts'

/** Pinned, so that no field changes under us. Amounts in đồng as they are: to Stripe, VND has no hundredths. */
const version = '2025-03-31.basil'

/** How Stripe is spoken to. */
export interface Line {
  account: StripeAccount
  /** `https://api.stripe.com` */
  url: string
  send: typeof fetch
}

const problem = z.object({ error: z.object({ code: z.string().optional(), type: z.string() }) })
const page = z.object({ data: z.array(z.object({ id: z.string() }).loose()), has_more: z.boolean() })

export type Said = { refused: false; body: unknown } | { refused: true; code: string }

async function speak(
  { account, url, send }: Line,
  path: string,
  { headers, ...init }: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string },
): Promise<Said> {
  const response = await send(`${url}/v1/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${account.secretKey}`, 'stripe-version': version, ...headers },
    signal: AbortSignal.timeout(patienceMs),
  })
  if (response.ok) return { refused: false, body: await response.json() }
  // 400 a parameter, 402 the payment itself, 404 no such thing: nothing happened. All else may pass, or is our key.
  const what = `stripe: ${init.method} ${path.split('?')[0]!.replace(/\w{20,}/, '…')}`
  if (![400, 402, 404].includes(response.status)) throw new Error(`${what} answered HTTP ${response.status}`)
  const { error } = problem.parse(await response.json())
  return { refused: true, code: error.code ?? error.type }
}

/** Asks for one thing. */
export const look = (line: Line, path: string): Promise<Said> => speak(line, path, { method: 'GET', headers: {} })

/**
 * Tells Stripe to do something, once: for a day the same key with the same fields is answered as it was answered first,
 * with the state of then. Fields go as a form; names say the place (`line_items[0][quantity]`).
 */
export const tell = (line: Line, path: string, fields: Record<string, string>, key: string): Promise<Said> =>
  speak(line, path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': key },
    body: new URLSearchParams(fields).toString(),
  })

const perPage = 100
const mostPages = 20

/** All things of a list, newest first, page by page, until `enough` has seen what it looks for. */
export async function list<T>(
  line: Line,
  path: string,
  filter: Record<string, string>,
  shape: z.ZodType<T>,
  enough: (one: T) => boolean = () => false,
): Promise<T[]> {
  const all: T[] = []
  let after: string | undefined
  for (let at = 0; at < mostPages; at++) {
    const query = { ...filter, limit: String(perPage), ...(after === undefined ? {} : { starting_after: after }) }
    const said = await look(line, `${path}?${new URLSearchParams(query)}`)
    if (said.refused) throw new Error(`stripe: ${path} cannot be listed: ${said.code}`)
    const { data, has_more } = page.parse(said.body)
    const found = data.map((one) => shape.parse(one))
    all.push(...found)
    if (!has_more || data.length === 0 || found.some(enough)) return all
    after = data.at(-1)!.id
  }
  throw new Error(`stripe: ${path} has more than ${perPage * mostPages} of them`)
}
