import { describe, expect, it } from 'vitest'
import { bank } from '../../../functions/donations/providers/bank/bank.ts'
import { mostAtOnce } from '../../../functions/donations/providers/bank/statement.ts'

const token = 'token-of-the-sepay-account'
const secret = JSON.stringify({ sepay: { hmacSecret: 'secret-of-the-account', apiToken: token } })
const at = { pay: '', api: 'https://sepay.test/userapi' }

const movement = (over: object = {}) => ({
  ...{ id: '92704', transaction_date: '2026-11-25 14:02:37', account_number: '0071000888888' },
  ...{ amount_in: '2277000.00', amount_out: '0.00', accumulated: '19077000.00', code: null, sub_account: null },
  ...{ transaction_content: 'chuyen tien', reference_number: 'MBVCB.3278907687', bank_account_id: '19' },
  ...over,
})
const said = (transactions: unknown[]) =>
  JSON.stringify({ status: 200, error: null, messages: { success: true }, transactions })

/** The statement of a day from a SePay that answers what `answer` says to each question. */
function asked(answer: (query: URLSearchParams) => string | Response, day = '2026-11-25') {
  const questions: { url: URL; headers: Headers }[] = []
  const send = (async (url: string, init: RequestInit) => {
    questions.push({ url: new URL(url), headers: new Headers(init.headers) })
    const body = answer(new URL(url).searchParams)
    return typeof body === 'string' ? new Response(body) : body
  }) as typeof fetch
  return { questions, lines: () => bank.open(secret, at, send).statement!(day) }
}

describe('what SePay says of a day', () => {
  it('is asked for by the token, for the whole day of Viet Nam', async () => {
    const { questions, lines } = asked(() => said([]))
    expect(await lines()).toEqual([])
    const [{ url, headers }] = questions as [(typeof questions)[number]]
    expect(`${url.origin}${url.pathname}`).toBe('https://sepay.test/userapi/transactions/list')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      ...{ transaction_date_min: '2026-11-25 00:00:00', transaction_date_max: '2026-11-25 23:59:59' },
      limit: '5000',
    })
    expect(headers.get('authorization')).toBe(`Bearer ${token}`)
  })
  it('names each movement as its notification does, the oldest first', async () => {
    const { lines } = asked(() =>
      said([
        movement({ id: '3', transaction_date: '2026-11-25 23:59:59', reference_number: '', code: 'LCXYZ' }),
        movement({
          id: '2',
          amount_in: '0.00',
          amount_out: '15000.00',
          reference_number: 'FT2',
          transaction_content: null,
        }),
        movement({ id: '10', transaction_date: '2026-11-25 00:00:00', account_number: '007-1' }),
      ]),
    )
    expect(await lines()).toEqual([
      {
        ...{ kind: 'payment', transactionId: '0071.MBVCB3278907687.2277000', amountVnd: 2_277_000, toldAs: 'SEPAY10' },
        ...{ at: '2026-11-24T17:00:00.000Z', text: 'chuyen tien' },
      },
      {
        ...{ kind: 'outgoing', transactionId: '0071000888888.FT2.15000', amountVnd: 15_000, toldAs: 'SEPAY2' },
        at: '2026-11-25T07:02:37.000Z',
      },
      {
        ...{ kind: 'payment', transactionId: '0071000888888.SEPAY3.2277000', amountVnd: 2_277_000, toldAs: 'SEPAY3' },
        ...{ at: '2026-11-25T16:59:59.000Z', text: 'chuyen tien\nLCXYZ' },
      },
    ])
  })
  it('is asked for in halves where one answer is full, and nothing is lost or doubled', async () => {
    const times = Array.from({ length: mostAtOnce + 3 }, (_, n) => new Date(n * 17_000).toISOString().slice(11, 19))
    const all = times.map((time, n) =>
      movement({ id: `${n}`, transaction_date: `2026-11-25 ${time}`, reference_number: `R${n}` }),
    )
    const { questions, lines } = asked((query) => {
      const [from, to] = [query.get('transaction_date_min')!, query.get('transaction_date_max')!]
      return said(all.filter(({ transaction_date: of }) => of >= from && of <= to).slice(0, mostAtOnce))
    })
    const found = await lines()
    expect(new Set(found.map(({ transactionId }) => transactionId)).size).toBe(all.length)
    expect(found).toHaveLength(all.length)
    expect(questions).toHaveLength(3)
  })
  it.each([
    ['a token that is wrong, which SePay answers with nothing', ''],
    ['too many questions, again and again', new Response('', { status: 429, headers: { 'retry-after': '0' } })],
    ['half an answer', '{"status":200,"transac'],
    ['another answer', '{"status":200}'],
    ['a movement without its time', said([movement({ transaction_date: '' })])],
    ['a sum that is none', said([movement({ amount_in: '12,5' })])],
    ['a sum with a fraction of a đồng', said([movement({ amount_in: '12.50' })])],
    ['a movement of no account', said([movement({ account_number: '' })])],
  ])('is nothing at all with %s', async (_, answer) => {
    await expect(asked(() => answer).lines()).rejects.toThrow()
  })
  it('is asked for again where SePay is asked too fast, as soon as it says', async () => {
    const answers = [
      new Response('', { status: 429, headers: { 'x-sepay-userapi-retry-after': '0' } }),
      new Response(said([movement()])),
    ]
    const { questions, lines } = asked(() => answers.shift()!)
    expect(await lines()).toHaveLength(1)
    expect(questions[1]!.url).toEqual(questions[0]!.url)
  })
  it('leaves out what has not moved', async () => {
    const { lines } = asked(() => said([movement({ amount_in: '0.00' })]))
    expect(await lines()).toEqual([])
  })
  it('is not there without a token', () => {
    expect(
      bank.open(JSON.stringify({ payos: { checksumKey: 'key-of-the-payos-account' } }), at).statement,
    ).toBeUndefined()
    expect(bank.open(JSON.stringify({ sepay: { apiKey: 'key-of-the-sepay-account' } }), at).statement).toBeUndefined()
  })
})
