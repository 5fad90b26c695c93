import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Ses, startSes } from '../../../infra/local/standins/ses.ts'

let ses: Ses
const told: { 'detail-type': string; detail: { mail: { tags: object } } }[] = []
beforeEach(async () => {
  told.length = 0
  ses = await startSes({
    now: () => Date.parse('2026-11-23T07:05:09Z'),
    sets: [{ set: 'city', events: ['bounce', 'complaint'] }],
    may: (who, action, resource, facts) =>
      who !== 'other' &&
      action === 'ses:SendEmail' &&
      ['identity/city.test', 'configuration-set/city'].some((each) => resource.endsWith(`:${each}`)) &&
      facts?.['ses:FromAddress']?.[0] === 'receipt@city.test',
    tell: async (event) => void told.push(event),
  })
})
afterEach(() => ses.close())

const mail = { to: 'ba@b.vn', subject: 'Biên nhận', text: 'Mở: https://city.test/r', html: '<p>Mở</p>', from: 'Học' }

/** The city's own door, as a function of that name. */
async function door(name = 'send') {
  vi.resetModules()
  Object.assign(process.env, {
    ...{ AWS_ENDPOINT_URL_SESV2: ses.origin, AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: name },
    ...{ AWS_SECRET_ACCESS_KEY: 'x', MAIL_FROM: 'receipt@city.test', MAIL_SET: 'city' },
  })
  vi.spyOn(console, 'error').mockReturnValue()
  return (await import('../../../functions/door/mail.ts')).sendMail
}
const read = async (path: string) => (await fetch(`${ses.origin}${path}`)).text()
const press = (path: string, form: Record<string, string>) =>
  fetch(`${ses.origin}${path}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })

describe('the stand-in of SES', () => {
  it('takes a letter as SES does, and shows it to people', async () => {
    const send = await door()
    expect(await send(mail)).toBe('sent')
    const [letter] = ses.letters()
    expect(letter).toMatchObject({ ...mail, from: 'Học <receipt@city.test>' })
    expect(await read('/')).toContain(`<a href="/letters/${letter!.id}">Biên nhận</a>`)
    expect(await read(`/letters/${letter!.id}`)).toContain('<a href="https://city.test/r">')
    expect(await read(`/letters/${letter!.id}/html`)).toBe('<p>Mở</p>')
    expect((await fetch(`${ses.origin}/letters/none`)).status).toBe(404)
  })
  it('says what becomes of it to the event bus, and writes no more to who bounced', async () => {
    const send = await door()
    await send(mail)
    await press('/fate', { id: ses.letters()[0]!.id, fate: 'bounce' })
    expect(told[0]).toMatchObject({
      ...{ source: 'aws.ses', 'detail-type': 'Email Bounced' },
      detail: {
        mail: { destination: ['ba@b.vn'], tags: { 'ses:configuration-set': ['city'] } },
        bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'ba@b.vn' }] },
      },
    })
    expect(await send({ ...mail, to: 'BA@b.vn' })).toBe('sent')
    await vi.waitFor(() => expect(told).toHaveLength(2))
    expect(told[1]).toMatchObject({ detail: { bounce: { bounceSubType: 'OnAccountSuppressionList' } } })
  })
  it('knows SES’s own addresses for trying out', async () => {
    const send = await door()
    await send({ ...mail, to: 'complaint@simulator.amazonses.com' })
    await vi.waitFor(() => expect(told[0]?.['detail-type']).toBe('Email Complaint Received'))
  })
  it('is down or throttles when asked to: the letter waits', async () => {
    const send = await door()
    for (const mood of ['down', 'throttled']) {
      await press('/moods', { [mood]: 'on' })
      expect([mood, await send(mail)]).toEqual([mood, 'later'])
    }
    await press('/moods', {})
    expect(await send(mail)).toBe('sent')
  })
  it('refuses what the role may not, another sender, a set that is not there, and what is no address', async () => {
    expect(await (await door('other'))(mail)).toBe('later')
    const send = await door()
    expect(await send({ ...mail, to: 'bà@b.vn' })).toBe('refused')
    process.env.MAIL_SET = 'other'
    expect(await send(mail)).toBe('later')
    const client = new SESv2Client({ endpoint: ses.origin, maxAttempts: 1 })
    const Simple = { Subject: { Data: 's' }, Body: { Text: { Data: 't' }, Html: { Data: 'h' } } }
    const forged = {
      ...{ FromEmailAddress: 'boss@city.test', ConfigurationSetName: 'city', Content: { Simple } },
      Destination: { ToAddresses: ['ba@b.vn'] },
    }
    await expect(client.send(new SendEmailCommand(forged))).rejects.toMatchObject({ name: 'AccessDeniedException' })
    expect(ses.letters()).toEqual([])
  })
})
