import { later } from '../../../time.ts'
import type { Question, Said } from '../provider.ts'
import type { ZalopayAccount } from './account.ts'
import { codeOf, tellZalopay } from './message.ts'
import { received } from './told.ts'

/** Of older orders ZaloPay's word means nothing. */
const answersSeconds = 48 * 3_600

/** Asks what became of an order. Not paid yet is pending; expired and refused are failed; -101 is an order that it never made. */
export async function ask(
  { reference, amountVnd, createdAt, now }: Question,
  account: ZalopayAccount,
  api: string,
  send: typeof fetch,
): Promise<Said> {
  if (now >= later(createdAt, answersSeconds)) return 'too-late'
  const said = await tellZalopay('query', { app_trans_id: reference }, account, api, send)
  if (said.return_code === '1') return received(reference, said)
  if (said.return_code === '2' && said.sub_return_code === '-101') return 'nothing'
  const meaning = said.return_code === '3' ? 'pending' : 'failed'
  const codes = { responseCode: codeOf(said), transactionStatus: '' }
  return { provider: 'zalopay', reference, transactionId: '0', amountVnd, meaning, ...codes }
}
