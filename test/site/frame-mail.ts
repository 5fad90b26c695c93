import { amountInWords } from '../../functions/amount-words.ts'
import type { Gaps } from '../../functions/door/frame.ts'
import { formatVnd } from '../../functions/money.ts'
import { formatDay, formatInstant } from '../../functions/time.ts'
import type { Lang } from '../../functions/words/words.ts'
import { base, entity, type Filled, giving, hostile, program } from './frame-base.ts'
import { payment, refund } from './frame-receipt.ts'

const sentAt = '2026-11-23T07:06:00.000Z'

/** The parts of the give form that only some need: as they begin, and with something to mend in them. */
export const giveLess: Gaps = {
  ...{ offersMail: true, email: '', emailOpen: false, emailProblem: '' },
  ...{ legalName: '', taxCode: '', organizationOpen: false, legalNameProblem: '', taxCodeProblem: '' },
}
export const giveMore = (at: (field: string) => string): Gaps => ({
  ...{ offersMail: true, email: hostile, emailOpen: true, emailProblem: at('email') },
  ...{ legalName: hostile, taxCode: '0300588568', organizationOpen: true },
  ...{ legalNameProblem: at('legalName'), taxCodeProblem: at('taxCode') },
})

const states = ['emailSent', 'emailWaits', 'emailLater', 'emailBounced', 'emailUnwanted'] as const

/** On a receipt: where it was sent and what became of the letter; undefined where nobody gave an address. */
export const sentTo = (lang: Lang, state?: (typeof states)[number]): Gaps => ({
  ...Object.fromEntries(states.map((each) => [each, each === state])),
  emailSent: state === 'emailSent' ? formatInstant(sentAt, lang) : '',
  email: state === undefined ? '' : 'b•••@gmail.com',
  eraseEmailUrl: '/receipts/key/erase-email?lang=vi',
})

/** On a receipt: the organization that gave. */
export const ofOrganization = (name = ''): Gaps => ({
  organization: name,
  confirmationUrl: name === '' ? '' : '/receipts/key/confirmation?lang=vi',
})

export function confirmation(lang: Lang): Filled[] {
  const sheet = (name: string, amountVnd: number, line: number): Gaps => ({
    ...base,
    legalName: name,
    taxCode: '0300588569',
    entityName: entity.legalName[lang],
    entityTaxCode: entity.taxCode,
    entityAddress: entity.address,
    license: entity.license.number,
    licenseOn: formatDay(entity.license.on, lang),
    licenseBy: entity.license.by[lang],
    amount: formatVnd(amountVnd, lang),
    amountWords: amountInWords(amountVnd, lang),
    programName: program.name[lang],
    purpose: giving.purpose[0]!.text[lang],
    code: 'K7M2-9QXR',
    payments: [payment(lang, amountVnd, line, 'VNPAY')],
    refunds: line === 0 ? [] : [refund(lang, 1_000_000, 1_250), refund(lang, 50_000, 0)],
    receiptUrl: '/receipts/key?lang=vi',
  })
  return [
    ['In the book', sheet('Công ty TNHH Vở Ô Ly', 50_000_000, 1_247)],
    ['A long name, not in the book yet', sheet(hostile, giving.limits.maxVnd, 0)],
  ]
}
