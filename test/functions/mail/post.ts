import type { Sending } from '../../../functions/door/mail.ts'
import type { Send } from '../../../functions/mail/send.ts'

/** A post office that tests look into: what it was given, and what it says next. */
export function postOffice() {
  const taken: { to: string; subject: string; text: string }[] = []
  const says: (Sending | 'crash after')[] = []
  const send: Send = async ({ to, subject, text }) => {
    const said = says.shift() ?? 'sent'
    if (said === 'sent' || said === 'crash after') taken.push({ to, subject, text })
    if (said === 'crash after') throw new Error('crash')
    return said
  }
  return { taken, says, send, to: (address: string) => taken.filter(({ to }) => to === address) }
}
