import { createHash, createHmac } from 'node:crypto'
import * as z from 'zod'
import { localInstantOf } from '../../../time.ts'
import { type Transfer, tellers, transactionIdOf } from '../../../transfers/transfer.ts'
import { sameHash } from '../hash.ts'
import type { BankAccount } from './account.ts'

/** Seconds that a signature stays fresh, before and after. */
const freshSeconds = 300

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** HMAC-SHA256 over the time in seconds, a dot and the body, byte for byte. */
export const signSepay = (raw: Buffer, timestamp: string, secret: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.`, 'utf8').update(raw).digest('hex')

type Headers = Readonly<Record<string, string | undefined>>

function isSigned(raw: Buffer, headers: Headers, secret: string, now: string): boolean {
  const timestamp = headers['x-sepay-timestamp'] ?? ''
  const shown = /^sha256=([0-9a-f]{64})$/i.exec(headers['x-sepay-signature'] ?? '')?.[1]
  const isFresh = /^\d{1,12}$/.test(timestamp) && Math.abs(Number(timestamp) - Date.parse(now) / 1_000) <= freshSeconds
  return shown !== undefined && isFresh && sameHash(signSepay(raw, timestamp, secret), shown)
}

function isKnown(headers: Headers, apiKey: string): boolean {
  const shown = /^apikey (.+)$/i.exec(headers.authorization ?? '')?.[1]
  return shown !== undefined && sameHash(digest(apiKey), digest(shown))
}

/** Is it SePay that says this? By whichever proof the account has. */
export const isSepay = (raw: Buffer, headers: Headers, { sepay }: BankAccount, now: string): boolean =>
  (sepay?.hmacSecret !== undefined && isSigned(raw, headers, sepay.hmacSecret, now)) ||
  (sepay?.apiKey !== undefined && isKnown(headers, sepay.apiKey))

const text = z
  .string()
  .nullish()
  .transform((said) => said ?? '')
const told = z.object({
  id: z.union([z.int(), z.string().min(1)]),
  transactionDate: z.string(),
  accountNumber: z.string().min(1),
  code: text,
  content: text,
  description: text,
  referenceCode: text,
  transferType: z.enum(['in', 'out']),
  transferAmount: z.union([
    z.int().nonnegative(),
    z
      .string()
      .regex(/^\d{1,15}(\.0+)?$/)
      .transform(Number),
  ]),
})

/** The bank's own reference of a movement, else SePay's number of it. */
export const referenceOf = (bankReference: string, id: number | string): string =>
  bankReference || `${tellers.sepay}${id}`

/** The movement that SePay tells of; undefined if no money moved. Throws if a field is missing or cannot be read. */
export function sepayTransfer(raw: Buffer): Transfer | undefined {
  const of = told.parse(JSON.parse(raw.toString('utf8')))
  const at = localInstantOf(of.transactionDate)
  if (at === undefined) throw new Error('sepay: transactionDate is no time')
  if (of.transferAmount === 0) return undefined
  const { accountNumber: account, transferAmount: amountVnd, transferType: direction } = of
  // The bank's own words twice, as SePay cut them and whole: a memo may have survived in one only.
  const words = [of.content, of.description, of.code].filter(Boolean)
  return {
    account,
    transactionId: transactionIdOf({ account, reference: referenceOf(of.referenceCode, of.id), amountVnd }),
    direction,
    amountVnd,
    at,
    text: [...new Set(words)].join('\n').slice(0, 2_000),
    toldAs: `${tellers.sepay}${of.id}`,
  }
}
