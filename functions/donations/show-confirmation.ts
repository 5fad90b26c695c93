import * as z from 'zod'
import { amountInWords } from '../amount-words.ts'
import { type Contract, http } from '../door/http.ts'
import { asPages, page } from '../door/page.ts'
import { entityBySlug } from '../entities/store.ts'
import { readLines } from '../ledger/store.ts'
import { add, formatNumber, formatVnd } from '../money.ts'
import { purposeGiven } from '../programs/program.ts'
import { programBySlug } from '../programs/store.ts'
import { Refusal } from '../refusal.ts'
import { formatDay, formatInstant } from '../time.ts'
import type { Lang } from '../words/words.ts'
import type { Donation } from './donation.ts'
import { refundGaps } from './refund-gaps.ts'
import { goingBack, leftOf } from './refundable.ts'
import { donationByReceiptKey, personOf } from './store.ts'

export const contract = {
  summary: 'The confirmation of what an organization gave, to print, sign and seal',
  path: z.object({ receiptKey: z.string() }),
  query: z.object({ lang: z.enum(['vi', 'en']).optional().catch(undefined) }),
  replies: {
    200: { description: 'The confirmation', type: 'text/html' },
    404: { description: 'No gift of an organization has this key, or no money of it is here', type: 'text/html' },
  },
} satisfies Contract

/** Đồng that stayed: nobody may deduct from a tax what came back. */
const keptVnd = ({ payments, refunds }: Donation) =>
  add(...payments.map(({ key, amountVnd }) => leftOf({ paymentKey: key, amountVnd }, refunds)))

const paymentsOf = ({ payments }: Donation, lines: readonly (number | undefined)[], lang: Lang) =>
  payments.map(({ number, amountVnd, receivedAt }, place) => ({
    number,
    amount: formatVnd(amountVnd, lang),
    receivedAt: formatInstant(receivedAt, lang),
    line: lines[place] === undefined ? '' : formatNumber(lines[place], lang),
  }))

export const handler = http(
  contract,
  async ({ path, query }) => {
    const donation = await donationByReceiptKey(path.receiptKey)
    const lang = query.lang ?? donation.lang
    const { organization } = await personOf(donation)
    const total = keptVnd(donation)
    if (!organization || total <= 0) throw new Refusal('unknown', 'confirmation-unknown')
    const back = goingBack(donation.refunds)
    const [program, entity, lines] = await Promise.all([
      programBySlug(donation.program),
      entityBySlug(donation.entity),
      readLines([...donation.payments, ...back].map(({ entryId }) => entryId)),
    ])
    const here = `/receipts/${donation.receiptKey}`
    return page('confirmation', lang, {
      legalName: organization.legalName,
      taxCode: organization.taxCode,
      entityName: entity.legalName[lang],
      entityTaxCode: entity.taxCode,
      entityAddress: entity.address,
      license: entity.license.number,
      licenseOn: formatDay(entity.license.on, lang),
      licenseBy: entity.license.by[lang],
      amount: formatVnd(total, lang),
      amountWords: amountInWords(total, lang),
      programName: program.name[lang],
      purpose: purposeGiven(program, donation.purposeVersion)[lang],
      code: donation.code,
      payments: paymentsOf(donation, lines, lang),
      refunds: refundGaps(back, lines.slice(donation.payments.length), lang),
      receiptUrl: `${here}?lang=${lang}`,
      viUrl: `${here}/confirmation?lang=vi`,
      enUrl: `${here}/confirmation?lang=en`,
    })
  },
  asPages,
)
