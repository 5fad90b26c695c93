import * as z from 'zod'
import { both, day } from '../programs/program.ts'
import { Refusal } from '../refusal.ts'
import { type Lang, say } from '../words/words.ts'

const account = z
  .object({
    bank: z.string(),
    /** The bank's number in NAPAS, without which no QR code leads to the account. */
    bin: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    number: z.string(),
    /** As the bank writes it: a payer compares it with what the bank's app shows. */
    holder: z.string(),
    from: day,
    to: day.optional(),
  })
  .refine(({ from, to }) => to === undefined || from <= to)

/** A legal entity that takes money. It stands on each page that takes money, on every receipt and at the foot. */
export const entity = z.object({
  v: z.literal(1),
  version: z.int().positive(),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  legalName: both,
  /** Ten digits, and three more of a branch. */
  taxCode: z.string().regex(/^\d{10}(-\d{3})?$/),
  license: z.object({ number: z.string(), on: day, by: both }),
  address: z.string(),
  phone: z.string(),
  hours: both,
  accountingOfficer: z.string(),
  /** Every receiving account, past ones too. */
  accounts: z.array(account).min(1),
  demonstration: z.boolean(),
})
export type Entity = z.infer<typeof entity>

/** Numbers of accounts that `next` hides or rewrites. An account may end; that it took money stays known. */
export const brokenAccounts = (kept: Pick<Entity, 'accounts'>, next: Pick<Entity, 'accounts'>): string[] =>
  kept.accounts
    .filter(
      (old) =>
        !next.accounts.some(
          ({ bank, bin, number, holder, from, to }) =>
            bank === old.bank &&
            (old.bin === undefined || bin === old.bin) &&
            number === old.number &&
            holder === old.holder &&
            from === old.from &&
            (old.to === undefined || to === old.to),
        ),
    )
    .map(({ number }) => number)

/** Throws if `next` hides an account that took money, or is another legal person: receipts name this one. */
export function keepEntity(kept: Entity, next: Entity): void {
  const person = ({ legalName, taxCode }: Entity) => [legalName.vi, taxCode].join('\n')
  if (person(kept) !== person(next))
    throw new Refusal('conflict', 'published-stays', { with: { what: `${kept.slug} (${kept.taxCode})` } })
  const [number] = brokenAccounts(kept, next)
  if (number !== undefined)
    throw new Refusal('conflict', 'published-stays', { with: { what: `${next.slug} (${number})` } })
}

/** The account that takes money now; the newest where there are several. */
export const currentAccount = ({ accounts }: Pick<Entity, 'accounts'>) =>
  accounts.findLast(({ to }) => to === undefined)

/** Can a QR code lead a bank to its account? That takes the bank's number in NAPAS. */
export function takesTransfers(entity: Pick<Entity, 'accounts'>): boolean {
  const account = currentAccount(entity)
  return account !== undefined && 'bin' in account && Boolean(account.bin)
}

/** Tax code, license and the account that takes money now: what stands wherever money is taken. */
export function entityFacts({ taxCode, license, accounts }: Entity, lang: Lang): string {
  const account = currentAccount({ accounts })
  return [
    say(lang, 'foot.tax', { code: taxCode }),
    say(lang, 'program.license', { number: license.number, date: { day: license.on }, by: license.by[lang] }),
    account ? `${account.bank} ${account.number}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
