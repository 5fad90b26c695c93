import { seconds } from '../../../time.ts'
import { type Order, ReferenceUsed } from '../provider.ts'
import type { ZalopayAccount } from './account.ts'
import { codeOf, tellZalopay } from './message.ts'

/** -68: the reference is used. -92: its day is not today. -54: the attempt is too old. */
const usedCodes = ['-68', '-92', '-54']

/** ZaloPay wants to know who pays; it need not know from us. */
const payer = 'learning-city'

/** Has ZaloPay make the page where the donor pays. It makes one for a reference, once: throws ReferenceUsed from then on. */
export async function create(
  order: Order,
  account: ZalopayAccount,
  at: { pay: string; api: string },
  send: typeof fetch,
): Promise<string> {
  const said = await tellZalopay(
    'create',
    {
      app_user: payer,
      app_trans_id: order.reference,
      app_time: String(Date.parse(order.createdAt)),
      expire_duration_seconds: String(seconds(order.expiresAt) - seconds(order.createdAt)),
      amount: String(order.amountVnd),
      description: order.info.slice(0, 256),
      item: '[]',
      embed_data: JSON.stringify({ redirecturl: order.returnUrl }),
      callback_url: order.notifyUrl,
    },
    account,
    at.api,
    send,
  )
  if (said.return_code !== '1' && usedCodes.includes(said.sub_return_code))
    throw new ReferenceUsed('zalopay', codeOf(said))
  if (said.return_code !== '1') throw new Error(`zalopay: create answered ${codeOf(said)}`)
  // Browsers would not follow a form to a host that the CSP does not name, and would say nothing.
  const { origin } = new URL(at.pay)
  if (!URL.canParse(said.order_url) || new URL(said.order_url).origin !== origin)
    throw new Error(`zalopay: its page is not at ${origin}`)
  return said.order_url
}
