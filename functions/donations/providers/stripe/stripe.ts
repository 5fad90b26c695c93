import type { Gateway, Provider } from '../provider.ts'
import { accountOf } from './account.ts'
import { followRefund, refund } from './refund.ts'
import { ask, begin } from './session.ts'
import { stripeStatement } from './statement.ts'

/**
 * Stripe Checkout, for cards of donors abroad; off unless the stage has an account, which cannot be one in Viet Nam (see
 * stripe-account.ts). Its notifications go to an address that stands in Stripe's dashboard.
 */
export const stripe: Provider = {
  name: 'stripe',
  // Stripe keeps its page open half an hour longer (stripe-session.ts) and has closed it before it is asked after an hour.
  opensSeconds: 28 * 60,
  reference: (letters, now) => `LC${now.slice(2, 10).replaceAll('-', '')}${letters(14)}`,
  open(secret, at, send = fetch): Gateway {
    const line = { account: accountOf(secret), url: at.api, send }
    return {
      begin: async (order) => ({ payUrl: await begin(order, line, at.pay), isTheirs: true }),
      ask: (question) => ask(question, line),
      refund: (back) => refund(back, line),
      followRefund: (back) => followRefund(back, line),
      statement: (day) => stripeStatement(day, line),
    }
  },
}
