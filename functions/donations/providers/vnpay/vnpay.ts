import { type Gateway, type Provider, returnedBy } from '../provider.ts'
import { accountOf } from './account.ts'
import { ask } from './ask.ts'
import { payUrl } from './pay.ts'
import { followRefund, refund } from './refund.ts'
import { readNotification, toldBy } from './told.ts'

/** VNPAY 2.1.0: a signed address, a GET notification (its address stands in the merchant's portal), querydr and refund. */
export const vnpay: Provider = {
  name: 'vnpay',
  opensSeconds: 15 * 60,
  reference: (letters, now) => `LC${now.slice(2, 10).replaceAll('-', '')}${letters(14)}`,
  open(secret, at, send = fetch): Gateway {
    const account = accountOf(secret)
    return {
      begin: async (order) => ({ payUrl: payUrl(order, account, at.pay) }),
      async ask(question) {
        const said = await ask(question, account, at.api, send)
        return said.found ? toldBy(said.notification) : 'nothing'
      },
      returned: (rawQuery) => returnedBy(readNotification(rawQuery, account), toldBy),
      refund: (back) => refund(back, account, at.api, send),
      // A question needs an id of its own each time: the seconds of the day make it so.
      followRefund: (back) =>
        followRefund(
          back,
          `${back.refundReference.slice(0, 20)}${back.now.replace(/\D/g, '').slice(2, 14)}`,
          account,
          at.api,
          send,
        ),
    }
  },
}
