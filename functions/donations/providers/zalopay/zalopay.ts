import { stampOf } from '../../../time.ts'
import type { Gateway, Provider } from '../provider.ts'
import { accountOf } from './account.ts'
import { ask } from './ask.ts'
import { create } from './pay.ts'
import { followRefund, refund } from './refund.ts'
import { readReturn } from './told.ts'

/** ZaloPay v2: an order made by its API, a callback for money that came and for nothing else, query, refund and query_refund. */
export const zalopay: Provider = {
  name: 'zalopay',
  opensSeconds: 15 * 60,
  // At most 40 characters that begin with the day in Viet Nam.
  reference: (letters, now) => `${stampOf(now).slice(2, 8)}_${letters(16)}`,
  open(secret, at, send = fetch): Gateway {
    const account = accountOf(secret)
    return {
      begin: async (order) => ({ payUrl: await create(order, account, at, send), isTheirs: true }),
      ask: (question) => ask(question, account, at.api, send),
      returned: (rawQuery) => readReturn(rawQuery, account),
      refund: (back) => refund(back, account, at.api, send),
      followRefund: (back) => followRefund(back, account, at.api, send),
    }
  },
}
