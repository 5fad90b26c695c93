import { createHmac } from 'node:crypto'

const hashFields = new Set(['vnp_SecureHash', 'vnp_SecureHashType'])

/** Only `vnp_*`, without the hash fields, sorted and form-encoded: what VNPAY 2.1.0 signs. */
export function signedText(params: Readonly<Record<string, string>>): string {
  const entries = Object.entries(params).filter(([name]) => name.startsWith('vnp_') && !hashFields.has(name))
  return new URLSearchParams(entries.sort(([a], [b]) => (a < b ? -1 : 1))).toString()
}

/** HMAC-SHA512, hex, lower case. */
export const hmac = (text: string, secret: string): string =>
  createHmac('sha512', secret).update(text, 'utf8').digest('hex')

export const sign = (params: Readonly<Record<string, string>>, secret: string): string =>
  hmac(signedText(params), secret)
