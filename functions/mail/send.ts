import type { Donation } from '../donations/donation.ts'
import { donationById } from '../donations/store.ts'
import { count, logFault } from '../door/log.ts'
import { type Sending, sendMail } from '../door/mail.ts'
import { random } from '../door/random.ts'
import { stream } from '../door/stream.ts'
import { entityBySlug } from '../entities/store.ts'
import { programBySlug } from '../programs/store.ts'
import { later } from '../time.ts'
import { sayInLetter } from '../words/letters.ts'
import type { Email } from './email.ts'
import { linksLetter, receiptLetter, type Told, type Written } from './letter.ts'
import {
  claim,
  donationsTo,
  dropLetter,
  lettersDue,
  markRefused,
  markSent,
  putOff,
  rememberAddress,
} from './letter-store.ts'
import { emailOf, emailsOf, lookupOf } from './store.ts'
import type { Letter } from './waiting.ts'

export type Send = typeof sendMail

/** Letters of each shard in one run, and how many go at once: SES begins with one a second. */
const ofShard = 20
const atOnce = 4
/** A run stops when SES takes none of them: the next minute goes on. */
const mostRefusals = 3
const yearSeconds = 365 * 86_400
const mostLinks = 50

const isTest = () => process.env.STAGE !== 'prod'

async function told(donation: Donation, payment: Donation['payments'][number], { origin }: Email): Promise<Told> {
  const [program, entity] = await Promise.all([programBySlug(donation.program), entityBySlug(donation.entity)])
  return { receiptUrl: `${origin}/receipts/${donation.receiptKey}`, payment, code: donation.code, program, entity }
}

interface Ready {
  to: Email
  written: Written
  /** The donation whose receipt goes; links tell nothing new of any. */
  donation: string | undefined
}

/** The letter with its address as both are kept now; undefined if there is nothing to send any more. */
async function written(letter: Letter, now: string): Promise<Ready | undefined> {
  if (letter.kind === 'links') return links(letter, now)
  const [to, donation] = await Promise.all([emailOf(letter.donation), donationById(letter.donation)])
  const payment = donation?.payments.find(({ key }) => key === letter.id)
  if (!to || to.refused || !donation || !payment) return undefined
  const made = receiptLetter(await told(donation, payment, to), to.lang, isTest())
  return { to, written: made, donation: donation.id }
}

/** All receipts of a year that were sent to the address behind the digest. */
async function links({ digest, lang }: Extract<Letter, { kind: 'links' }>, now: string): Promise<Ready | undefined> {
  const ids = await donationsTo(digest, 4 * mostLinks)
  const emails = await emailsOf(ids)
  const own = ids.flatMap((id, place) => {
    const email = emails[place]
    return email && lookupOf(email.address) === digest ? [{ id, email }] : []
  })
  const [first] = own
  if (!first || own.some(({ email }) => email.refused)) return undefined
  const gifts = await Promise.all(own.map(async ({ id, email }) => ({ email, donation: await donationById(id) })))
  const recent = gifts
    .flatMap(({ email, donation }) => (donation?.payments ?? []).map((payment) => ({ email, donation, payment })))
    .filter(({ payment }) => payment.receivedAt > later(now, -yearSeconds))
    .sort((a, b) => (a.payment.receivedAt < b.payment.receivedAt ? 1 : -1))
    .slice(0, mostLinks)
  if (recent.length === 0) return undefined
  const all = await Promise.all(recent.map(({ email, donation, payment }) => told(donation!, payment, email)))
  return { to: first.email, written: linksLetter(all, lang, isTest()), donation: undefined }
}

/** One letter that is ours for five minutes. */
async function sendOne(mine: Letter, send: Send, now: string): Promise<Sending | 'nothing'> {
  const ready = await written(mine, now)
  // The address may be erased while the letter is written.
  if (!ready || (ready.donation && !(await rememberAddress(ready.to.address, ready.donation, now)))) {
    await dropLetter(mine)
    return 'nothing'
  }
  const { to, donation } = ready
  const sending = await send({ from: sayInLetter(to.lang, 'from'), to: to.address, ...ready.written })
  if (sending === 'later') await putOff(mine, now)
  else if (sending === 'sent') await markSent(mine, now)
  else {
    if (donation) await markRefused(donation, 'bounce')
    await dropLetter(mine)
  }
  return sending
}

/** What is wrong with one letter does not stop the others; it waits, and somebody hears of it. */
async function waitAfter(error: unknown, mine: Letter, now: string): Promise<'faulty'> {
  logFault(error)
  await putOff(mine, now)
  return 'faulty'
}

type Done = Record<Sending | 'nothing' | 'faulty', number>

/** Sends what waits. A letter may go twice if a run dies between sending and writing that down; none is lost. */
export async function sendWaiting(now: string, send: Send): Promise<Done> {
  const done: Done = { sent: 0, refused: 0, later: 0, nothing: 0, faulty: 0 }
  const by = random.id()
  const queue = (await lettersDue(now, ofShard)).values()
  const hand = async () => {
    for (const due of queue) {
      if (done.later >= mostRefusals) return
      const mine = await claim(due, by, now)
      if (mine) done[await sendOne(mine, send, now).catch((error: unknown) => waitAfter(error, mine, now))]++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, hand))
  if (done.later + done.faulty > 0) count('LetterWaits')
  return done
}

export const handler = stream((now) => sendWaiting(now, sendMail))
