import * as z from 'zod'
import { type Call, type Contract, http, type Reply } from '../door/http.ts'
import { asPages } from '../door/page.ts'
import { problemOf } from '../door/problem.ts'
import { random } from '../door/random.ts'
import { entityBySlug } from '../entities/store.ts'
import { givingNow } from '../giving/store.ts'
import { refuseIfClosed } from '../giving/switch.ts'
import { triesOf } from '../limits/giving.ts'
import { spend } from '../limits/store.ts'
import { stateOf } from './donation.ts'
import { pageToPay, restOf, wayFor, withAttempt } from './pay-page.ts'
import { returnPage, saidOnReturn } from './return-page.ts'
import { donationByReceiptKey } from './store.ts'
import { wayNames } from './way.ts'

const form = z.object({
  way: z.enum(wayNames),
  lang: z.enum(['vi', 'en']).optional().catch(undefined),
  /** The signed query that the donor came back with. */
  said: z.string().max(4_000).optional().catch(undefined),
  device: z.uuid().optional().catch(undefined),
})

export const contract = {
  summary: 'Pay a gift that is promised, by this way or another one',
  path: z.object({ receiptKey: z.string() }),
  body: { form },
  replies: {
    303: { description: 'On to the page to pay; to the receipt if the money has come, or to what is being checked' },
    404: { description: 'No gift has this key', type: 'text/html' },
    409: { description: 'The city or this way takes no gifts now; the page offers the other ways', type: 'text/html' },
    422: {
      description: 'This way does not carry the sum, or the gift was tried too often; the page offers the other ways',
      type: 'text/html',
    },
    429: { description: 'Too many tries from one address, device or for one program', type: 'text/html' },
    503: { description: 'The payment provider does not answer; the page offers the other ways', type: 'text/html' },
  },
} satisfies Contract

/** The same gift: a second payment of it is recorded and flagged, never lost. */
async function pay(call: Call<typeof contract>): Promise<Reply> {
  const { path, body, now } = call
  const donation = await donationByReceiptKey(path.receiptKey)
  const lang = body.form.lang ?? donation.lang
  const rest = restOf(donation, lang)
  if (rest !== undefined) return { status: 303, location: rest }
  refuseIfClosed(await givingNow())
  const way = await wayFor(body.form.way, await entityBySlug(donation.entity), donation.amountVnd)
  const against = { way: way.name, program: donation.program, caller: call.caller, device: body.form.device }
  await spend(triesOf(against, random.share()), now)
  const said = await saidOnReturn(donation, body.form.said)
  const failed = said?.meaning === 'failed' ? said.reference : undefined
  const { location } = await pageToPay(await withAttempt(donation, way, now, failed), way, { ...call, lang })
  return { status: 303, location }
}

/** A way that is closed or does not answer is said on the page that offers the others. */
export const handler = http(contract, pay, {
  ...asPages,
  refused: async (refusal, asked) => {
    const ofWay = refusal.fields.some(({ field }) => field === 'way')
    const donation = ofWay ? await donationByReceiptKey(asked.path.receiptKey ?? '').catch(() => undefined) : undefined
    if (!donation || stateOf(donation) === 'received') return asPages.refused(refusal, asked)
    const sent =
      'form' in asked.sent ? form.pick({ lang: true, said: true }).safeParse({ ...asked.sent.form }).data : undefined
    const lang = sent?.lang ?? donation.lang
    const { fields, status } = problemOf(refusal, lang)
    const problem = { title: fields[0]!.message, status }
    const said = await saidOnReturn(donation, sent?.said)
    return returnPage(donation, lang, asked.now, { problem, said, rawQuery: sent?.said })
  },
})
