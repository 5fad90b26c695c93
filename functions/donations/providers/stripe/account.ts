import * as z from 'zod'
import { readAccount } from '../provider.ts'

/**
 * The account at Stripe; the stage's secret `stripe` holds it as JSON. Viet Nam is no country of Stripe's accounts: the
 * account is another legal entity's, which must be allowed to take gifts for this purpose. A stage without it offers no Stripe.
 */
export const stripeAccount = z.object({
  secretKey: z.string().regex(/^(sk|rk)_(test|live)_\w{8,}$/),
  webhookSecret: z.string().min(16),
  /** The one before, for as long as Stripe signs with both. */
  webhookSecretBefore: z.string().min(16).optional(),
})
export type StripeAccount = z.infer<typeof stripeAccount>

/** The account in a secret. Throws one sentence if it is not of the right shape. */
export const accountOf = (secret: string): StripeAccount =>
  readAccount(stripeAccount, secret, 'stripe: {"secretKey", "webhookSecret", "webhookSecretBefore"?}')

/** Is it money? Test mode has the same addresses, and only its keys tell. */
export const isLive = ({ secretKey }: StripeAccount): boolean => /^.._live_/.test(secretKey)
