import * as z from 'zod'
import { shortId } from '../office/short-id.ts'

const said = z.object({ by: z.string(), because: z.string(), at: z.iso.datetime() })
export type Said = z.infer<typeof said>

/**
 * Money that a person must look at. Reasons are an open set, so that each part of the city may add its own; how a reason
 * and the next step are said stands with the commands of the office.
 */
export const review = z.object({
  v: z.literal(1),
  reason: z.string(),
  at: z.iso.datetime(),
  donation: z.string().optional(),
  refund: z.string().optional(),
  program: z.string().optional(),
  provider: z.string().optional(),
  reference: z.string().optional(),
  transactionId: z.string().optional(),
  pledgedVnd: z.int().optional(),
  amountVnd: z.int().optional(),
  responseCode: z.string().optional(),
  transactionStatus: z.string().optional(),
  /** The payment of ours that a held transfer may be. */
  like: z.string().optional(),
  /** Who says that a held transfer is money of its own; from here on it is recorded, whatever breaks on the way. */
  booking: said.optional(),
  /** Who looked, and what it was. It stays. */
  resolved: said.optional(),
})
export type Review = z.infer<typeof review>

/** What a person calls it. */
export const reviewId = (key: { pk: string; sk: string }): string => shortId(6, key.pk, key.sk)

/** Money may be looked for as long as a pledge is kept, and somebody may come back to it for years. */
const months = 60
/** Months in which a review may stand, the newest first. */
export const monthsOf = (now: string): string[] => {
  const [year, month] = now.slice(0, 7).split('-').map(Number) as [number, number]
  return Array.from({ length: months }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back)).toISOString().slice(0, 7),
  )
}
