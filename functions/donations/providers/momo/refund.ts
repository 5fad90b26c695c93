import * as z from 'zod'
import type { Back, RefundSaid } from '../provider.ts'
import type { MomoAccount } from './account.ts'
import { fieldsOf, type Said, sameRequest, tellMomo } from './message.ts'
import type { Fields } from './signature.ts'

const underWay = ['1000', '7000', '7002']
/** Nothing went back. 1080: it failed, and may be tried anew in an hour; 1081: given back already, or too much; 1088: cannot be given back. */
const refusals = ['10', '11', '12', '13', '20', '21', '22', '42', '47', '1080', '1081', '1088', '2019']

/** Codes that are not named say too little: 40 and 41 that it was sent before, 43 that another is under way, 99 nothing at all. */
function stateOf(code: string): RefundSaid['state'] {
  if (code === '0') return 'done'
  if (underWay.includes(code)) return 'accepted'
  return refusals.includes(code) ? 'refused' : 'unknown'
}

const refundSaid = (code: string, { transId = '' }: Fields): RefundSaid => {
  const state = stateOf(code)
  return { state, code, ...(state === 'done' && /[1-9]/.test(transId) ? { transactionId: transId } : {}) }
}

/** Gives back all or a part of a payment. A refund is an order of its own, and the same reference is the same request for a month. */
export async function refund(back: Back, account: MomoAccount, api: string, send: typeof fetch): Promise<RefundSaid> {
  const asked = {
    orderId: back.refundReference,
    requestId: back.refundReference,
    amount: String(back.amountVnd),
    transId: back.transactionId,
    lang: 'vi',
    description: `Hoan ${back.reference}`,
  }
  const said = await tellMomo('refund', asked, account, api, send)
  if (said.resultCode === '0') sameRequest('refund', asked, said)
  return refundSaid(said.resultCode, said.fields)
}

const list = z.object({ refundTrans: z.array(z.unknown()).nullish() })

const refundIn = ({ json }: Said, refundReference: string): Fields | undefined =>
  (list.safeParse(json).data?.refundTrans ?? [])
    .map((each) => fieldsOf(each))
    .find((each) => each?.orderId === refundReference)

/**
 * What became of a refund: MoMo is asked of the refund's own order, then of the payment, whose answer lists what was given
 * back. A refund that neither knows is `unknown`, never refused: it may still be on its way.
 */
export async function followRefund(
  back: Back,
  requestId: string,
  account: MomoAccount,
  api: string,
  send: typeof fetch,
): Promise<RefundSaid> {
  for (const [path, orderId] of [
    ['refund/query', back.refundReference],
    ['query', back.reference],
  ] as const) {
    const asked = { requestId: `${requestId}${path === 'query' ? 'P' : 'R'}`, orderId, lang: 'vi' }
    const found = refundIn(await tellMomo(path, asked, account, api, send), back.refundReference)
    if (found) return refundSaid(found.resultCode ?? '', found)
  }
  return { state: 'unknown', code: '42' }
}
