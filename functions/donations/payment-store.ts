import { entryWrites } from '../ledger/store.ts'
import { emailOf, letterWrites } from '../mail/store.ts'
import { key } from '../store/keys.ts'
import { putOnce } from '../store/once.ts'
import { absent, ConditionFailed, get, type Item, pause, transact, type Write, write } from '../store/table.ts'
import { seconds } from '../time.ts'
import { type Donation, keptSeconds } from './donation.ts'
import { sameHeard } from './heard-store.ts'
import { type Facts, hear, mayHaveMoved, type PaymentIds, receive, type Told } from './payment.ts'
import { donationById, donationByReference, personOf } from './store.ts'

export interface Draw {
  ids(): PaymentIds
  nonce(): string
}

/** `new`: written now. `known`: it was written before, by a notification or by asking. `nothing`: there was nothing to write. */
export type Recorded = 'new' | 'known' | 'nothing'

/** What is written with money that is new, or the money is not: looked at anew for each try; what it throws stops all. */
export type Alongside = () => Promise<readonly Write[]>
const nothingElse: Alongside = async () => []

const tries = 20

/**
 * Records what a provider told: the money, a failure, or money that may have moved. Safe to repeat and to race.
 * Throws if the donation is not there or the table does not take it; nothing is then half written.
 */
export async function record(
  id: string,
  told: Told,
  draw: Draw,
  now: string,
  alongside = nothingElse,
): Promise<Recorded> {
  for (let attempt = 1; ; attempt++) {
    const donation = await donationById(id)
    if (!donation) throw new Error('donations: a reference leads to no donation')
    try {
      return told.meaning === 'received'
        ? await recordMoney(donation, told, draw, now, alongside)
        : await recordWord(donation, told, now)
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error
      await pause(attempt)
    }
  }
}

/** What became of a provider's word: recorded as `Recorded` says; for an attempt that is not ours; or of a sum that failed to match and brought nothing. */
export type Settled = Recorded | 'unknown-order' | 'amount'

/**
 * Records a provider's word about an attempt. Money that came, may have moved or is taken back is recorded whatever its
 * sum; any other failure counts only for the sum that was asked.
 */
export async function settle(
  told: Omit<Told, 'asked'>,
  draw: Draw,
  now: string,
  alongside = nothingElse,
): Promise<{ settled: Settled; sameAmount: boolean }> {
  const donation = await donationByReference(told.provider, told.reference)
  if (!donation) return { settled: 'unknown-order', sameAmount: false }
  const sameAmount = told.amountVnd === donation.amountVnd
  const isMoney = told.meaning === 'received' || told.meaning === 'moved' || told.takesBack
  if (!sameAmount && !isMoney) return { settled: 'amount', sameAmount }
  return { settled: await record(donation.id, { ...told, asked: false }, draw, now, alongside), sameAmount }
}

async function recordMoney(
  donation: Donation,
  told: Told,
  draw: Draw,
  now: string,
  alongside: Alongside,
): Promise<Recorded> {
  if (await get(paymentFactKey(told))) return 'known'
  const [person, email] = await Promise.all([personOf(donation), emailOf(donation.id)])
  const nonce = person.nonce ?? draw.nonce()
  const facts = receive(donation, told, nonce, draw.ids(), now)
  await transact([
    ...(await alongside()),
    ...factWrites(told, donation, facts, now),
    ...keepLonger(donation, person, nonce, now),
    ...letterWrites(donation.id, email, facts.payment.key, now),
    ...facts.payment.flags
      .filter((reason) => isOdd(told, reason))
      .map((reason) => write.put(reviewOf(donation, told, reason, now))),
    ...(mayHaveMoved(donation, told) ? [write.put(reviewOf(donation, told, 'may-have-moved', now))] : []),
  ])
  return 'new'
}

/** Who transfers may write any sum: another one is a gift of that size. */
const isOdd = ({ provider }: Told, flag: Facts['payment']['flags'][number]): boolean =>
  provider !== 'bank' || flag !== 'other-amount'

const paymentFactKey = (told: Pick<Told, 'provider' | 'transactionId'>) =>
  key.payment(told.provider, told.transactionId)

/** That a provider brought money, once for ever. */
export const paymentFact = (
  told: Pick<Told, 'provider' | 'transactionId' | 'reference' | 'amountVnd' | 'paidAt' | 'toldAs'>,
  donation: string | undefined,
  now: string,
): Write => {
  const { provider, transactionId, reference, amountVnd, paidAt, toldAs } = told
  const item = { v: 1, provider, transactionId, reference, donation, amountVnd, paidAt, toldAs, recordedAt: now }
  return write.put({ ...paymentFactKey(told), ...item }, absent)
}

/** One transaction that touches no item that another gift touches. */
function factWrites(told: Told, donation: Donation, { payment, ledger }: Facts, now: string): Write[] {
  const { when, values } = sameHeard(donation)
  return [
    paymentFact(told, donation.id, now),
    write.put({ ...key.number(payment.number), v: 1, entryId: payment.entryId }, absent),
    ...entryWrites(ledger),
    write.update(key.donation(donation.id), {
      UpdateExpression: 'SET payments = list_append(payments, :paid), expiresAtSeconds = :until REMOVE heard',
      ConditionExpression: `size(payments) = :known AND ${when}`,
      ExpressionAttributeValues: {
        ...values,
        ':paid': [payment],
        ':known': donation.payments.length,
        ':until': seconds(now) + keptSeconds.received,
      },
    }),
  ]
}

/** What was kept for thirty days is kept as long as the receipt, unless it was erased meanwhile. */
function keepLonger(
  donation: Donation,
  person: { name: string | undefined; nonce: string | undefined },
  nonce: string,
  now: string,
): Write[] {
  const expiresAtSeconds = seconds(now) + keptSeconds.received
  const pointer = { v: 1, donation: donation.id, expiresAtSeconds }
  const stays = {
    UpdateExpression: 'SET expiresAtSeconds = :until',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':until': expiresAtSeconds },
  }
  return [
    write.put({ ...key.receipt(donation.receiptKey), ...pointer }),
    person.nonce === undefined
      ? write.put({ ...key.donor(donation.id), v: 1, nonce, expiresAtSeconds }, absent)
      : write.update(key.donor(donation.id), stays),
    ...(donation.nameId && person.name !== undefined ? [write.update(key.name(donation.nameId), stays)] : []),
  ]
}

/** What a person must look at, by the month of the gift. The same reason of the same payment is one item, however often it is told. */
function reviewOf(
  donation: Donation,
  told: Told,
  reason: 'other-amount' | 'second' | 'may-have-moved',
  now: string,
): Item {
  const { provider, reference, transactionId, amountVnd, responseCode, transactionStatus } = told
  const { createdAt } = donation
  return {
    ...key.review(createdAt.slice(0, 7), createdAt, `${provider}#${reference}#${transactionId}#${reason}`),
    v: 1,
    reason,
    donation: donation.id,
    program: donation.program,
    pledgedVnd: donation.amountVnd,
    provider,
    reference,
    transactionId,
    amountVnd,
    responseCode,
    transactionStatus,
    at: now,
  }
}

/** Money that may have moved stands for review whatever else is known: a gift in the book may be taken back. */
async function recordWord(donation: Donation, told: Told, now: string): Promise<Recorded> {
  if (mayHaveMoved(donation, told)) await putOnce(reviewOf(donation, told, 'may-have-moved', now))
  const word = hear(donation, told, now)
  if (!word) return told.meaning === 'pending' ? 'nothing' : 'known'
  const { when, values } = sameHeard(donation)
  await transact([
    write.update(key.donation(donation.id), {
      UpdateExpression: 'SET heard = :heard',
      ConditionExpression: `size(payments) = :none AND ${when}`,
      ExpressionAttributeValues: { ':heard': word, ':none': 0, ...values },
    }),
  ])
  return 'new'
}
