import * as z from 'zod'
import { readAccount } from '../provider.ts'

/** The merchant account; the stage's secret `momo` holds it as JSON. */
export const momoAccount = z.object({
  partnerCode: z.string().min(1).max(50),
  accessKey: z.string().min(8),
  secretKey: z.string().min(16),
})
export type MomoAccount = z.infer<typeof momoAccount>

/** The account in a secret. Throws one sentence if it is not of the right shape. */
export const accountOf = (secret: string): MomoAccount =>
  readAccount(momoAccount, secret, 'momo: {"partnerCode", "accessKey", "secretKey"}')
