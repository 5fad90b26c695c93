import * as z from 'zod'
import { sameHash } from '../hash.ts'
import { patienceMs } from '../provider.ts'
import type { VnpayAccount } from './account.ts'
import { hmac } from './signature.ts'

const shape = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.null()]).transform((value) => (value === null ? '' : String(value))),
)
type Fields = Readonly<Record<string, string>>

/** The text that is signed: raw values in a fixed order, with bars between. */
const joined = (names: readonly string[], fields: Fields) => names.map((name) => fields[`vnp_${name}`] ?? '').join('|')

export interface Command {
  /** Names in the order in which the question and the answer are signed, without `vnp_`. */
  asks: readonly string[]
  answers: readonly string[]
}

/** Sends a signed message to VNPAY's API. Throws on a broken network, a broken answer and a false signature. */
export async function tellVnpay(
  { asks, answers }: Command,
  fields: Fields,
  account: VnpayAccount,
  url: string,
  send: typeof fetch,
): Promise<Fields> {
  const all: Fields = { vnp_Version: '2.1.0', vnp_TmnCode: account.tmnCode, ...fields }
  const name = all.vnp_Command
  const response = await send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...all, vnp_SecureHash: hmac(joined(asks, all), account.hashSecret) }),
    signal: AbortSignal.timeout(patienceMs),
  })
  if (!response.ok) throw new Error(`vnpay: ${name} answered HTTP ${response.status}`)
  const said = shape.parse(await response.json())
  if (!sameHash(hmac(joined(answers, said), account.hashSecret), said.vnp_SecureHash ?? ''))
    throw new Error(`vnpay: ${name} answered with a false signature`)
  return said
}
