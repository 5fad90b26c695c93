import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { asPages, page } from '../door/page.ts'
import { currentAccount, type Entity } from '../entities/entity.ts'
import { entityBySlug } from '../entities/store.ts'
import { formatVnd } from '../money.ts'
import { programBySlug } from '../programs/store.ts'
import { drawQr } from '../qr/drawing.ts'
import { Refusal } from '../refusal.ts'
import { later } from '../time.ts'
import { type Donation, stateOf } from './donation.ts'
import { writeVietQr } from './providers/bank/vietqr.ts'
import { donationByReceiptKey } from './store.ts'

export const contract = {
  summary: 'How to transfer a gift: a VietQR, the account, the amount and the memo',
  path: z.object({ receiptKey: z.string() }),
  query: z.object({ lang: z.enum(['vi', 'en']).optional().catch(undefined) }),
  replies: {
    200: { description: 'The gift waits for its transfer', type: 'text/html' },
    303: { description: 'It was received, or may have been: on to what is known of it' },
    404: { description: 'No gift has this key, or it is not paid by a transfer', type: 'text/html' },
    409: { description: 'The entity has no account that a transfer reaches now', type: 'text/html' },
  },
} satisfies Contract

/** So long the page looks again by itself without script. */
const watchedSeconds = 3_600

/** What a payer needs, as text and as a drawing. */
function orderOf({ amountVnd }: Donation, memo: string, entity: Entity) {
  const account = currentAccount(entity)
  if (!account?.bin) throw new Refusal('closed', 'provider-closed')
  const { bank, bin, number, holder } = account
  const { path, box } = drawQr(writeVietQr({ bin, account: number.replace(/[^A-Za-z0-9]/g, ''), amountVnd, memo }))
  return { qrPath: path, qrBox: box, bank, number, holder, memo }
}

export const handler = http(
  contract,
  async ({ path, query, now }) => {
    const donation = await donationByReceiptKey(path.receiptKey)
    const lang = query.lang ?? donation.lang
    const receiptUrl = `/receipts/${donation.receiptKey}`
    const state = stateOf(donation)
    if (state === 'received') return { status: 303, location: `${receiptUrl}?lang=${lang}` }
    if (state === 'checking') return { status: 303, location: `${receiptUrl}/return?lang=${lang}` }
    const attempt = donation.attempts.findLast(({ provider }) => provider === 'bank')
    if (!attempt) throw new Refusal('unknown', 'receipt-unknown')
    const [program, entity] = await Promise.all([programBySlug(donation.program), entityBySlug(donation.entity)])
    return page('transfer', lang, {
      ...orderOf(donation, attempt.reference, entity),
      programName: program.name[lang],
      amount: formatVnd(donation.amountVnd, lang),
      // What a bank's app takes: figures alone.
      amountPlain: String(donation.amountVnd),
      code: donation.code,
      phone: entity.phone,
      hours: entity.hours[lang],
      state,
      refresh: now < later(attempt.createdAt, watchedSeconds),
      receiptUrl: `${receiptUrl}?lang=${lang}`,
      // The fragment opens the ways, which are folded for whoever only waits.
      otherUrl: `${receiptUrl}/return?lang=${lang}#other-ways`,
      statusUrl: `/api/donations/${donation.receiptKey}`,
      viUrl: `${receiptUrl}/transfer?lang=vi`,
      enUrl: `${receiptUrl}/transfer?lang=en`,
    })
  },
  asPages,
)
