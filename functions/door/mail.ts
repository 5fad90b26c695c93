import { SESv2Client, type SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { logFault } from './log.ts'

const ses = new SESv2Client({
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
})

interface Mail {
  /** Name before the sender's address, as people see it. */
  from: string
  to: string
  subject: string
  text: string
  html: string
}

/** `sent`: SES has it. `refused`: it will never take this address. `later`: it does not take letters now. */
export type Sending = 'sent' | 'refused' | 'later'

/** What SES says of an address that nobody can have; any other word may pass, or be our own mistake. */
const address =
  /missing final '@domain'|illegal address|local part|domain (name )?(contains|starts|ends|is)|address (length|is not)/i

/** A header takes ASCII only: RFC 2047. */
const encoded = (name: string): string => `=?UTF-8?B?${Buffer.from(name).toString('base64')}?=`

/** SES quotes the addresses of a letter in what it says: only its name for the fault and its status are written down. */
function logUnnamed(error: unknown): void {
  const said = error instanceof Error ? error : new Error()
  const status = '$metadata' in said ? (said as SESv2ServiceException).$metadata.httpStatusCode : undefined
  logFault(new Error(`SES did not take a letter: ${said.name}`), { status })
}

/** Hands one letter to SES, from the stage's own address. */
export async function sendMail({ from, to, subject, text, html }: Mail): Promise<Sending> {
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' })
  try {
    await ses.send(
      new SendEmailCommand({
        FromEmailAddress: `${encoded(from)} <${process.env.MAIL_FROM}>`,
        Destination: { ToAddresses: [to] },
        Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } } },
        ConfigurationSetName: process.env.MAIL_SET,
      }),
    )
    return 'sent'
  } catch (error) {
    if (error instanceof Error && error.name === 'BadRequestException' && address.test(error.message)) return 'refused'
    logUnnamed(error)
    return 'later'
  }
}
