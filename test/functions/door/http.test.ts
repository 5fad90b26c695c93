import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { addressOf, originOf } from '../../../functions/door/caller.ts'
import { http } from '../../../functions/door/http.ts'
import { Refusal } from '../../../functions/refusal.ts'
import { handler as unknown } from '../../../functions/routes/unknown.ts'
import { call, eventOf, speak } from '../../call.ts'

const formed = { 'content-type': 'application/x-www-form-urlencoded' }
const replies = { 200: { description: 'ok', schema: z.object({ a: z.string() }) } }
beforeEach(() => {
  vi.spyOn(console, 'info').mockReturnValue()
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('the door', () => {
  it('lets nothing out that the contract does not declare', async () => {
    const said = await call(
      http({ summary: '', replies }, async () => ({ status: 200, json: { a: 'x', secret: 'y' } })),
    )
    expect(said.json).toEqual({ a: 'x' })
    expect(said.headers['cache-control']).toBe('no-store')
  })
  it('lets a cacheable answer be kept as long as its row says, but never an error', async () => {
    vi.stubEnv('CACHE_SECONDS', '60')
    const fine = http({ summary: '', replies }, async () => ({ status: 200, json: { a: 'x' } }))
    const refuses = http({ summary: '', replies }, async () => {
      throw new Refusal('unknown', 'program-unknown')
    })
    expect((await call(fine)).headers['cache-control']).toBe('public, max-age=0, s-maxage=60')
    expect((await call(refuses)).headers['cache-control']).toBe('no-store')
  })
  it('hands a signed body over byte for byte, with its headers, however it was wrapped', async () => {
    const heard: [string, string | undefined][] = []
    const verb = http({ summary: '', signed: true, replies }, async ({ raw, headers }) => {
      heard.push([raw.toString('utf8'), headers['x-signature']])
      return { status: 200, json: { a: '' } }
    })
    const word = '{ "a":1,"a" :2, "tên": "Hòa" }'
    const event = eventOf({ method: 'POST', headers: { 'x-signature': 's' }, body: word })
    await speak(verb, event)
    await speak(verb, { ...event, body: Buffer.from(word).toString('base64'), isBase64Encoded: true })
    expect(heard).toEqual([
      [word, 's'],
      [word, 's'],
    ])
    expect((await speak(verb, { ...event, body: 'x'.repeat(20_000) })).statusCode).toBe(413)
  })
  it('takes no form that another site had a browser send, and asks nothing of who says nothing', async () => {
    let ran = 0
    const verb = http({ summary: '', body: { form: z.object({}) }, replies }, async () => {
      ran++
      return { status: 200, json: { a: '' } }
    })
    const from = (site?: string) =>
      call(verb, {
        method: 'POST',
        body: new URLSearchParams({ lang: 'vi' }),
        headers: site ? { 'sec-fetch-site': site } : {},
      })
    for (const site of ['cross-site', 'same-site'])
      expect(await from(site)).toMatchObject({ status: 409, json: { code: 'form-foreign' } })
    expect(ran).toBe(0)
    for (const site of ['same-origin', 'none', undefined]) expect((await from(site)).status).toBe(200)
  })
  it('keeps of a foreign form only what a link could say, and answers in its language', async () => {
    const shown: unknown[] = []
    const verb = http(
      { summary: '', body: { form: z.object({}) }, replies },
      async () => ({ status: 200, json: { a: '' } }),
      { refused: async (_, { sent, lang }) => void shown.push([sent, lang]) },
    )
    const body = new URLSearchParams({ lang: 'en', program: 'heo-dat', amount: '500000', name: 'X', email: 'x@y.test' })
    const headers = { 'sec-fetch-site': 'cross-site', 'accept-language': 'vi' }
    const said = await call(verb, { method: 'POST', body, headers })
    expect(shown).toEqual([[{ form: { lang: 'en', program: 'heo-dat' } }, 'en']])
    expect(said).toMatchObject({ status: 409, headers: { 'content-language': 'en' } })
    expect(
      (await call(verb, { method: 'POST', body: 'lang=en&lang=vi', headers: { ...headers, ...formed } })).status,
    ).toBe(422)
  })
  it('says every wrong field at once, in the language of the reader', async () => {
    const body = {
      json: z.strictObject({
        name: z.string(),
        size: z.enum(['a', 'b']),
        n: z.int({ error: 'amount-unreadable' }).min(5_000, 'amount-too-small'),
      }),
    }
    const verb = http({ summary: '', body, replies }, async () => ({ status: 200, json: { a: 'x' } }))
    const said = await call(verb, {
      method: 'POST',
      body: { size: 'c', n: 10, more: 1 },
      headers: { 'accept-language': 'en-GB' },
    })
    expect(said.status).toBe(422)
    expect(said.headers['content-type']).toContain('application/problem+json')
    expect(said.headers['content-language']).toBe('en')
    expect(said.json).toMatchObject({ code: 'fields', title: 'Fields to fix: 4' })
    expect(said.json.fields).toEqual([
      { field: 'name', code: 'field-missing', message: 'This field is needed' },
      { field: 'size', code: 'choice-unknown', message: 'Choose one of these: a, b' },
      { field: 'n', code: 'amount-too-small', message: 'At least 5,000\u00a0₫' },
      { field: 'more', code: 'field-unknown', message: 'The form has no such field' },
    ])
  })
  it('answers a fault with one fixed sentence and logs it whole', async () => {
    const said = await call(
      http({ summary: '', replies }, async () => {
        throw new Error('table key 123')
      }),
    )
    expect(said.status).toBe(500)
    expect(said.text).not.toContain('123')
    expect(JSON.stringify(vi.mocked(console.error).mock.calls)).toContain('table key 123')
  })
  it('answers a reply outside the contract as a fault, not with a bare 500', async () => {
    const said = await call(http({ summary: '', replies }, async () => ({ status: 200, json: { a: 1 } })))
    expect(said).toMatchObject({ status: 500, json: { code: 'fault' } })
  })
  it('logs no path, query or receipt key', async () => {
    const verb = http({ summary: '', replies }, async () => ({ status: 200, json: { a: 'x' } }))
    const event = {
      ...eventOf({ path: '/receipts/SECRETKEY', query: 'x=SECRETQUERY' }),
      routeKey: 'GET /receipts/{receiptKey}',
    }
    await speak(verb, event)
    expect(JSON.stringify(vi.mocked(console.info).mock.calls)).not.toContain('SECRET')
  })
})

describe('who calls', () => {
  const edge = {
    'x-origin-key': 'key',
    'cloudfront-viewer-address': '198.51.100.7:443',
    'x-public-host': 'city.example',
    'x-forwarded-for': '6.6.6.6',
  }
  it('is believed from the edge only', () => {
    vi.stubEnv('ORIGIN_KEY', 'key')
    expect(addressOf(eventOf({ headers: edge }))).toBe('198.51.100.7')
    expect(originOf(eventOf({ headers: edge }))).toBe('https://city.example')
    const forged = eventOf({ headers: { ...edge, 'x-origin-key': 'kez' } })
    expect(addressOf(forged)).toBe('203.0.113.7')
    expect(originOf(forged)).toBe('https://api.test')
    expect(addressOf(eventOf({ headers: { ...edge, 'cloudfront-viewer-address': '[2001:db8::1]:443' } }))).toBe(
      '2001:db8::1',
    )
  })
  it('believes nobody while no key is set', () => {
    vi.stubEnv('ORIGIN_KEY', '')
    expect(addressOf(eventOf({ headers: { ...edge, 'x-origin-key': '' } }))).toBe('203.0.113.7')
  })
})

describe('an unknown address', () => {
  it('is 404, a known one with another method 405 with what it takes', async () => {
    expect(await call(unknown, { path: '/api/nothing' })).toMatchObject({
      status: 404,
      json: { code: 'route-unknown' },
    })
    const post = await call(unknown, { method: 'POST', path: '/api/programs/heo' })
    expect(post).toMatchObject({ status: 405, json: { code: 'method-unknown' }, headers: { allow: 'GET' } })
    expect((await call(unknown, { method: 'HEAD', path: '/api/programs' })).status).toBe(405)
    expect((await call(unknown, { path: '/api/bookxcsv' })).status).toBe(404)
  })
})
