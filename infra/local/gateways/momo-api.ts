import type { Answer } from './counter.ts'
import { asList, inRange, refundsOf, type Said } from './momo-back.ts'
import type { Bank } from './momo-bank.ts'
import { type Code, lastWord, messages, type Payment } from './momo-orders.ts'
import { type Fields, isSigned, type Path, readFields, writeJson } from './momo-wire.ts'

/** A wallet page's life; MoMo publishes it for pages that bind a wallet. */
const opensMs = 15 * 60_000

const id = /^[0-9a-zA-Z]([-_.]*[0-9a-zA-Z]+)*$/
// biome-ignore format: a table reads best as a table
const rules: Record<Path, Record<string, RegExp>> = {
  create: {
    requestId: /^.{1,50}$/, orderId: id, amount: /^\d{1,18}$/, orderInfo: /^.{1,255}$/, requestType: /^captureWallet$/,
    redirectUrl: /^https?:\/\/\S+$/, ipnUrl: /^https?:\/\/[\w.:-]+(\/[\w.~-]+)*$/, extraData: /^[A-Za-z0-9+/=]*$/,
    lang: /^(vi|en)$/, autoCapture: /^(true|)$/,
  },
  query: { requestId: /^.{1,50}$/, orderId: id, lang: /^(vi|en)$/ },
  'refund/query': { requestId: /^.{1,50}$/, orderId: id, lang: /^(vi|en)$/ },
  refund: {
    requestId: /^.{1,50}$/, orderId: id, amount: /^\d{1,18}$/, transId: /^\d{1,19}$/, lang: /^(vi|en)$/,
  },
}
const finals: readonly Code[] = [0, 1080, 1081, 1088]

type Acts = Record<Path, (fields: Fields) => Said>

/** The same requestId again: the same answer if that was final, 7000 while the first is under way, else 40. Nothing happens twice. */
function onlyOnce({ account, think }: Bank, acts: Acts) {
  const answered = new Map<string, Said>()
  const flying = new Set<string>()

  return async (path: Path, fields: Fields | undefined): Promise<Said> => {
    if (!fields || Object.entries(rules[path]).some(([name, rule]) => !rule.test(fields[name] ?? '')))
      return { code: 20 }
    if (fields.partnerCode !== account.partnerCode || !isSigned(path, fields, account)) return { code: 13 }
    const request = fields.requestId!
    if (flying.has(request)) return { code: 7000 }
    const before = answered.get(request)
    if (before) return finals.includes(before.code) ? before : { code: 40 }
    flying.add(request)
    await think()
    const said = acts[path](fields)
    flying.delete(request)
    answered.set(request, said)
    return said
  }
}

/** Answers create, query, refund and refund/query. `pageOf` is where an order is paid. */
export function api(bank: Bank, pageOf: (payment: Payment) => string) {
  const { account, payments, now } = bank
  const orders = new Set<string>()

  function create(fields: Fields): Said {
    if (!inRange(fields.amount)) return { code: 22 }
    if (orders.has(fields.orderId!)) return { code: 41 }
    orders.add(fields.orderId!)
    const payment: Payment = {
      ...{ reference: fields.orderId!, requestId: fields.requestId!, amountVnd: Number(fields.amount) },
      ...{ info: fields.orderInfo!, extraData: fields.extraData ?? '', lang: fields.lang === 'en' ? 'en' : 'vi' },
      ...{ returnUrl: fields.redirectUrl!, ipnUrl: fields.ipnUrl!, createdAt: now(), expiresAt: now() + opensMs },
      ...{ lateAt: undefined, transactions: [], refunds: [] },
    }
    payments.set(payment.reference, payment)
    const payUrl = pageOf(payment)
    return { code: 0, more: { amount: payment.amountVnd, payUrl, deeplink: 'momo://?action=pay', qrCodeUrl: payUrl } }
  }

  function query({ orderId = '' }: Fields): Said {
    bank.settleLate()
    const payment = payments.get(orderId)
    if (!payment) return { code: 42 }
    const { number, code, amountVnd, at } = lastWord(payment) ?? {
      ...{ number: 0n, amountVnd: payment.amountVnd, at: payment.createdAt },
      code: now() < payment.expiresAt ? (1000 as const) : (1005 as const),
    }
    return {
      code,
      more: {
        ...{ extraData: payment.extraData, amount: amountVnd, transId: number, payType: code === 0 ? 'qr' : '' },
        ...{ refundTrans: asList(payment.refunds, now()), lastUpdated: at, signature: null },
      },
    }
  }

  const decide = onlyOnce(bank, { create, query, ...refundsOf(bank, orders) })

  return async (path: Path, body: string): Promise<Answer> => {
    const fields = readFields(body)
    const { code, more } = await decide(path, fields)
    const echo = {
      partnerCode: account.partnerCode,
      orderId: fields?.orderId ?? '',
      requestId: fields?.requestId ?? '',
    }
    const message = messages[code][fields?.lang === 'en' ? 'en' : 'vi']
    const status = code === 7000 ? 422 : code >= 10 && code <= 47 ? 400 : 200
    return {
      status,
      body: writeJson({ ...echo, responseTime: now(), message, resultCode: code, ...more }),
      type: 'application/json',
    }
  }
}
