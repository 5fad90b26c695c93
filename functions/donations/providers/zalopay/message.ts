import * as z from 'zod'
import { patienceMs } from '../provider.ts'
import type { ZalopayAccount } from './account.ts'
import { joined, macOf } from './signature.ts'

/** Reads JSON and leaves each number as the text it was written as: a transaction's id may have more digits than a number holds. */
export const exactly = (json: string): unknown =>
  JSON.parse(json, (_, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? (context?.source ?? String(value)) : value,
  )

const text = z.string().catch('')
/** Every answer says a code and a finer one; what else it says depends on the question. */
const shape = z.object({
  return_code: z.string(),
  sub_return_code: text,
  order_url: text,
  amount: text,
  zp_trans_id: text,
  server_time: text,
  refund_id: text,
})
export type ZalopaySaid = z.infer<typeof shape>

/** Done, did not happen, under way. Every other code says that the question was not answered. */
const answers = ['1', '2', '3']
/** Finer codes of a wrong format, app, signature or caller, of too many questions, of a broken or a closed system. */
const noAnswer = ['-401', '-402', '-403', '-405', '-429', '-500', '-999']

const names = {
  create: ['app_id', 'app_trans_id', 'app_user', 'amount', 'app_time', 'embed_data', 'item'],
  // The key itself stands in the text.
  query: ['app_id', 'app_trans_id', 'key1'],
  refund: ['app_id', 'zp_trans_id', 'amount', 'description', 'timestamp'],
  query_refund: ['app_id', 'm_refund_id', 'timestamp'],
} as const

/** The mac of a message to ZaloPay. */
export const macFor = (command: keyof typeof names, fields: Readonly<Record<string, string>>, key1: string): string =>
  macOf(joined(names[command], { ...fields, key1 }), key1)

/**
 * Sends a signed message to ZaloPay's API. Its answers bear no signature: TLS is what vouches for them. Throws on a
 * broken network, a broken answer, and an answer that says nothing of what was asked.
 */
export async function tellZalopay(
  command: keyof typeof names,
  fields: Readonly<Record<string, string>>,
  account: ZalopayAccount,
  api: string,
  send: typeof fetch,
): Promise<ZalopaySaid> {
  const all = { app_id: account.appId, ...fields }
  const response = await send(`${api}/${command}`, {
    method: 'POST',
    body: new URLSearchParams({ ...all, mac: macFor(command, all, account.key1) }),
    signal: AbortSignal.timeout(patienceMs),
  })
  if (!response.ok) throw new Error(`zalopay: ${command} answered HTTP ${response.status}`)
  const said = shape.parse(exactly(await response.text()))
  if (!answers.includes(said.return_code) || (said.return_code !== '1' && noAnswer.includes(said.sub_return_code)))
    throw new Error(`zalopay: ${command} answered ${codeOf(said)}`)
  return said
}

export const codeOf = ({ return_code, sub_return_code }: ZalopaySaid): string => `${return_code}/${sub_return_code}`
