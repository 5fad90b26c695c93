import type { Facts } from '../facts.ts'

const addresses = { pay: 'https://checkout.stripe.com', api: 'https://api.stripe.com' }

/** Limits are Stripe's eight digits and about half a US dollar. */
export const stripe = {
  name: 'stripe',
  ways: [
    {
      name: 'stripe',
      limits: { minVnd: 20_000, maxVnd: 99_999_999 },
      // the globe
      mark: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM3.5 9h17M3.5 15h17M12 3c-4.5 5-4.5 13 0 18M12 3c4.5 5 4.5 13 0 18',
      takesCards: true,
      mayExchange: true,
    },
  ],
  isAsked: true,
  begunCode: 'open',
  // the status of a Checkout Session
  reasons: { expired: 'expired' },
  signatureHeaders: ['Stripe-Signature'],
  // test and money have the same addresses: only the keys tell
  addresses: { place: 3, sandbox: addresses, real: addresses },
  testSecret: /\b[a-z]k_test_/,
} as const satisfies Facts
