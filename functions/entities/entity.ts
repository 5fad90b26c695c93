import * as z from 'zod'
import { both, day } from '../programs/program.ts'

/** A legal entity that takes money. It stands on each page that takes money, on every receipt and at the foot. */
export const entity = z.object({
  v: z.literal(1),
  version: z.int().positive(),
  slug: z.string(),
  legalName: both,
  taxCode: z.string(),
  license: z.object({ number: z.string(), on: day, by: both }),
  address: z.string(),
  phone: z.string(),
  hours: both,
  accountingOfficer: z.string(),
  /** Every receiving account, past ones too. */
  accounts: z
    .array(z.object({ bank: z.string(), number: z.string(), holder: z.string(), from: day, to: day.optional() }))
    .min(1),
  demonstration: z.boolean(),
})
export type Entity = z.infer<typeof entity>
