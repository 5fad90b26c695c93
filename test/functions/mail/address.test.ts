import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf, masked, readAddress } from '../../../functions/mail/address.ts'
import { mailEvent, refusedBy } from '../../../functions/mail/mail-event.ts'
import { nextTry } from '../../../functions/mail/waiting.ts'

describe('an address', () => {
  it.each([
    ['ba.tu@gmail.com', 'ba.tu@gmail.com'],
    ['  Ba.Tu+heo@GMAIL.com ', 'Ba.Tu+heo@gmail.com'],
    ['a@xn--phng-6na.vn', 'a@xn--phng-6na.vn'],
    ['ke-toan@hcmc.edu.vn', 'ke-toan@hcmc.edu.vn'],
  ])('%j is read', (typed, address) => expect(readAddress(typed)).toEqual({ address }))
  it.each([
    'ba.tu',
    '@gmail.com',
    'ba tu@gmail.com',
    'ba@gmail',
    'ba@gmail,com',
    'ba@@gmail.com',
    'ba..tu@gmail.com',
    '.ba@gmail.com',
    'ba.@gmail.com',
    'bà@gmail.com',
    'a@b.vn\r\nBcc: c@d.vn',
    'a@b.vn, c@d.vn',
    'A <a@b.vn>',
    '"a b"@c.vn',
    `${'a'.repeat(65)}@b.vn`,
    `a@${'b.'.repeat(126)}vn`,
  ])('%j is refused', (typed) =>
    expect(readAddress(typed)).toEqual({ wrong: { field: 'email', code: 'email-unreadable' } }),
  )
  it('that is read fits one header, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('b.vn', 'b', '', 'b.vn\n'), (name, host) => {
        const read = readAddress(`${name}@${host}`)
        return 'wrong' in read || /^[\x21-\x7e]+@[\x21-\x7e]+$/.test(read.address)
      }),
    )
  })
  it('is looked up by what nobody can guess without the salt, in any case', () => {
    expect(digestOf('Ba@gmail.com', 'salt')).toBe(digestOf('ba@gmail.com', 'salt'))
    expect(digestOf('ba@gmail.com', 'salt')).not.toBe(digestOf('ba@gmail.com', 'other'))
    expect(digestOf('ba@gmail.com', 'salt')).toMatch(/^[\w-]{22}$/)
  })
  it('is shown so that only its owner knows it', () => expect(masked('ba.tu@gmail.com')).toBe('b•••@gmail.com'))
})

describe('what SES tells', () => {
  const mail = { destination: ['A@b.vn'] }
  const bounce = (bounceType: string, bounceSubType: string) => ({
    'detail-type': 'Email Bounced',
    detail: { mail, bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress: 'An <A@b.vn>' }] } },
  })
  it.each([
    ['Permanent', 'General', 'bounce'],
    ['Permanent', 'OnAccountSuppressionList', 'bounce'],
    ['Transient', 'MailboxFull', 'bounce'],
    ['Undetermined', 'Undetermined', 'bounce'],
    ['Transient', 'General', undefined],
  ])('%s/%s stops the address: %s', (type, subType, why) =>
    expect(refusedBy(mailEvent.parse(bounce(type, subType)))).toEqual(why && { why, addresses: ['A@b.vn'] }),
  )
  it('of a complaint and of a rejected letter stops it too', () => {
    const complaint = { complainedRecipients: [{ emailAddress: 'A@b.vn' }] }
    expect(refusedBy({ 'detail-type': 'Email Complaint Received', detail: { mail, complaint } })?.why).toBe('complaint')
    expect(refusedBy({ 'detail-type': 'Email Rejected', detail: { mail, reject: {} } })).toEqual({
      why: 'bounce',
      addresses: ['A@b.vn'],
    })
  })
})

it('a letter that did not go waits longer each time, an hour at most', () => {
  const now = '2026-11-23T07:00:00.000Z'
  const minutes = [0, 1, 2, 5, 6, 60].map((tries) => (Date.parse(nextTry({ tries }, now)) - Date.parse(now)) / 60_000)
  expect(minutes).toEqual([1, 2, 4, 32, 60, 60])
})
