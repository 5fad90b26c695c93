import type { Donation } from '../../../functions/donations/donation.ts'
import { sign } from '../../../functions/donations/providers/momo/signature.ts'
import { pledged } from '../gifts.ts'
import { donorOf } from '../mail/touches.ts'

export const account = { partnerCode: 'MOMOTEST', accessKey: 'access-of-the-test', secretKey: 'secret-of-the-test' }

let number = 22_000_000
/** What MoMo sends of a gift, every value as text; a transaction of its own each time. */
export const fieldsOf = (of: Donation, over: Record<string, string> = {}): Record<string, string> => ({
  partnerCode: account.partnerCode,
  orderId: of.attempts[0]!.reference,
  requestId: of.attempts[0]!.reference,
  amount: String(of.amountVnd),
  orderInfo: 'Gop heo',
  orderType: 'momo_wallet',
  transId: String(++number),
  resultCode: '0',
  message: 'Thành công.',
  payType: 'qr',
  responseTime: '1795417509000',
  extraData: '',
  ...over,
})

const numbers = ['amount', 'transId', 'resultCode', 'responseTime']
/** The body that it comes as: numbers bare, as MoMo writes them. */
export const bodyOf = (fields: Record<string, string>): string =>
  `{${Object.entries(fields)
    .map(([name, value]) => `"${name}":${numbers.includes(name) && value !== '' ? value : JSON.stringify(value)}`)
    .join(',')}}`

export const signed = (fields: Record<string, string>, of = account): string =>
  bodyOf({ ...fields, signature: sign('result', fields, of) })

/** A notification of a gift with a name, of another amount than was promised: it touches all that any does. */
export async function otherAmount(): Promise<string> {
  const gift = await pledged(donorOf('Cô Năm'), undefined, undefined, 'momo')
  return signed(fieldsOf(gift, { amount: '70000' }))
}
