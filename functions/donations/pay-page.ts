import { accessTo } from '../door/access.ts'
import { logFault } from '../door/log.ts'
import { random } from '../door/random.ts'
import { type Entity, takesTransfers } from '../entities/entity.ts'
import { Refusal } from '../refusal.ts'
import { attemptAt, type Donation, type PayAttempt } from './donation.ts'
import { all } from './providers/all.ts'
import type { Gateway, Provider } from './providers/provider.ts'
import { keepPayUrl } from './store.ts'
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

/** Where the donor pays by the last attempt, which is kept: the provider's page, or ours that says how to transfer. */
export async function pageToPay(
  donation: Donation,
  { gateway, provider }: OpenWay,
  { caller, origin, lang }: { caller: string; origin: string; lang: 'vi' | 'en' },
): Promise<string> {
  const attempt = donation.attempts.at(-1)!
  if (attempt.payUrl) return attempt.payUrl
  const here = `/receipts/${donation.receiptKey}`
  const order = {
    reference: attempt.reference,
    amountVnd: donation.amountVnd,
    info: `Gop ${donation.code} ${donation.program.replaceAll('-', ' ')}`,
    lang: donation.lang,
    callerAddress: caller,
    createdAt: attempt.createdAt,
    expiresAt: attempt.expiresAt,
    returnUrl: `${origin}${here}/return`,
    notifyUrl: `${origin}/api/payments/${provider.name}/ipn`,
    choice: attempt.choice,
  }
  try {
    const begun = await gateway.begin(order)
    if (begun.payUrl === undefined) return `${here}/transfer?lang=${lang}`
    if (begun.isTheirs) await keepPayUrl(donation, attempt.reference, begun.payUrl)
    return begun.payUrl
  } catch (error) {
    logFault(error, { provider: provider.name })
    throw new Refusal('away', 'provider-silent', { fields: [{ field: 'way', code: 'provider-silent' }] })
  }
}
