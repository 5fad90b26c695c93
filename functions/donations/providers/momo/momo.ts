import { type Gateway, type Provider, returnedBy } from '../provider.ts'
import { accountOf } from './account.ts'
import { ask } from './ask.ts'
import { begin } from './pay.ts'
import { followRefund, refund } from './refund.ts'
import { isAtWork, readReturn, toldBy } from './told.ts'

/** MoMo v2 (captureWallet): a page that MoMo makes, a POST notification, query, refund as an order of its own. */
export const momo: Provider = {
  name: 'momo',
  // MoMo publishes no limit for a wallet page; its QR code is known to live ten minutes.
  opensSeconds: 10 * 60,
  reference: (letters, now) => `LC${now.slice(2, 10).replaceAll('-', '')}${letters(14)}`,
  open(secret, at, send = fetch): Gateway {
    const account = accountOf(secret)
    return {
      begin: (order) => begin(order, account, at, send),
      ask: (question) => ask(question, account, at.api, send),
      returned: (rawQuery) => returnedBy(readReturn(rawQuery, account), toldBy, isAtWork),
      refund: (back) => refund(back, account, at.api, send),
      // A question needs an id of its own each time: the moment makes it so. MoMo takes 50 characters.
      followRefund: (back) =>
        followRefund(
          back,
          `${back.refundReference.slice(0, 30)}${back.now.replace(/\D/g, '').slice(2, 17)}`,
          account,
          at.api,
          send,
        ),
    }
  },
}
