import * as z from 'zod'
import { localInstantOf } from '../../../time.ts'
import { tellers, transactionIdOf } from '../../../transfers/transfer.ts'
import { patienceMs, type StatementLine } from '../provider.ts'
import { referenceOf } from './sepay.ts'

/**
 * How SePay's `userapi` is spoken to. Its numbers of movements are those of its notifications, and SePay's own guide to
 * reconciliation asks it; the second version of the API, which alone is developed further, has other numbers.
 */
export interface Line {
  token: string
  /** `https://my.sepay.vn/userapi` */
  url: string
  send: typeof fetch
}

const text = z
  .string()
  .nullish()
  .transform((said) => said ?? '')
/** `19689000.00` */
const vnd = z
  .union([z.number(), z.string().regex(/^\d{1,15}(\.\d+)?$/)])
  .transform(Number)
  .pipe(z.int().nonnegative())
const movement = z.object({
  id: z.union([z.int(), z.string().min(1)]),
  transaction_date: z.string(),
  account_number: z.string().min(1),
  amount_in: vnd,
  amount_out: vnd,
  transaction_content: text,
  code: text,
  reference_number: text,
})
const page = z.object({ status: z.literal(200), transactions: z.array(z.unknown()) })

/** So many are told at once at most. */
export const mostAtOnce = 5_000

const clockTime = (second: number): string => new Date(second * 1_000).toISOString().slice(11, 19)

/** SePay takes two or three questions a second, and says how long to wait before the next. */
const mostTries = 4
const waitMs = (response: Response): number => {
  const said = response.headers.get('x-sepay-userapi-retry-after') ?? response.headers.get('retry-after') ?? '1'
  return Math.min(5, /^\d+$/.test(said) ? Number(said) : 1) * 1_000
}

async function ask(url: string, { token, send }: Line): Promise<unknown> {
  const asked = () =>
    send(url, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
    })
  let response = await asked()
  for (let tried = 1; response.status === 429 && tried < mostTries; tried++) {
    const ms = waitMs(response)
    await new Promise((done) => setTimeout(done, ms))
    response = await asked()
  }
  if (!response.ok) throw new Error(`sepay: the list answered HTTP ${response.status}`)
  const body = await response.text()
  // A wrong token is answered with 200 and nothing.
  if (body.trim() === '') throw new Error('sepay: the list is empty of all, as for a wrong apiToken')
  try {
    return JSON.parse(body)
  } catch {
    // What a parser says of it may quote a payer's words.
    throw new Error('sepay: the list is no JSON')
  }
}

/** Movements of a day between two of its seconds, both counted. A page that is full may lack some: it is asked for in halves. */
async function between(day: string, from: number, to: number, line: Line): Promise<unknown[]> {
  const query = new URLSearchParams({
    transaction_date_min: `${day} ${clockTime(from)}`,
    transaction_date_max: `${day} ${clockTime(to)}`,
    limit: String(mostAtOnce),
  })
  const { transactions } = page.parse(await ask(`${line.url}/transactions/list?${query}`, line))
  if (transactions.length < mostAtOnce) return transactions
  if (from === to) throw new Error('sepay: one second has more movements than a page holds')
  const middle = Math.floor((from + to) / 2)
  return [...(await between(day, from, middle, line)), ...(await between(day, middle + 1, to, line))]
}

function lineOf(of: z.infer<typeof movement>): StatementLine {
  const at = localInstantOf(of.transaction_date)
  const amountVnd = of.amount_in || of.amount_out
  if (at === undefined || amountVnd === 0) throw new Error('sepay: a movement without its time or sum')
  const reference = referenceOf(of.reference_number, of.id)
  const words = [...new Set([of.transaction_content, of.code].filter(Boolean))].join('\n').slice(0, 1_000)
  return {
    kind: of.amount_in > 0 ? 'payment' : 'outgoing',
    transactionId: transactionIdOf({ account: of.account_number, reference, amountVnd }),
    toldAs: `${tellers.sepay}${of.id}`,
    amountVnd,
    at,
    ...(words === '' ? {} : { text: words }),
  }
}

/** All that moved on the accounts on a day, the oldest first. Throws if SePay does not answer, or with what cannot be read. */
export async function sepayStatement(day: string, line: Line): Promise<StatementLine[]> {
  const all = (await between(day, 0, 86_399, line)).map((each) => movement.parse(each))
  // A movement that is announced and has not moved yet has no sum.
  const moved = all.filter(({ amount_in, amount_out }) => amount_in + amount_out > 0)
  const inOrder = (a: (typeof all)[number], b: (typeof all)[number]) =>
    a.transaction_date.localeCompare(b.transaction_date) ||
    String(a.id).localeCompare(String(b.id), 'en', { numeric: true })
  return moved.sort(inOrder).map(lineOf)
}
