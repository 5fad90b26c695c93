import { createHmac } from 'node:crypto'
import type { MomoAccount } from './account.ts'

export type Fields = Readonly<Record<string, string>>

/** Names of what is signed in each message, in alphabetical order, as MoMo writes them down. */
export const signedNames = {
  create: [
    ...['accessKey', 'amount', 'extraData', 'ipnUrl', 'orderId', 'orderInfo', 'partnerCode', 'redirectUrl'],
    ...['requestId', 'requestType'],
  ],
  /** A notification, and the query of the way back. */
  result: [
    ...['accessKey', 'amount', 'extraData', 'message', 'orderId', 'orderInfo', 'orderType', 'partnerCode'],
    ...['payType', 'requestId', 'responseTime', 'resultCode', 'transId'],
  ],
  query: ['accessKey', 'orderId', 'partnerCode', 'requestId'],
  refund: ['accessKey', 'amount', 'description', 'orderId', 'partnerCode', 'requestId', 'transId'],
} as const
export type Message = keyof typeof signedNames

/** Raw values, not encoded. The access key is ours: no message brings one that counts. */
export const signedText = (message: Message, fields: Fields, accessKey: string): string =>
  signedNames[message].map((name) => `${name}=${name === 'accessKey' ? accessKey : (fields[name] ?? '')}`).join('&')

/** HMAC-SHA256, hex, lower case. */
export const sign = (message: Message, fields: Fields, { accessKey, secretKey }: MomoAccount): string =>
  createHmac('sha256', secretKey)
    .update(signedText(message, fields, accessKey), 'utf8')
    .digest('hex')
