import * as z from 'zod'
import { readAccount } from '../provider.ts'

/** The merchant account; the stage's secret `vnpay` holds it as JSON. */
export const vnpayAccount = z.object({ tmnCode: z.string().length(8), hashSecret: z.string().min(16) })
export type VnpayAccount = z.infer<typeof vnpayAccount>

/** The account in a secret. Throws one sentence if it is not of the right shape. */
export const accountOf = (secret: string): VnpayAccount =>
  readAccount(vnpayAccount, secret, 'vnpay: {"tmnCode", "hashSecret"}')
