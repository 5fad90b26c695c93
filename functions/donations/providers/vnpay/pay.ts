import { stampOf } from '../../../time.ts'
import type { Order } from '../provider.ts'
import type { VnpayAccount } from './account.ts'
import { sign } from './signature.ts'

type PayOrder = Omit<Order, 'notifyUrl'>

/** Letters, digits and single spaces: VNPAY wants no marks, and encoders differ on the rest. */
export const plain = (text: string): string =>
  text
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .slice(0, 255)

/** vnp_IpAddr has 7 to 45 characters; what does not fit is told as the loopback address. */
export const addressOf = (caller: string): string => (caller.length >= 7 && caller.length <= 45 ? caller : '127.0.0.1')

/** The page where the donor pays, signed. The amount goes over the wire times 100. */
export function payUrl(order: PayOrder, account: VnpayAccount, base: string): string {
  const params: Record<string, string> = {
    vnp_Version: '2.1.0',
    vnp_Command: 'pay',
    vnp_TmnCode: account.tmnCode,
    vnp_Amount: String(order.amountVnd * 100),
    vnp_CreateDate: stampOf(order.createdAt),
    vnp_CurrCode: 'VND',
    vnp_ExpireDate: stampOf(order.expiresAt),
    vnp_IpAddr: addressOf(order.callerAddress),
    vnp_Locale: order.lang === 'vi' ? 'vn' : 'en',
    vnp_OrderInfo: plain(order.info),
    vnp_OrderType: 'other',
    vnp_ReturnUrl: order.returnUrl,
    vnp_TxnRef: order.reference,
    ...(order.choice === undefined ? {} : { vnp_BankCode: order.choice }),
  }
  return `${base}?${new URLSearchParams(params)}&vnp_SecureHash=${sign(params, account.hashSecret)}`
}
