import type { Told } from '../../payment.ts'
import { sameHash } from '../hash.ts'
import type { MomoAccount } from './account.ts'
import { fieldsOf, readJson } from './message.ts'
import { type Fields, sign, signedNames } from './signature.ts'

const takesBack = '1003'
const failures = [
  ...['98', '99', '1001', '1002', takesBack, '1004', '1005', '1006', '1007', '1017', '1026', '2019', '4001'],
  ...['4002', '4100'],
]

/**
 * 9000 is "authorized": of a payment in one step, which ours are (`autoCapture`), MoMo asks that it count as success.
 * It is not final: 1003 takes back what was authorized, if anything was, and the donor may pay again. All that is not
 * named is not final: 1000, 7000, 7002, 8000, and codes that MoMo may add.
 */
export function meaning(resultCode: string): Told['meaning'] {
  if (resultCode === '0' || resultCode === '9000') return 'received'
  return failures.includes(resultCode) ? 'failed' : 'pending'
}

/** MoMo, or the bank behind it, is processing the payment. 1000 and 8000 wait for the payer instead. */
export const isAtWork = (resultCode: string): boolean => resultCode === '7000' || resultCode === '7002'

export interface Notification {
  reference: string
  amountVnd: number | undefined
  transactionId: string | undefined
  resultCode: string | undefined
  paidAt: string | undefined
}

/** `responseTime` is when MoMo spoke; an answer to a question says in `lastUpdated` when the payment last changed. */
export const notificationOf = (fields: Fields): Notification => {
  const { orderId, amount = '', transId = '', resultCode = '', responseTime = '', lastUpdated } = fields
  const at = lastUpdated || responseTime
  return {
    reference: orderId ?? '',
    amountVnd: /^[1-9]\d{0,11}$/.test(amount) ? Number(amount) : undefined,
    transactionId: /^[1-9]\d{0,18}$/.test(transId) ? transId : undefined,
    resultCode: /^\d{1,6}$/.test(resultCode) ? resultCode : undefined,
    paidAt: /^\d{13}$/.test(at) ? new Date(Number(at)).toISOString() : undefined,
  }
}

/** What MoMo said, as a fact to record. Money without a transaction of its own is no fact yet. */
export function toldBy(said: Notification): Omit<Told, 'asked'> | 'amount' | 'half' {
  const { reference, amountVnd, transactionId, resultCode, paidAt } = said
  if (amountVnd === undefined) return 'amount'
  if (resultCode === undefined) return 'half'
  const means = meaning(resultCode)
  if (means === 'received' && transactionId === undefined) return 'half'
  return {
    ...{ provider: 'momo', reference, amountVnd, meaning: means },
    ...{ transactionId: transactionId ?? '0', responseCode: resultCode, transactionStatus: '' },
    ...(paidAt === undefined ? {} : { paidAt }),
    ...(resultCode === takesBack ? { takesBack: true } : {}),
  }
}

export type Read = { forged: true } | { forged: false; notification: Notification }

function verify(fields: Fields | undefined, account: MomoAccount): Read {
  const genuine =
    fields !== undefined &&
    sameHash(sign('result', fields, account), fields.signature ?? '') &&
    fields.partnerCode === account.partnerCode
  return genuine ? { forged: false, notification: notificationOf(fields) } : { forged: true }
}

/** Reads a notification from the bytes of its body. Members that are not signed are left out. */
export function readNotification(raw: Uint8Array, account: MomoAccount): Read {
  try {
    return verify(fieldsOf(readJson(new TextDecoder('utf-8', { fatal: true }).decode(raw))), account)
  } catch {
    return { forged: true }
  }
}

const inReturn: ReadonlySet<string> = new Set([...signedNames.result.slice(1), 'signature'])

/** Reads the query of the way back. It may be shown and never believed; foreign parameters are left out, one that stands twice is a forgery. */
export function readReturn(rawQuery: string, account: MomoAccount): Read {
  const fields: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(rawQuery)) {
    if (!inReturn.has(name)) continue
    if (name in fields) return { forged: true }
    fields[name] = value
  }
  return verify(fields, account)
}
