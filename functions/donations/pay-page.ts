import { accessTo } from '../door/access.ts'
import { logFault } from '../door/log.ts'
import { random } from '../door/random.ts'
import { type Entity, takesTransfers } from '../entities/entity.ts'
import { Refusal } from '../refusal.ts'
import {
  attemptAt,
  type Donation,
  isOf,
  mayPay,
  mostAttempts,
  needsAttempt,
  type PayAttempt,
  stateOf,
} from './donation.ts'
import { all } from './providers/all.ts'
import { type Gateway, type Provider, ReferenceUsed } from './providers/provider.ts'
import { donationById, keepAttempt, keepPayUrl } from './store.ts'
import { carries, type WayName, ways } from './way.ts'
import { openWays } from './ways-page.ts'

/** A way to pay that is open in this stage. */
export interface OpenWay {
  name: WayName
  provider: Provider
  gateway: Gateway
}

const closedWay = () =>
  new Refusal('closed', 'provider-closed', { fields: [{ field: 'way', code: 'provider-closed' }] })

/** Refuses a way whose provider has no account here. */
async function openWay(name: WayName): Promise<OpenWay> {
  const provider = all[ways[name].provider]
  const access = provider && (await accessTo(provider.name))
  if (!provider || !access) throw closedWay()
  return { name, provider, gateway: provider.open(access.secret, access) }
}

/** The way that was asked for, or the first open one that carries the sum. Refuses where it is closed, or carries other sums. */
export async function wayFor(asked: WayName | undefined, entity: Entity, amountVnd: number): Promise<OpenWay> {
  const open = asked === undefined ? await openWays(entity) : []
  const name = asked ?? open.find((each) => carries(each, amountVnd)) ?? open[0]
  if (name === undefined || (name === 'bank' && !takesTransfers(entity))) throw closedWay()
  refuseBeyondWay(name, amountVnd)
  return openWay(name)
}

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A try to pay by this way that begins now. */
export function newAttempt({ name, provider }: OpenWay, now: string): PayAttempt {
  const reference = provider.reference((length) => random.letters(capitals, length), now)
  return attemptAt(ways[name], reference, provider.opensSeconds, now)
}

async function another(donation: Donation, way: OpenWay, now: string): Promise<Donation> {
  if (donation.attempts.length < mostAttempts) return keepAttempt(donation, newAttempt(way, now))
  const fields = [{ field: 'way', code: 'way-too-often' as const }]
  throw new Refusal('malformed', 'fields', { with: { count: 1 }, fields })
}

const tries = 5

/**
 * The gift with an attempt by this way as its last one; as it is kept, if money came or may have moved meanwhile.
 * Somebody who chooses another way at the same moment gets another attempt. `failed`: see needsAttempt.
 */
export async function withAttempt(donation: Donation, way: OpenWay, now: string, failed?: string): Promise<Donation> {
  let kept = donation
  for (let count = 0; count < tries && needsAttempt(kept, ways[way.name], now, failed); count++)
    kept = await another(kept, way, now)
  return kept
}

/** Refuses a sum that the way does not carry. */
function refuseBeyondWay(name: WayName, amountVnd: number): void {
  if (carries(name, amountVnd)) return
  const { minVnd, maxVnd } = ways[name].limits
  const field = 'way'
  const reason =
    amountVnd < minVnd
      ? { field, code: 'way-too-small' as const, with: { min: { vnd: minVnd } } }
      : { field, code: 'way-too-large' as const, with: { max: { vnd: maxVnd } } }
  throw new Refusal('malformed', 'fields', { with: { count: 1 }, fields: [reason] })
}

interface Here {
  caller: string
  origin: string
  lang: 'vi' | 'en'
  now: string
}

/** Where the donor pays or comes to rest, and the last attempt, which is kept. */
export interface ToPay {
  location: string
  attempt: PayAttempt
}

/**
 * Where a donor is led who may not pay: to the receipt once money came; while it may have moved, for that could be paying
 * twice, to what is being checked.
 */
export function restOf(donation: Donation, lang: 'vi' | 'en'): string | undefined {
  if (mayPay(donation)) return undefined
  const page = stateOf(donation) === 'checking' ? '/return' : ''
  return `/receipts/${donation.receiptKey}${page}?lang=${lang}`
}

/** Where the donor pays by the last attempt: the provider's page, or ours that says how to transfer. */
export async function pageToPay(donation: Donation, way: OpenWay, here: Here): Promise<ToPay> {
  try {
    return await begin(donation, way, here).catch(async (error: unknown) => {
      if (!(error instanceof ReferenceUsed)) throw error
      return begin(await withAnother(donation, way, here.now), way, here)
    })
  } catch (error) {
    if (error instanceof Refusal) throw error
    logFault(error, { provider: way.provider.name })
    throw new Refusal('away', 'provider-silent', { fields: [{ field: 'way', code: 'provider-silent' }] })
  }
}

/**
 * The provider made a page for the last attempt and its answer was lost, for it makes one only once. Another request
 * may have kept that page meanwhile; else the same gift gets a new attempt. The old one is still asked about.
 */
async function withAnother(donation: Donation, way: OpenWay, now: string): Promise<Donation> {
  const used = donation.attempts.at(-1)!.reference
  let kept = (await donationById(donation.id)) ?? donation
  for (let count = 0; count < tries && mayPay(kept); count++) {
    const last = kept.attempts.at(-1)!
    const isNew = last.payUrl !== undefined || last.reference !== used
    if (isNew && isOf(last, ways[way.name])) break
    kept = await another(kept, way, now)
  }
  return kept
}

async function begin(
  donation: Donation,
  { name, gateway, provider }: OpenWay,
  { caller, origin, lang }: Here,
): Promise<ToPay> {
  const attempt = donation.attempts.at(-1)!
  const page = `/receipts/${donation.receiptKey}`
  const rest = restOf(donation, lang)
  if (rest !== undefined) return { location: rest, attempt }
  // Money by a reference of another provider would match no gift.
  if (!isOf(attempt, ways[name])) throw new Error('donations: the last attempt is of another way')
  if (attempt.payUrl) return { location: attempt.payUrl, attempt }
  const { payUrl, isTheirs } = await gateway.begin({
    reference: attempt.reference,
    amountVnd: donation.amountVnd,
    info: `Gop ${donation.code} ${donation.program.replaceAll('-', ' ')}`,
    lang: donation.lang,
    callerAddress: caller,
    createdAt: attempt.createdAt,
    expiresAt: attempt.expiresAt,
    returnUrl: `${origin}${page}/return`,
    notifyUrl: `${origin}/api/payments/${provider.name}/ipn`,
    choice: attempt.choice,
  })
  if (payUrl === undefined) return { location: `${page}/transfer?lang=${lang}`, attempt }
  if (isTheirs) await keepPayUrl(donation, attempt.reference, payUrl)
  return { location: payUrl, attempt }
}
