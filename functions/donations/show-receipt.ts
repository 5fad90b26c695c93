import * as z from 'zod'
import { amountInWords } from '../amount-words.ts'
import { type Contract, http } from '../door/http.ts'
import { asPages, page } from '../door/page.ts'
import type { Entity } from '../entities/entity.ts'
import { entityBySlug } from '../entities/store.ts'
import { readLines } from '../ledger/store.ts'
import { masked } from '../mail/address.ts'
import type { Email } from '../mail/email.ts'
import { emailOf } from '../mail/store.ts'
import { formatNumber, formatVnd } from '../money.ts'
import { type Program, purposeGiven } from '../programs/program.ts'
import { programBySlug } from '../programs/store.ts'
import { formatDay, formatInstant } from '../time.ts'
import type { Lang } from '../words/words.ts'
import { type Donation, receivedVnd, stateFlags } from './donation.ts'
import { lateGaps, reopenGaps } from './pay-gaps.ts'
import { providerOf } from './payment.ts'
import { lineUrl, refundGaps } from './refund-gaps.ts'
import { goingBack, refundedVnd } from './refundable.ts'
import { donationByReceiptKey, personOf } from './store.ts'
import { paidBy } from './way-facts.ts'

export const contract = {
  summary: 'The receipt of a gift, in figures and words',
  path: z.object({ receiptKey: z.string() }),
  query: z.object({ lang: z.enum(['vi', 'en']).optional().catch(undefined) }),
  replies: {
    200: { description: 'The receipt', type: 'text/html' },
    404: { description: 'No gift has this key', type: 'text/html' },
  },
} satisfies Contract

const paymentsOf = (donation: Donation, lines: readonly (number | undefined)[], lang: Lang) =>
  donation.payments.map(({ key, reference, number, amountVnd, receivedAt, flags }, place) => {
    const line = lines[place]
    const provider = providerOf(key)
    const attempt = donation.attempts.find((each) => each.provider === provider && each.reference === reference)
    return {
      way: paidBy(provider, attempt?.choice, lang),
      number,
      amount: formatVnd(amountVnd, lang),
      amountWordsVi: amountInWords(amountVnd, 'vi'),
      amountWordsEn: amountInWords(amountVnd, 'en'),
      receivedAt: formatInstant(receivedAt, lang),
      inBook: line !== undefined,
      line: line === undefined ? '' : formatNumber(line, lang),
      lineUrl: line === undefined ? '' : lineUrl(line, lang),
      second: flags.includes('second'),
      otherAmount: flags.includes('other-amount'),
    }
  })

const contextOf = (program: Program, entity: Entity, donation: Donation, lang: Lang) => ({
  programName: program.name[lang],
  programUrl: `${lang === 'vi' ? '/chuong-trinh' : '/en/programs'}/${program.slug}/`,
  purpose: purposeGiven(program, donation.purposeVersion)[lang],
  reportDueOn: program.giving ? formatDay(program.giving.reportDueOn, lang) : '',
  entityName: entity.legalName[lang],
  entityTaxCode: entity.taxCode,
  entityAddress: entity.address,
})

/** Where the receipt was sent, shown so that only its owner knows the address. */
const emailGaps = (email: Email | undefined, received: boolean, lang: Lang) => ({
  email: email ? masked(email.address) : '',
  emailSent: email?.sentAt && !email.refused ? formatInstant(email.sentAt, lang) : '',
  emailBounced: email?.refused === 'bounce',
  emailUnwanted: email?.refused === 'complaint',
  emailWaits: email !== undefined && received && !email.sentAt && !email.refused,
  emailLater: email !== undefined && !received && !email.refused,
})

export const handler = http(
  contract,
  async ({ path, query, now }) => {
    const donation = await donationByReceiptKey(path.receiptKey)
    const lang = query.lang ?? donation.lang
    const back = goingBack(donation.refunds)
    const [program, entity, person, email, lines] = await Promise.all([
      programBySlug(donation.program),
      entityBySlug(donation.entity),
      personOf(donation),
      emailOf(donation.id),
      readLines([...donation.payments, ...back].map(({ entryId }) => entryId)),
    ])
    const here = `/receipts/${donation.receiptKey}`
    const received = donation.payments.length > 0
    return page('receipt', lang, {
      ...stateFlags(donation),
      ...reopenGaps(donation, lang),
      ...lateGaps(donation, entity, now, lang),
      givenBack: received && refundedVnd(donation.refunds) >= receivedVnd(donation),
      refunds: refundGaps(back, lines.slice(donation.payments.length), lang),
      ...contextOf(program, entity, donation, lang),
      receivedAmount: formatVnd(receivedVnd(donation), lang),
      pledged: formatVnd(donation.amountVnd, lang),
      promisedOn: donation.heard?.promisedOn ? formatDay(donation.heard.promisedOn, lang) : '',
      givenAt: formatInstant(donation.createdAt, lang),
      name: person.name ?? '',
      anonymous: person.name === undefined,
      organization: person.organization?.legalName ?? '',
      confirmationUrl: person.organization && received ? `${here}/confirmation?lang=${lang}` : '',
      ...emailGaps(email, received, lang),
      eraseEmailUrl: `${here}/erase-email?lang=${lang}`,
      hideNameUrl: `${here}/hide-name?lang=${lang}`,
      statusUrl: `/api/donations/${donation.receiptKey}`,
      fileUrl: `/api/donations/${donation.receiptKey}/receipt.json`,
      payments: paymentsOf(donation, lines, lang),
      viUrl: `${here}?lang=vi`,
      enUrl: `${here}?lang=en`,
    })
  },
  asPages,
)
