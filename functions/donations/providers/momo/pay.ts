import { type Addresses, type Order, ReferenceUsed } from '../provider.ts'
import type { MomoAccount } from './account.ts'
import { sameRequest, tellMomo } from './message.ts'

/** The order that MoMo is told of. The same reference is the same request: after a lost answer it gets the same page again. */
const created = ({ reference, amountVnd, info, lang, returnUrl, notifyUrl }: Order) => ({
  requestId: reference,
  amount: String(amountVnd),
  orderId: reference,
  orderInfo: info.slice(0, 255),
  redirectUrl: returnUrl,
  ipnUrl: notifyUrl,
  requestType: 'captureWallet',
  extraData: '',
  autoCapture: 'true',
  lang,
})

/** The request (40) or the order (41) was told before, and its page is not said again. */
const usedCodes = ['40', '41']

/**
 * Has MoMo make the page where the donor pays. Throws ReferenceUsed if only another reference helps, and otherwise if there
 * is no page, or if it is not where donors may be sent.
 */
export async function begin(
  order: Order,
  account: MomoAccount,
  at: Addresses,
  send: typeof fetch,
): Promise<{ payUrl: string; isTheirs: true }> {
  const asked = created(order)
  const said = await tellMomo('create', asked, account, at.api, send)
  if (usedCodes.includes(said.resultCode)) throw new ReferenceUsed('momo', said.resultCode)
  if (said.resultCode !== '0') throw new Error(`momo: create answered ${said.resultCode}`)
  sameRequest('create', asked, said)
  if (said.fields.amount !== asked.amount) throw new Error('momo: create answered for another amount')
  const payUrl = said.fields.payUrl ?? ''
  // The site's policy lets forms lead to this origin only.
  if (!URL.canParse(payUrl) || new URL(payUrl).origin !== new URL(at.pay).origin)
    throw new Error('momo: create answered with a page elsewhere')
  return { payUrl, isTheirs: true }
}
