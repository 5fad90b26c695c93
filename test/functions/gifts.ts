import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { codeLength, codeLetters } from '../../functions/donations/code.ts'
import { attemptAt, type Donation, type Gift, pledge } from '../../functions/donations/donation.ts'
import type { Told } from '../../functions/donations/payment.ts'
import type { Draw } from '../../functions/donations/payment-store.ts'
import { all } from '../../functions/donations/providers/all.ts'
import { askFor, type Refund } from '../../functions/donations/refund.ts'
import { keepRefund } from '../../functions/donations/refund-store.ts'
import { cameBy } from '../../functions/donations/refundable.ts'
import { donationById, keepPledge } from '../../functions/donations/store.ts'
import type { ProviderName } from '../../functions/donations/way.ts'
import { consent } from '../../functions/mail/email.ts'
import { makeGift } from '../make.ts'

/** Chance for tests on the real engine; ids never meet. */
export const draw: Draw = {
  ids: () => ({ entryId: randomBytes(12).toString('base64url'), digits: String(randomInt(10 ** 8)).padStart(8, '0') }),
  nonce: () => randomBytes(32).toString('base64url'),
}

/** A pledge that is kept in the table. */
export async function pledged(
  over: Partial<Gift> = {},
  now = new Date().toISOString(),
  attempt: string = randomUUID(),
  provider: ProviderName = 'vnpay',
): Promise<Donation> {
  const gift = makeGift(over)
  const ids = {
    donation: randomUUID(),
    receiptKey: randomBytes(16).toString('base64url'),
    code: Array.from(randomBytes(codeLength), (byte) => codeLetters[byte % 32]).join(''),
    nameId: randomBytes(12).toString('base64url'),
  }
  const first = attemptAt({ provider }, referenceOf(provider), 15 * 60, now)
  const at = { lang: gift.lang, origin: 'https://city.test' }
  return keepPledge({
    ...{ attempt, donation: pledge(gift, ids, first, now), name: gift.name, nonce: draw.nonce() },
    email: gift.email === undefined ? undefined : consent(gift.email, at, now),
    organization: gift.organization,
  })
}

const referenceOf = (provider: ProviderName) =>
  all[provider]?.reference(
    (length) => Array.from(randomBytes(length), (byte) => capitals[byte % 26]).join(''),
    new Date().toISOString(),
  ) ?? `LC${randomBytes(8).toString('hex')}`
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** An order to give back some of a gift's first payment by hand. */
export async function askedBack(id: string, amountVnd: number, now = new Date().toISOString()): Promise<Refund> {
  const of = (await donationById(id))!
  const order = { amountVnd, because: 'Góp nhầm', by: 'Lan', nth: 1 }
  return (await keepRefund(askFor(cameBy(of, of.payments[0]!), order, 'to-transfer', randomUUID(), now))).kept
}

let transaction = 14_000_000
export const told = (donation: Donation, over: Partial<Told> = {}): Told => ({
  provider: donation.attempts[0]!.provider,
  reference: donation.attempts[0]!.reference,
  transactionId: String(++transaction),
  amountVnd: donation.amountVnd,
  meaning: 'received',
  responseCode: '00',
  transactionStatus: '00',
  asked: false,
  ...over,
})
