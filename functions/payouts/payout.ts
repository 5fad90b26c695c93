import * as z from 'zod'
import { readTaxCode } from '../donations/organization.ts'
import { commitment } from '../donations/receipt.ts'
import { type LedgerItem, payoutPostings } from '../ledger/entry.ts'
import { because, by, readable } from '../office/order.ts'
import { shortId } from '../office/short-id.ts'
import { both } from '../programs/program.ts'
import { formatInstant, hourOf } from '../time.ts'
import { carries, type Transfer } from '../transfers/transfer.ts'
import { type Both, type Code, type Lang, say } from '../words/words.ts'

const instant = z.iso.datetime()

const payee = z.object({ name: z.string(), taxCode: z.string().regex(/^\d{10}(-\d{3})?$/) })
/** As its papers say it, however it was typed. */
const taxCode = z.string().transform((typed, context) => {
  const read = readTaxCode(typed)
  if ('taxCode' in read) return read.taxCode
  context.addIssue({ code: 'custom', message: read.wrong.code })
  return z.NEVER
})
const what = z.string().trim().pipe(readable(2, 300))

/** What is asked for: who is paid, what for, and the file that proves it, which stays in the office. */
export const proposal = z.object({
  program: z.string(),
  /** A legal entity, as its papers name it. Never a person. */
  payee: payee.extend({ name: z.string().trim().pipe(readable(3, 200)), taxCode }),
  purpose: z.object({ vi: what, en: what }),
  amountVnd: z
    .int()
    .positive()
    .max(999_999_999_999, 'amount-too-large' satisfies Code),
  /** SHA-256 of the evidence, hex: a bill, a contract, a list that was signed. */
  evidence: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Proposal = z.infer<typeof proposal>

export const payout = proposal.extend({
  payee,
  purpose: both,
  v: z.literal(1),
  id: z.string(),
  entryId: z.string(),
  nonce: z.string(),
  state: z.enum(['proposed', 'approved', 'declined']),
  proposedBy: by,
  proposedAt: instant,
  decidedBy: by.optional(),
  decidedAt: instant.optional(),
  because: because.optional(),
})
export type Payout = z.infer<typeof payout>

/** A payout without what opens its commitment, with how its program is called and the words of its transfer. */
export const viewOf = ({ nonce: _, ...of }: Payout, names: ReadonlyMap<string, Both>) => ({
  ...of,
  memo: payoutMemo(of),
  programName: names.get(of.program),
})

/** How a payout was decided, by whom and when. */
export function decisionOf({ state, decidedBy = '', decidedAt = '' }: Payout) {
  const each = (make: (lang: Lang) => string): Both => ({ vi: make('vi'), en: make('en') })
  const word = state === 'approved' ? 'payout.approved' : 'payout.declined'
  const at = each((lang) => formatInstant(decidedAt, lang))
  return { how: each((lang) => say(lang, word)), by: decidedBy, at }
}

/** The same payee, sum and evidence is the same payout, so that one bill is not paid twice by mistake. */
export const payoutId = ({ program, payee, amountVnd, evidence }: Proposal, nth: number): string =>
  shortId(8, program, payee.taxCode, amountVnd, evidence, nth)

/** What the office writes into the transfer, so that it is found again on the account. */
export const payoutMemo = ({ id }: Pick<Payout, 'id'>): string => `CHI ${id}`

/** Is this the transfer that carried the payout? */
export const isPayoutTransfer = (of: Payout, transfer: Transfer): boolean =>
  transfer.direction === 'out' && transfer.amountVnd === of.amountVnd && carries(transfer, payoutMemo(of))

export const payoutKey = (id: string): string => `payout#${id}`

/** The entry of money that is paid out. Who was paid, what for and the evidence's hash are public. */
export function payoutEntry(of: Payout): LedgerItem {
  const {
    id,
    program,
    payee,
    purpose,
    amountVnd,
    evidence,
    entryId,
    nonce,
    proposedBy,
    decidedBy = '',
    decidedAt = '',
  } = of
  const receipt = {
    format: 'learning-city-payout-v1',
    ...{ payout: id, program, payee: payee.name, taxCode: payee.taxCode, purpose: purpose.vi, amountVnd },
    ...{ currency: 'VND', evidence, proposedBy, approvedBy: decidedBy, approvedAt: decidedAt, entryId },
  }
  return {
    v: 1,
    entryId,
    kind: 'payout',
    program,
    postings: payoutPostings(program, amountVnd),
    currency: 'VND',
    hour: hourOf(decidedAt),
    commitment: commitment(receipt, nonce),
    facts: { payee: payee.name, taxCode: payee.taxCode, purposeVi: purpose.vi, purposeEn: purpose.en, evidence },
    paymentKey: payoutKey(id),
    recordedAt: decidedAt,
    receipt,
  }
}
