import * as z from 'zod'
import { type Call, type Contract, http, type Reply } from '../door/http.ts'
import { offersMail } from '../door/offer.ts'
import { random } from '../door/random.ts'
import { entityBySlug } from '../entities/store.ts'
import { givingNow } from '../giving/store.ts'
import { refuseIfClosed } from '../giving/switch.ts'
import { triesOf } from '../limits/giving.ts'
import { spend } from '../limits/store.ts'
import { consent } from '../mail/email.ts'
import { emailOf, keepEmail } from '../mail/store.ts'
import { acceptance, type Program, purposeOn } from '../programs/program.ts'
import { programBySlug } from '../programs/store.ts'
import { Refusal } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { codeLength, codeLetters } from './code.ts'
import { type Donation, type Gift, pledge, sameGift } from './donation.ts'
import { giftForm, giftJson, giftOfForm, giftOfJson } from './gift.ts'
import { formPage } from './give-page.ts'
import { newAttempt, type OpenWay, pageToPay, wayFor, withAttempt } from './pay-page.ts'
import { keepPledge, personOf } from './store.ts'

/** A refusal is a document for programs, and the page again for people. */
const asked = ['application/problem+json', 'text/html']

export const contract = {
  summary: 'Pledge a gift and get the address of the page to pay it',
  body: { json: giftJson, form: giftForm },
  replies: {
    201: {
      description: 'The pledge is kept; no money has moved yet',
      schema: z.object({
        receiptKey: z.string(),
        payUrl: z.url(),
        amountVnd: z.int(),
        program: z.string(),
        expiresAt: z.iso.datetime(),
      }),
    },
    303: { description: 'A form: on to the page of the payment provider' },
    404: { description: 'No such program', type: asked },
    503: { description: 'The payment provider does not answer; the same attempt again is the same gift', type: asked },
    409: { description: 'The program takes no gifts now, or the attempt was used for another gift', type: asked },
    429: { description: 'Too many tries from one address, device or for one program', type: asked },
    422: { description: 'What to fix, field by field; for a form the page itself', type: asked },
  },
} satisfies Contract

async function openProgram(
  slug: string,
  amountVnd: number,
  field: string,
  now: string,
): Promise<Program & { giving: NonNullable<Program['giving']> }> {
  const program = await programBySlug(slug)
  const accepts = acceptance(program, dayOf(now))
  if (accepts.open) {
    const { minVnd, maxVnd } = accepts.giving.limits
    if (amountVnd < minVnd) throw amountRefusal(field, 'amount-too-small', { min: { vnd: minVnd } })
    if (amountVnd > maxVnd) throw amountRefusal(field, 'amount-too-large', { max: { vnd: maxVnd } })
    return { ...program, giving: accepts.giving }
  }
  if (accepts.because === 'no-gifts') throw new Refusal('closed', 'program-no-gifts')
  throw new Refusal('closed', `program-${accepts.because}`, { with: { date: { day: accepts.on } } })
}

const amountRefusal = (
  field: string,
  code: 'amount-too-small' | 'amount-too-large',
  gaps: { min: { vnd: number } } | { max: { vnd: number } },
) => new Refusal('malformed', 'fields', { with: { count: 1 }, fields: [{ field, code, with: { ...gaps } }] })

/** Keeps the intent, with an attempt to pay it by this way. */
async function keep(
  gift: Gift,
  attempt: string | undefined,
  way: OpenWay,
  { origin, now }: { origin: string; now: string },
): Promise<Donation> {
  const ids = {
    donation: random.id(),
    receiptKey: random.key(16),
    code: random.letters(codeLetters, codeLength),
    nameId: random.key(12),
  }
  const made = pledge(gift, ids, newAttempt(way, now), now)
  const email = gift.email === undefined ? undefined : consent(gift.email, { lang: gift.lang, origin }, now)
  const kept = await keepPledge({
    attempt: attempt ?? random.id(),
    donation: made,
    name: gift.name,
    nonce: random.key(32),
    email,
    organization: gift.organization,
  })
  if (kept.id !== made.id && !sameGift(kept, await personOf(kept), gift))
    throw new Refusal('conflict', 'attempt-reused')
  // Sent again with an address that was not there, or another: what the donor typed last is where the receipt goes.
  if (kept.id !== made.id && email && kept.payments.length === 0 && (await emailOf(kept.id))?.address !== email.address)
    await keepEmail(kept.id, email)
  return withAttempt(kept, way, now)
}

async function give(call: Call<typeof contract>): Promise<Reply> {
  const { body, now } = call
  const asked = 'json' in body ? giftOfJson(body.json, call.lang) : giftOfForm(body.form)
  refuseIfClosed(await givingNow())
  if (asked.gift.email !== undefined && !offersMail())
    throw new Refusal('malformed', 'fields', { with: { count: 1 }, fields: [{ field: 'email', code: 'email-closed' }] })
  const field = 'json' in body ? 'amountVnd' : 'amount'
  const program = await openProgram(asked.gift.program, asked.gift.amountVnd, field, now)
  const entity = await entityBySlug(program.entity)
  const way = await wayFor(asked.way, entity, asked.gift.amountVnd)
  const against = { way: way.name, program: program.slug, caller: call.caller, device: asked.device }
  await spend(triesOf(against, random.share()), now)
  const purposeVersion = purposeOn(program.giving, dayOf(now)).version
  const donation = await keep({ ...asked.gift, purposeVersion, entity: entity.slug }, asked.attempt, way, call)
  const { location, attempt } = await pageToPay(donation, way, { ...call, lang: donation.lang })
  if ('form' in body) return { status: 303, location }
  const { receiptKey, amountVnd } = donation
  return {
    status: 201,
    json: {
      receiptKey,
      payUrl: new URL(location, call.origin).href,
      amountVnd,
      program: donation.program,
      expiresAt: attempt.expiresAt,
    },
  }
}

export const handler = http(contract, give, {
  refused: async (refusal, { sent, now }) =>
    'form' in sent ? formPage(refusal, giftForm.parse({ ...sent.form }), now) : undefined,
})
