import type { Answer, Asked } from './counter.ts'
import { balanceOf } from './stripe-balance.ts'
import type { Bank } from './stripe-bank.ts'
import { open, type Payment, sessionOf } from './stripe-sessions.ts'
import { formOf, pairsAt, textAt, type Wrong, wrong } from './stripe-wire.ts'

const json = (body: object, status = 200): Answer => ({ status, body: JSON.stringify(body), type: 'application/json' })
const say = (said: object | Wrong): Answer =>
  'error' in said && 'status' in said ? json({ error: said.error }, Number(said.status)) : json(said)

const keptMs = 86_400_000
const anotherOne: Wrong = {
  status: 400,
  error: { type: 'idempotency_error', message: 'the same key with other parameters' },
}

/** Newest first, after the one that was named, as many as were asked for. */
function page<T extends { id: string }>(all: readonly T[], query: URLSearchParams): Answer {
  const after = query.get('starting_after')
  const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1
  const limit = Number(query.get('limit') ?? 10)
  const data = all.slice(from, from + limit)
  return json({ object: 'list', data, has_more: from + limit < all.length })
}

/** Does something once for each key; what was refused for its parameters was never begun, and may be mended. */
function memory(now: () => number) {
  const done = new Map<string, { asked: string; said: Answer; at: number }>()
  return (key: string | undefined, asked: string, act: () => Answer): Answer => {
    if (key === undefined) return act()
    const before = done.get(key)
    if (before && now() - before.at < keptMs) return before.asked === asked ? before.said : say(anotherOne)
    const said = act()
    if (said.status === 200) done.set(key, { asked, said, at: now() })
    return said
  }
}

/** Stripe's API, as far as a city needs it. What was asked with a key is answered the same way for a day. */
export function api(bank: Bank, origin: () => string) {
  const { payments, now } = bank
  const once = memory(now)

  function create(body: string): Answer {
    const made = open(formOf(body), origin(), now())
    if ('error' in made) return say(made)
    payments.set(made.id, made)
    bank.settleLate()
    return say(sessionOf(made))
  }
  function sessions(query: URLSearchParams): Answer {
    const from = Number(query.get('created[gte]') ?? 0)
    const to = Number(query.get('created[lte]') ?? Number.POSITIVE_INFINITY)
    const all = [...payments.values()].reverse().map(sessionOf)
    return page(
      all.filter(({ created }) => created >= from && created <= to),
      query,
    )
  }
  const byIntent = (intent: string | null): Payment | undefined =>
    intent ? [...payments.values()].find((each) => each.intent === intent) : undefined
  function refund(body: string): Answer {
    const form = formOf(body)
    const of = byIntent(textAt(form, 'payment_intent'))
    return say(bank.back(of, Number(textAt(form, 'amount') || of?.amountVnd), pairsAt(form, 'metadata')))
  }
  function one(path: string): Answer {
    const [, kind, id = ''] = /^\/v1\/(checkout\/sessions|payment_intents)\/(\w+)$/.exec(path) ?? []
    const session = kind === 'payment_intents' ? byIntent(id) : payments.get(id)
    if (!session) return say(wrong('id', 'resource_missing', 404))
    if (kind === 'checkout/sessions') return say(sessionOf(session))
    return json({ id, object: 'payment_intent', amount: session.amountVnd, metadata: session.intentMetadata })
  }

  return async ({ route, query, body, headers }: Asked): Promise<Answer> => {
    bank.settleLate()
    await bank.think()
    if (headers.authorization !== `Bearer ${bank.account.secretKey}`)
      return say({ status: 401, error: { type: 'invalid_request_error', message: 'no such API key' } })
    const key = headers['idempotency-key']
    const act = (does: (body: string) => Answer) => once(key && String(key), `${route} ${body}`, () => does(body))
    if (route === 'POST /v1/checkout/sessions') return act(create)
    if (route === 'POST /v1/refunds') return act(refund)
    if (route === 'GET /v1/checkout/sessions') return sessions(query)
    if (route === 'GET /v1/balance_transactions') return page(balanceOf([...payments.values()], query), query)
    if (route === 'GET /v1/refunds') return page(byIntent(query.get('payment_intent'))?.refunds ?? [], query)
    return route.startsWith('GET ') ? one(route.slice(4)) : say(wrong('url', 'resource_missing', 404))
  }
}
