import { event } from '../door/event.ts'
import { refuseAddress } from './letter-store.ts'
import { mailEvent, refusedBy } from './mail-event.ts'

/** SES tells that a letter did not arrive: nothing more goes to that address. Twice told, or of a stranger, changes nothing. */
export const handler = event(mailEvent, async (told) => {
  const refused = refusedBy(told)
  if (!refused) return { marked: 0 }
  const marked = await Promise.all(refused.addresses.map((address) => refuseAddress(address, refused.why)))
  return { marked: marked.reduce((sum, each) => sum + each, 0) }
})
