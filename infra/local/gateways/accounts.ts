import { randomBytes } from 'node:crypto'
import type { Ssm } from '../standins/ssm.ts'

/** Accounts at the stand-ins, by the name of their secret. Where a provider publishes an account for its sandbox, it is that one. */
const made = {
  bank: () => ({
    sepay: { hmacSecret: randomBytes(24).toString('hex') },
    payos: { checksumKey: randomBytes(32).toString('hex') },
  }),
  vnpay: () => ({
    tmnCode: `CITY${randomBytes(2).toString('hex').toUpperCase()}`,
    hashSecret: randomBytes(16).toString('hex').toUpperCase(),
  }),
} as const

export type Accounts = { [name in keyof typeof made]: ReturnType<(typeof made)[name]> }

/** Made at the first start, kept where a deployed stage keeps its secrets. */
export function accountsIn(ssm: Ssm, prefix: string): Accounts {
  const kept = (name: keyof typeof made) => {
    const at = `${prefix}/${name}`
    return JSON.parse(ssm.get(at) ?? ssm.put(at, JSON.stringify(made[name]())).value)
  }
  return Object.fromEntries(Object.keys(made).map((name) => [name, kept(name as keyof typeof made)])) as Accounts
}
