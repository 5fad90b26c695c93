import { gatewayNames } from '../../stages.ts'
import type { Accounts } from './accounts.ts'
import { startBank } from './bank.ts'
import { startMomo } from './momo.ts'
import { startStripe } from './stripe.ts'
import { startVnpay } from './vnpay.ts'
import { startZalopay } from './zalopay.ts'

interface Start {
  accounts: Accounts
  /** The city's own address. */
  city: string
  /** Milliseconds; the city's clock. */
  now: () => number
}

/** Brings up a stand-in for each provider; `later` has each closed with the city. */
export async function startGateways(
  { accounts, city, now }: Start,
  later: <T extends { close(): unknown }>(begun: T) => T,
) {
  const ipnUrl = (name: string) => `${city}/api/payments/${name}/ipn`
  const bank = later(await startBank({ account: accounts.bank, now, ipnUrl }))
  const momo = later(await startMomo({ account: accounts.momo, now }))
  const vnpay = later(await startVnpay({ account: accounts.vnpay, now, ipnUrl: ipnUrl('vnpay') }))
  const zalopay = later(await startZalopay({ account: accounts.zalopay, now, ipnUrl: ipnUrl('zalopay') }))
  const stripe = later(await startStripe({ account: accounts.stripe, now, ipnUrl: ipnUrl('stripe') }))
  return { bank, momo, stripe, vnpay, zalopay }
}
export type StandIns = Awaited<ReturnType<typeof startGateways>>

/** Their addresses in the order of the stack's parameter; a provider without a stand-in leads nowhere. */
export const originsOf = (standIns: StandIns): string =>
  gatewayNames
    .map((name) => (name in standIns ? standIns[name as keyof StandIns].origin : `http://${name}.invalid`))
    .join(' ')
