import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

interface Pair {
  value: string
  multiValue?: { value: string }[]
}
interface Request {
  method: string
  uri: string
  querystring: Record<string, Pair>
  headers: Record<string, { value: string }>
}
interface Moved {
  statusCode: number
  headers: Record<string, { value: string }>
}

const source = (name: string) => readFileSync(join(import.meta.dirname, `../../infra/edge/${name}.js`), 'utf8')

function edge(name: string, uri: string, querystring: Request['querystring'] = {}, headers: Request['headers'] = {}) {
  const request: Request = { method: 'GET', uri, querystring, headers: { host: { value: 'city.example' }, ...headers } }
  const answer: Request | Moved = runInNewContext(`${source(name)}; handler(event)`, { event: { request } })
  return 'statusCode' in answer ? { status: answer.statusCode, to: answer.headers.location?.value } : answer
}

describe('the edge, for pages', () => {
  it.each([
    ['/', '/index.html'],
    ['/ung-ho/', '/ung-ho/index.html'],
    ['/en/programs/week/', '/en/programs/week/index.html'],
    ['/_astro/page.B8x1.css', '/_astro/page.B8x1.css'],
    ['/api/openapi.json', '/api/openapi.json'],
    ['/404.html', '/404.html'],
    ['/ch%C6%B0%C6%A1ng/', '/ch%C6%B0%C6%A1ng/index.html'],
    ['/_frames/give.vi.html', '/-'],
    ['//_frames/give.vi.html', '/-'],
    ['/%5fframes/give.vi.html', '/-'],
    ['/_%66rames/give.vi.html', '/-'],
    ['/_releases/20261123-070000-1a2b3c4d5e.json', '/-'],
    ['/%5freleases/x.json', '/-'],
    ['/%zz/', '/-'],
  ])('fetches %s from %s', (asked, fetched) => {
    expect(edge('pages', asked)).toMatchObject({ uri: fetched })
  })
  it.each([
    ['/ung-ho', '/ung-ho/'],
    ['/en', '/en/'],
    ['/en/index.html', '/en/'],
    ['/index.html', '/'],
    ['//evil.example/', '/evil.example/'],
    ['//evil', '/evil/'],
    ['/\\evil', '/%5Cevil/'],
    ['///a//b', '/a/b/'],
  ])('sends %s to its one address, %s, and never to another host', (asked, to) => {
    expect(edge('pages', asked)).toEqual({ status: 301, to })
    expect(new URL(to, 'https://city.example').host).toBe('city.example')
  })
  it('keeps the whole query when it redirects', () => {
    const querystring = {
      amount: { value: '50000' },
      a: { value: '1', multiValue: [{ value: '1' }, { value: '2%20x' }] },
      flag: { value: '' },
    }
    expect(edge('pages', '/ung-ho', querystring)).toEqual({ status: 301, to: '/ung-ho/?amount=50000&a=1&a=2%20x&flag' })
  })
  it('leaves the query alone when it fetches', () => {
    expect(edge('pages', '/ung-ho/', { amount: { value: '1' } })).toMatchObject({
      querystring: { amount: { value: '1' } },
    })
  })
})

describe('the edge, for the API', () => {
  it('hands on the host, whatever the client claims it to be', () => {
    const said = edge('api', '/api/programs', {}, { 'x-public-host': { value: 'evil.example' } })
    expect(said).toMatchObject({ uri: '/api/programs', headers: { 'x-public-host': { value: 'city.example' } } })
  })
})

it('edge functions fit into 10 kB', () => {
  for (const name of ['pages', 'api']) expect(Buffer.byteLength(source(name))).toBeLessThan(10_240)
})
