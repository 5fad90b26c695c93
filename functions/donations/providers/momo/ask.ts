import type { Question, Said } from '../provider.ts'
import type { MomoAccount } from './account.ts'
import { sameRequest, tellMomo } from './message.ts'
import { notificationOf, toldBy } from './told.ts'

/** These speak of the question, not of the payment: maintenance, access, version, credentials, format, a request id used twice. */
const unanswered = ['10', '11', '12', '13', '20', '40', '45', '47']

/** Asks MoMo what became of an order. Throws on a broken network, a broken answer, and an answer that says nothing of the order. */
export async function ask(
  { reference, requestId }: Pick<Question, 'reference' | 'requestId'>,
  account: MomoAccount,
  api: string,
  send: typeof fetch,
): Promise<Said> {
  const asked = { requestId, orderId: reference, lang: 'vi' }
  const said = await tellMomo('query', asked, account, api, send)
  if (said.resultCode === '42') return 'nothing'
  if (unanswered.includes(said.resultCode)) throw new Error(`momo: query answered ${said.resultCode}`)
  sameRequest('query', asked, said)
  return toldBy(notificationOf(said.fields))
}
