import * as z from 'zod'
import { readAccount } from '../provider.ts'

const key = z.string().min(16)

/** Who tells us what the bank did; the stage's secret `bank` holds it as JSON. */
export const bankAccount = z
  .strictObject({
    sepay: z
      .strictObject({
        hmacSecret: key.optional(),
        apiKey: key.optional(),
        /** Reads what moved on the accounts; without it only files of the bank tell of whole days. */
        apiToken: key.optional(),
      })
      .refine(({ hmacSecret, apiKey }) => hmacSecret ?? apiKey)
      .optional(),
    payos: z.strictObject({ checksumKey: key }).optional(),
  })
  .refine(({ sepay, payos }) => sepay ?? payos)
export type BankAccount = z.infer<typeof bankAccount>

/** The account in a secret. Throws one sentence if it is not of the right shape. */
export const accountOf = (secret: string): BankAccount =>
  readAccount(
    bankAccount,
    secret,
    'bank: {"sepay": {"hmacSecret" or "apiKey", "apiToken"?}, "payos": {"checksumKey"}}, one or both',
  )
