import { InvokeCommand } from '@aws-sdk/client-lambda'
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgedNotification } from '../../../infra/deploy/prove/forged.ts'
import { missing, pages, plainHttp } from '../../../infra/deploy/prove/pages.ts'
import { permissions } from '../../../infra/deploy/prove/permissions.ts'
import { programs, sameProgram } from '../../../infra/deploy/prove/program.ts'
import { makeProgram } from '../../make.ts'
import { makeAt, now, openAccount } from './account.ts'
import { goodCity, goodProbe } from './good-city.ts'

let account: ReturnType<typeof openAccount>
beforeEach(() => {
  account = openAccount()
})
const place = { publicUrl: 'https://d1.test', apiUrl: 'https://api.test' }
/** The good city, changed where `wrong` answers. */
const cityBut = (wrong: (path: string, asked: number) => Response | undefined) => {
  let asked = 0
  return makeAt({ fetch: async (url, init) => wrong(new URL(String(url)).pathname, ++asked) ?? goodCity(url, init) }).at
}
const good = makeAt({ fetch: goodCity }).at
const html = (text: string, headers: Record<string, string> = {}) =>
  new Response(text, { headers: { 'content-type': 'text/html', ...headers } })

describe('pages', () => {
  it('are asked in both languages, with all their headers', async () => {
    expect((await pages(good, place, 'heo')).seen).toBe('18 pages, 10 headers each')
    expect((await pages(good, place, undefined)).seen).toBe('16 pages, 10 headers each')
  })
  it('may come late, but must come', async () => {
    const late = cityBut((_, asked) => (asked < 5 ? new Response('', { status: 503 }) : undefined))
    expect((await pages(late, place, undefined)).seen).toContain('16 pages')
    const down = makeAt({ fetch: async () => Promise.reject(new Error('ENOTFOUND')) }).at
    await expect(pages(down, place, undefined)).rejects.toThrow('https://d1.test/ does not answer (ENOTFOUND)')
  })
  it.each([
    ['in another language', () => html('<html lang="vi"><h1>x</h1>'), 'is not the page in en'],
    ['without a title', () => html('<html lang="en">'), 'is not the page in en'],
    ['without headers', () => html('<html lang="en"><h1>x</h1>'), 'has content-security-policy: null'],
  ])('%s are seen', async (_, wrong, sentence) => {
    const at = cityBut((path) => (path === '/en/book/' ? wrong() : undefined))
    await expect(pages(at, place, undefined)).rejects.toThrow(sentence)
  })
  it('of prod may be found by search, others may not', async () => {
    const prod = makeAt({ fetch: goodCity }, { name: 'prod' }).at
    await expect(pages(prod, place, undefined)).rejects.toThrow('x-robots-tag: noindex, and should have none')
  })
})

describe('what is not there', () => {
  it('is 404 in its own form', async () => {
    await missing(good, place)
    for (const path of ['/khong-co-trang-nay/', '/_frames/give.vi.html', '/api/khong-co']) {
      const at = cityBut((asked) => (asked === path ? html('here') : undefined))
      await expect(missing(at, place)).rejects.toThrow(`${path} answers 200`)
    }
  })
  it('is plain http too', async () => {
    await plainHttp(good, place)
    const at = makeAt({ fetch: async () => html('open') }).at
    await expect(plainHttp(at, place)).rejects.toThrow('http://d1.test/ answers 200')
  })
})

describe('one program', () => {
  const table = (Item?: object) => account.table.on(GetCommand).resolves({ Item })
  it('is the same in the table and in public', async () => {
    table({ ...makeProgram(), pk: 'program#all', sk: 'heo', mark: 'm' })
    expect((await sameProgram(good, place, 'city', 'heo')).seen).toBe('heo, version 1')
    table({ ...makeProgram({ version: 2 }) })
    await expect(sameProgram(good, place, 'city', 'heo')).rejects.toThrow('is not what the table holds')
    expect((await sameProgram(good, place, 'city')).seen).toBe('there is none yet')
  })
  it('is the first of the public list', async () => {
    expect(await programs(good, place)).toEqual(['heo'])
    expect(await programs(makeAt().at, place)).toEqual([])
  })
})

describe('a forged notification', () => {
  const try97 = (at = good, open = true) => forgedNotification(at, place, 'city', { open, now })
  beforeEach(() => account.table.on(GetCommand).resolves({}))
  it('is 97 and writes nothing; without an account nothing is believed', async () => {
    expect((await try97()).seen).toBe('97, nothing written')
    await expect(try97(good, false)).rejects.toThrow('answers 97, and should 99')
    const believed = cityBut((path) => (path.endsWith('/ipn') ? Response.json({ RspCode: '00' }) : undefined))
    await expect(try97(believed)).rejects.toThrow('answers 00, and should 97')
  })
  it('that leaves a trace is seen', async () => {
    let asked = 0
    account.table.on(QueryCommand).callsFake(() => ({ Items: asked++ ? [{ reference: 'LCPROBE' }] : [] }))
    await expect(try97()).rejects.toThrow('left a trace')
  })
})

describe('permissions', () => {
  const say = (over: object) => account.lambda.on(InvokeCommand).resolves(account.bytes({ ...goodProbe, ...over }))
  it('hold, or the sentence says which does not', async () => {
    say({})
    expect((await permissions(good)).seen).toBe('3 allowed, 5 denied')
    say({ transaction: 'denied', foreignIndex: 'allowed' })
    await expect(permissions(good)).rejects.toThrow(
      'transaction is denied and must be allowed; foreignIndex is allowed and must be denied',
    )
    say({ foreignRead: undefined })
    await expect(permissions(good)).rejects.toThrow('foreignRead is allowed')
  })
})
