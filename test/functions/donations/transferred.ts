import { randomBytes } from 'node:crypto'
import type { Donation } from '../../../functions/donations/donation.ts'
import { signPayos } from '../../../functions/donations/providers/bank/payos.ts'
import { signSepay } from '../../../functions/donations/providers/bank/sepay.ts'
import { handler as payos } from '../../../functions/donations/settle-payos.ts'
import { handler as sepay } from '../../../functions/donations/settle-sepay.ts'
import { makeEntity } from '../../make.ts'

export const secrets = {
  sepay: { hmacSecret: 'secret-of-sepay-test', apiKey: 'api-key-of-sepay-test', apiToken: 'api-token-of-sepay-test' },
  payos: { checksumKey: 'checksum-key-of-the-test' },
}
/** An entity with an account that ended and one that takes money now. */
export const fund = makeEntity({
  accounts: [
    { bank: 'Ngân hàng cũ', number: '0099 88', holder: 'QUY THU', from: '2025-01-01', to: '2025-12-31' },
    { bank: 'Ngân hàng thử', bin: '970436', number: '0011012345678', holder: 'QUY THU', from: '2026-01-01' },
  ],
})

/** One movement of the bank, before anybody tells of it. */
export interface Moved {
  account: string
  reference: string
  amountVnd: number
  text: string
  direction: 'in' | 'out'
  /** Time of Viet Nam. */
  at: string
}
export const moved = (of: Donation | undefined, over: Partial<Moved> = {}): Moved => ({
  account: '0011012345678',
  reference: `FT26327${randomBytes(5).toString('hex').toUpperCase()}`,
  amountVnd: of?.amountVnd ?? 50_000,
  text: `MBVCB.3278907687.${of ? of.attempts[0]!.reference.toLowerCase() : 'ung ho'}.CT tu 0071000888888 NGUYEN VAN A`,
  direction: 'in',
  at: '2026-11-23 14:05:09',
  ...over,
})

/** A request as a service makes it. */
export interface Word {
  body: string
  headers: Record<string, string>
}
const json = { 'content-type': 'application/json' }
let id = 92_703

export const sepayBody = ({ account, reference, amountVnd, text, direction, at }: Moved): Record<string, unknown> => ({
  id: ++id,
  gateway: 'Vietcombank',
  transactionDate: at,
  accountNumber: account,
  subAccount: null,
  code: null,
  content: text,
  transferType: direction,
  description: `BankAPINotify ${text}`,
  transferAmount: amountVnd,
  accumulated: 19_077_000,
  referenceCode: reference,
})
export function signedSepay(body: string, seconds = Date.now() / 1_000, secret = secrets.sepay.hmacSecret): Word {
  const timestamp = String(Math.floor(seconds))
  const signature = `sha256=${signSepay(Buffer.from(body), timestamp, secret)}`
  return { body, headers: { ...json, 'x-sepay-timestamp': timestamp, 'x-sepay-signature': signature } }
}

export const payosData = ({ account, reference, amountVnd, text, at }: Moved): Record<string, unknown> => ({
  orderCode: ++id,
  amount: amountVnd,
  description: text,
  accountNumber: account,
  reference,
  transactionDateTime: at,
  currency: 'VND',
  paymentLinkId: `124c33293c43417ab7879e14c8d${id}`,
  code: '00',
  desc: 'Thành công',
  counterAccountName: null,
  virtualAccountNumber: '',
})
export const signedPayos = (data: Record<string, unknown>, key = secrets.payos.checksumKey): Word => ({
  body: JSON.stringify({ code: '00', desc: 'success', success: true, data, signature: signPayos(data, key) }),
  headers: json,
})

/** The two services that tell of transfers: how each says a movement, truly or with another key. */
export const services = {
  SePay: {
    verb: sepay,
    path: '/api/payments/sepay/ipn',
    say: (of: Moved) => signedSepay(JSON.stringify(sepayBody(of))),
    forge: (of: Moved) => signedSepay(JSON.stringify(sepayBody(of)), undefined, 'another-secret-xxxxx'),
  },
  payOS: {
    verb: payos,
    path: '/api/payments/payos/ipn',
    say: (of: Moved) => signedPayos(payosData(of)),
    forge: (of: Moved) => signedPayos(payosData(of), 'another-key-xxxxxxxxx'),
  },
} as const
export type Service = keyof typeof services
