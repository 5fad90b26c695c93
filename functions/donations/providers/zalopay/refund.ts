import { stampOf } from '../../../time.ts'
import type { Back, RefundSaid } from '../provider.ts'
import type { ZalopayAccount } from './account.ts'
import { codeOf, tellZalopay } from './message.ts'

/** `yymmdd_appid_…` with the day in Viet Nam on which the refund was ordered: asked again, it is the same refund. */
export const refundIdOf = ({ refundReference, orderedAt }: Back, { appId }: ZalopayAccount): string =>
  `${stampOf(orderedAt).slice(2, 8)}_${appId}_${refundReference}`

const timestampOf = ({ now }: Back): string => String(Date.parse(now))

/** Asks ZaloPay to give back all or a part of a payment. That it says yes is not that it is done: `followRefund` tells. */
export async function refund(
  back: Back,
  account: ZalopayAccount,
  api: string,
  send: typeof fetch,
): Promise<RefundSaid> {
  const asked = {
    m_refund_id: refundIdOf(back, account),
    zp_trans_id: back.transactionId,
    amount: String(back.amountVnd),
    timestamp: timestampOf(back),
    description: `Hoan ${back.reference}`,
  }
  const said = await tellZalopay('refund', asked, account, api, send)
  const code = codeOf(said)
  // -23: it knows this refund already, from a request whose answer was lost.
  if (said.return_code === '2' && said.sub_return_code !== '-23') return { state: 'refused', code }
  return { state: 'accepted', code, ...(said.refund_id ? { transactionId: said.refund_id } : {}) }
}

/** What became of a refund. One that ZaloPay does not know (-101) may still be on its way there. */
export async function followRefund(
  back: Back,
  account: ZalopayAccount,
  api: string,
  send: typeof fetch,
): Promise<RefundSaid> {
  const asked = { m_refund_id: refundIdOf(back, account), timestamp: timestampOf(back) }
  const said = await tellZalopay('query_refund', asked, account, api, send)
  const code = codeOf(said)
  if (said.return_code === '1') return { state: 'done', code }
  if (said.return_code === '3') return { state: 'accepted', code }
  return { state: said.sub_return_code === '-101' ? 'unknown' : 'refused', code }
}
