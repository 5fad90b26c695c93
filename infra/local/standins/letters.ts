import { randomBytes } from 'node:crypto'
import type { LettersPart } from '../parts.ts'

/** A letter that SES took. */
export interface KeptLetter {
  id: string
  /** Milliseconds; the city's clock. */
  at: number
  from: string
  to: string
  subject: string
  text: string
  html: string
  set: string
  /** What was told of it since. */
  told: string[]
}

/** What can become of a letter after SES took it: the event's name, its type in the set, and what SES says. */
const fates = {
  bounce: { name: 'Email Bounced', type: 'bounce', kind: 'Bounce' },
  full: { name: 'Email Bounced', type: 'bounce', kind: 'Bounce' },
  away: { name: 'Email Bounced', type: 'bounce', kind: 'Bounce' },
  suppressed: { name: 'Email Bounced', type: 'bounce', kind: 'Bounce' },
  complaint: { name: 'Email Complaint Received', type: 'complaint', kind: 'Complaint' },
} as const
export type Fate = keyof typeof fates
export const isFate = (text: string): text is Fate => text in fates

const bounces = {
  bounce: { bounceType: 'Permanent', bounceSubType: 'General' },
  full: { bounceType: 'Transient', bounceSubType: 'MailboxFull' },
  away: { bounceType: 'Transient', bounceSubType: 'General' },
  suppressed: { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' },
} as const

/** Does the set tell the event bus of it? */
export const isTold = ({ events }: Pick<LettersPart, 'events'>, fate: Fate): boolean =>
  events.includes(fates[fate].type)

/** The event as SES gives it to EventBridge. */
export function eventOf(letter: KeptLetter, fate: Fate, at: number) {
  const time = new Date(at).toISOString()
  const recipient = { emailAddress: letter.to, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1' }
  const feedbackId = randomBytes(16).toString('hex')
  const { name, kind } = fates[fate]
  const what =
    fate === 'complaint'
      ? {
          complaint: {
            ...{ complainedRecipients: [{ emailAddress: letter.to }], timestamp: time, feedbackId },
            complaintFeedbackType: 'abuse',
          },
        }
      : { bounce: { ...bounces[fate], bouncedRecipients: [recipient], timestamp: time, feedbackId } }
  return {
    ...{ version: '0', id: randomBytes(16).toString('hex'), account: '000000000000', region: 'ap-southeast-1' },
    ...{ 'detail-type': name, source: 'aws.ses', time, resources: [] },
    detail: {
      eventType: kind,
      mail: {
        ...{ timestamp: new Date(letter.at).toISOString(), source: letter.from, messageId: letter.id },
        destination: [letter.to],
        tags: { 'ses:configuration-set': [letter.set] },
      },
      ...what,
    },
  }
}
export type LetterEvent = ReturnType<typeof eventOf>
