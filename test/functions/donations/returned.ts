import type { Donation } from '../../../functions/donations/donation.ts'
import { sign } from '../../../functions/donations/providers/momo/signature.ts'
import { redirectQuery } from '../../../infra/local/gateways/zalopay-wire.ts'
import * as momo from './momo-notified.ts'
import * as vnpay from './notified.ts'

const zalopay = { appId: '2553', key1: 'one key of the test', key2: 'another key of it' }
/** What the stage's secrets hold, by provider. */
export const accounts = { momo: momo.account, vnpay: vnpay.account, zalopay }

type Over = Record<string, string>

/** The queries that providers send a donor back with, for the first attempt of a gift. */
export const fromZalopay = (of: Donation, over: Over = {}, account = zalopay): string =>
  redirectQuery(
    {
      ...{ appid: account.appId, apptransid: of.attempts[0]!.reference, pmcid: '38', bankcode: '' },
      ...{ amount: String(of.amountVnd), discountamount: '0', status: '-49', ...over },
    },
    account,
  )
export function fromMomo(of: Donation, over: Over = {}): string {
  const fields = momo.fieldsOf(of, { resultCode: '1006', ...over })
  return `${new URLSearchParams({ ...fields, signature: sign('result', fields, momo.account) })}`
}
export const fromVnpay = (of: Donation, code = '24', status = '02'): string =>
  vnpay.signed(vnpay.fieldsOf(of, { vnp_ResponseCode: code, vnp_TransactionStatus: status }))
