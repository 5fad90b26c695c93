import { randomBytes } from 'node:crypto'
import type { Ssm } from '../standins/ssm.ts'

/** Accounts at the stand-ins, by the name of their secret. Where a provider publishes an account for its sandbox, it is that one. */
const made = {
  bank: () => ({
    sepay: { hmacSecret: randomBytes(24).toString('hex'), apiToken: randomBytes(24).toString('hex') },
    payos: { checksumKey: randomBytes(32).toString('hex') },
  }),
  momo: () => ({
    partnerCode: 'MOMO',
    accessKey: 'F8BBA842ECF85',
    secretKey: 'K951B6PE1waDMi640xX08PD3vg6EkVlz',
  }),
  vnpay: () => ({
    tmnCode: `CITY${randomBytes(2).toString('hex').toUpperCase()}`,
    hashSecret: randomBytes(16).toString('hex').toUpperCase(),
  }),
  zalopay: () => ({
    appId: '2553',
    key1: 'PcY4iZIKFCIdgZvA6ueMcMHHUbRLYjPL',
    key2: 'kLtgPl8HHhfvMuDHPwKfgfsY4Ydm9eIz',
  }),
  // Always the same, so that whoever puts it where secrets are kept has switched Stripe on.
  stripe: () => ({ secretKey: 'sk_test_thanhphohoctap', webhookSecret: 'whsec_thanhphohoctap' }),
} as const

/** Off in the city unless it is asked for, as in a stage that has no account. */
const isOff = (name: string): boolean => name === 'stripe' && process.env.STRIPE !== 'on'

export type Accounts = { [name in keyof typeof made]: ReturnType<(typeof made)[name]> }

/** Made at the first start, kept where a deployed stage keeps its secrets. */
export function accountsIn(ssm: Ssm, prefix: string): Accounts {
  const kept = (name: keyof typeof made) => {
    const at = `${prefix}/${name}`
    const account = JSON.stringify(made[name]())
    return JSON.parse(ssm.get(at) ?? (isOff(name) ? account : ssm.put(at, account).value))
  }
  return Object.fromEntries(Object.keys(made).map((name) => [name, kept(name as keyof typeof made)])) as Accounts
}
