import { MessageRejected, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, expect, it, vi } from 'vitest'
import { sendMail } from '../../../functions/door/mail.ts'

afterEach(() => vi.restoreAllMocks())

const to = 'ba.tu@b.vn'
const rejected = new MessageRejected({
  message: `Email address is not verified. The following identities failed the check: ${to}`,
  $metadata: { httpStatusCode: 400 },
})
const broken = new Error(`connection lost while sending to ${to}`, { cause: new Error(to) })

it.each([
  ['MessageRejected', rejected, 400],
  ['Error', broken, undefined],
])('what SES says of a letter is logged by name and status, never with an address: %s', async (name, error, status) => {
  mockClient(SESv2Client).on(SendEmailCommand).rejects(error)
  const lines: unknown[] = []
  for (const method of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((...line) => void lines.push(...line))
  expect(await sendMail({ from: 'City', to, subject: 's', text: 't', html: 'h' })).toBe('later')
  expect(lines).toMatchObject([{ event: 'fault', status, fault: { message: expect.stringContaining(`: ${name}`) } }])
  expect(JSON.stringify(lines)).not.toContain('b.vn')
})
