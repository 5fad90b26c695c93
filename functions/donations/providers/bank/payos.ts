import { createHmac } from 'node:crypto'
import * as z from 'zod'
import { localInstantOf } from '../../../time.ts'
import { type Transfer, tellers, transactionIdOf } from '../../../transfers/transfer.ts'
import { sameHash } from '../hash.ts'
import type { BankAccount } from './account.ts'

type Fields = Readonly<Record<string, unknown>>

const written = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** What payOS signs: the data's keys in order, `k=v` joined by `&`, raw. */
export const payosText = (data: Fields): string =>
  Object.keys(data)
    .sort()
    .map((name) => `${name}=${written(data[name])}`)
    .join('&')

export const signPayos = (data: Fields, checksumKey: string): string =>
  createHmac('sha256', checksumKey).update(payosText(data), 'utf8').digest('hex')

const body = z.object({ data: z.record(z.string(), z.unknown()), signature: z.string() })
const told = z.object({
  orderCode: z.int(),
  amount: z.int().nonnegative(),
  description: z.string().nullish(),
  accountNumber: z.string().min(1),
  reference: z.string().nullish(),
  transactionDateTime: z.string(),
  paymentLinkId: z.string().nullish(),
  code: z.string().default('00'),
})

export interface PayosWord {
  isSigned: boolean
  /** What payOS sends when an address is registered, of an order that nobody made. */
  isProbe: boolean
  data: Fields
}

/** Reads a word of payOS; undefined if it is none at all. Nothing but `isSigned` says that it is theirs. */
export function readPayos(raw: Buffer, { payos }: BankAccount): PayosWord | undefined {
  const read = body.safeParse(jsonOf(raw))
  if (!read.success) return undefined
  const { data, signature } = read.data
  return {
    isSigned: payos !== undefined && sameHash(signPayos(data, payos.checksumKey), signature),
    isProbe: data.orderCode === 123 && data.amount === 3_000,
    data,
  }
}

function jsonOf(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    return undefined
  }
}

/** The transfer that payOS tells of; undefined if no money moved. Throws if a field is missing or cannot be read. */
export function payosTransfer(data: Fields): Transfer | undefined {
  const { amount: amountVnd, accountNumber: account, ...of } = told.parse(data)
  const at = localInstantOf(of.transactionDateTime)
  if (at === undefined) throw new Error('payos: transactionDateTime is no time')
  if (amountVnd === 0 || of.code !== '00') return undefined
  const reference = of.reference || `${tellers.payos}${of.paymentLinkId || of.orderCode}`
  const transactionId = transactionIdOf({ account, reference, amountVnd })
  return { account, transactionId, direction: 'in', amountVnd, at, text: (of.description ?? '').slice(0, 2_000) }
}
