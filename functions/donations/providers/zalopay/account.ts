import * as z from 'zod'
import { readAccount } from '../provider.ts'

/** The merchant's app; the stage's secret `zalopay` holds it as JSON. What we say is signed with key1, what ZaloPay says with key2. */
export const zalopayAccount = z.object({
  appId: z.union([z.int().positive().transform(String), z.string().regex(/^[1-9]\d{0,9}$/)]),
  key1: z.string().min(16),
  key2: z.string().min(16),
})
export type ZalopayAccount = z.infer<typeof zalopayAccount>

/** The account in a secret. Throws one sentence if it is not of the right shape. */
export const accountOf = (secret: string): ZalopayAccount =>
  readAccount(zalopayAccount, secret, 'zalopay: {"appId", "key1", "key2"}')
