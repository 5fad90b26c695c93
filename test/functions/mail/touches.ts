import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { mockClient } from 'aws-sdk-client-mock'
import { call } from '../../call.ts'
import { event } from './post.ts'

const email = 'ba.tu@b.vn'
/** What the receipt goes to, and in whose name the gift is. */
export const donorOf = (name?: string) => ({
  email,
  ...(name === undefined ? {} : { name, organization: { legalName: name, taxCode: '0300588569' } }),
})

/** A stage that sends letters, and an SES that takes them all. */
export function openPostBox(): void {
  process.env.MAIL_FROM = 'receipt@city.test'
  mockClient(SESv2Client).on(SendEmailCommand).resolves({ MessageId: 'm' })
}

type As = <T>(run: string, act: (verb: unknown) => Promise<T>) => Promise<T>
const invoke = (verb: unknown, of: unknown) => (verb as (event: unknown, context: object) => Promise<unknown>)(of, {})

/** The letter of a gift that was paid goes, bounces, is asked for again, and its address is erased. */
export async function touchMail(as: As, receiptKey: string): Promise<void> {
  await as('donations/show-confirmation', (verb) => call(verb, { params: { receiptKey } }))
  await as('mail/send', (verb) => invoke(verb, {}))
  await as('mail/bounce', (verb) => invoke(verb, event(email, 'bounce')))
  const body = new URLSearchParams({ email })
  await as('mail/request-links', (verb) => call(verb, { method: 'POST', body }))
  await as('mail/send', (verb) => invoke(verb, {}))
  await as('mail/erase-email', (verb) => call(verb, { method: 'POST', params: { receiptKey } }))
}
