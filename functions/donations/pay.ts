import * as z from 'zod'
import { type Contract, http } from '../door/http.ts'
import { asPages } from '../door/page.ts'
import { givingNow } from '../giving/store.ts'
import { refuseIfClosed } from '../giving/switch.ts'
import { needsAttempt, stateOf } from './donation.ts'
import { newAttempt, openWay, pageToPay, refuseBeyondWay } from './pay-page.ts'
import { donationByReceiptKey, keepAttempt } from './store.ts'
import { wayNames, ways } from './way.ts'

export const contract = {
  summary: 'Pay a gift that is promised, by this way or another one',
  path: z.object({ receiptKey: z.string() }),
  body: { form: z.object({ way: z.enum(wayNames), lang: z.enum(['vi', 'en']).optional().catch(undefined) }) },
  replies: {
    303: { description: 'On to the page to pay; to the receipt if the money has come' },
    404: { description: 'No gift has this key', type: 'text/html' },
    409: { description: 'The city or this way takes no gifts now', type: 'text/html' },
    503: { description: 'The payment provider does not answer', type: 'text/html' },
  },
} satisfies Contract

/** The same gift: a second payment of it is recorded and flagged, never lost. */
export const handler = http(
  contract,
  async (call) => {
    const { path, body, now } = call
    const donation = await donationByReceiptKey(path.receiptKey)
    const lang = body.form.lang ?? donation.lang
    const receipt = `/receipts/${donation.receiptKey}`
    // Where money may have moved, paying again could be paying twice: the page says what is being checked.
    if (stateOf(donation) === 'received') return { status: 303, location: `${receipt}?lang=${lang}` }
    if (stateOf(donation) === 'checking') return { status: 303, location: `${receipt}/return?lang=${lang}` }
    refuseIfClosed(await givingNow())
    const way = await openWay(body.form.way)
    refuseBeyondWay(way.name, donation.amountVnd, 'way')
    const kept = needsAttempt(donation, ways[way.name], now)
      ? await keepAttempt(donation, newAttempt(way, now))
      : donation
    const { location } = await pageToPay(kept, way, { ...call, lang })
    return { status: 303, location }
  },
  asPages,
)
