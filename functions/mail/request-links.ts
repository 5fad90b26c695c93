import * as z from 'zod'
import { findPage } from '../donations/find-page.ts'
import { type Call, type Contract, http, type Reply } from '../door/http.ts'
import { offersMail } from '../door/offer.ts'
import { random } from '../door/random.ts'
import { triesOfLinks } from '../limits/links.ts'
import { spend } from '../limits/store.ts'
import { Refusal } from '../refusal.ts'
import { readAddress } from './address.ts'
import { askForLinks } from './letter-store.ts'
import { lookupOf } from './store.ts'

const form = z.object({
  email: z.string().default(''),
  lang: z.enum(['vi', 'en']).catch('vi').default('vi'),
})

export const contract = {
  summary: 'Send the links of receipts to the email address that was given for them',
  body: { form },
  replies: {
    200: { description: 'The same page whether there is something to send or not', type: 'text/html' },
    422: { description: 'What to fix', type: 'text/html' },
    429: { description: 'Too many tries from one address, or to one', type: 'text/html' },
  },
} satisfies Contract

/** Nothing is looked up here: neither the words nor the time they take tell whether an address is known. */
async function request({ body, caller, now }: Call<typeof contract>): Promise<Reply> {
  const { lang, email } = body.form
  const read = readAddress(email)
  const wrong =
    'wrong' in read ? read.wrong : offersMail() ? undefined : ({ field: 'email', code: 'email-closed' } as const)
  if (wrong || 'wrong' in read)
    throw new Refusal('malformed', 'fields', { with: { count: 1 }, fields: wrong ? [wrong] : [] })
  const digest = lookupOf(read.address)
  await spend(triesOfLinks(caller, digest), now)
  await askForLinks(digest, lang, random.id(), now)
  return findPage(lang, { asked: true })
}

export const handler = http(contract, request, {
  refused: async (refusal, { sent }) => {
    if (!('form' in sent)) return undefined
    const { lang, email } = form.parse({ ...sent.form })
    return findPage(lang, { email }, refusal)
  },
})
