import { describe, expect, it } from 'vitest'
import { caching, code, distribution, open, resource } from './distribution.ts'

describe('the origin', () => {
  it('gets what the policies let through, the edge’s own headers, and nothing else', async () => {
    const { ask, asked } = await open(distribution())
    const headers = {
      Accept: 'text/html',
      Cookie: 'a=1',
      'X-Other': 'x',
      'X-Origin-Key': 'mine',
      'CloudFront-Viewer-Address': '6.6.6.6:1',
    }
    await ask('/api/x?b=%2B&a', { method: 'POST', headers: { ...headers, 'content-type': 'text/plain' }, body: 'đ' })
    const { url, body, headers: got } = asked[0]!
    expect([url, body]).toEqual(['/api/x?b=%2B&a', 'đ'])
    expect(got).toMatchObject({
      ...{ host: 'api.cloud', accept: 'text/html', 'content-type': 'text/plain', 'x-origin-key': 'key' },
      ...{ 'user-agent': 'Amazon CloudFront', 'accept-encoding': 'br,gzip', 'x-forwarded-for': '127.0.0.1' },
    })
    expect(got['cloudfront-viewer-address']).toMatch(/^127\.0\.0\.1:\d+$/)
    for (const name of ['cookie', 'x-other']) expect(got).not.toHaveProperty(name)
  })
  it('that is silent is a 504, and one that is gone a 502', async () => {
    const silent = await open(distribution(), () => {})
    expect((await silent.ask('/api/x')).status).toBe(504)
    const gone = await open(distribution(), (request) => request.socket.destroy())
    expect((await gone.ask('/api/x')).status).toBe(502)
  })
})

describe('functions of the edge', () => {
  const on = (EventType: string) => ({ FunctionAssociations: [{ EventType, FunctionARN: 'arn:fn' }] })
  it('change address and headers before the cache is asked', async () => {
    const script = `function handler(event) { var r = event.request
      if (r.uri.endsWith('/')) r.uri += 'index.html'; r.headers['x-public-host'] = { value: r.headers.host.value }; return r }`
    const { ask, put, asked } = await open([
      ...distribution(on('viewer-request'), on('viewer-request')),
      code('fn', script),
    ])
    await put('en/index.html', 'hello')
    expect((await ask('/en/')).body.toString()).toBe('hello')
    await ask('/api/x?a=1&a=2', { headers: { host: 'city.test' } })
    expect([asked[0]?.headers['x-public-host'], asked[0]?.url]).toEqual(['city.test', '/api/x?a=1&a=2'])
  })
  it('answer in place of the origin', async () => {
    const script = `function handler(event) { return { statusCode: 301, headers: { location: { value: event.request.uri + '/?' + Object.keys(event.request.querystring) } } } }`
    const { ask } = await open([...distribution(on('viewer-request')), code('fn', script)])
    const { status, headers } = await ask('/en?a=%C4%91&b')
    expect([status, headers.location, headers['x-cache']]).toEqual([
      301,
      '/en/?a,b',
      'FunctionGeneratedResponse from cloudfront',
    ])
  })
  it('change the answer on its way to the person', async () => {
    const script = `async function handler(event) { event.response.headers['x-seen'] = { value: event.viewer.ip }; return event.response }`
    const { ask } = await open([...distribution({}, on('viewer-response')), code('fn', script)])
    const { headers, body } = await ask('/api/x')
    expect([headers['x-seen'], body.toString()]).toEqual(['127.0.0.1', '{}'])
  })
  it('that fail are a 503; they have no modules and no state', async () => {
    const script = `let n = 0; function handler(event) { if (event.request.uri === '/a') return require('fs'); event.request.uri = '/' + (++n); return event.request }`
    const { ask, put } = await open([...distribution(on('viewer-request')), code('fn', script)])
    await put('1', 'first')
    expect((await ask('/a')).status).toBe(503)
    for (let at = 0; at < 2; at++) expect((await ask('/b')).body.toString()).toBe('first')
  })
})

describe('a distribution that the edge would not carry out', () => {
  it.each([
    [{ Logging: {} }, 'the local edge does not understand Logging'],
    [{ DefaultCacheBehavior: { TargetOriginId: 'nowhere', CachePolicyId: 'pages' } }, 'names nowhere'],
    [{ DefaultCacheBehavior: { TargetOriginId: 'bucket', CachePolicyId: 'none' } }, 'names none'],
  ])('stops it: %j', async (more, sentence) => {
    await expect(open(distribution({}, {}, more))).rejects.toThrow(sentence)
  })
  it.each([
    [['Accept', 'authorization'], 'CloudFront takes Authorization in a cache policy only'],
    [Array.from({ length: 11 }, (_, at) => `x-${at}`), 'CloudFront takes ten headers in a policy'],
  ])('stops what CloudFront would refuse to pass: %j', async (Headers, sentence) => {
    const config = {
      CookiesConfig: { CookieBehavior: 'none' },
      HeadersConfig: { HeaderBehavior: 'whitelist', Headers },
      QueryStringsConfig: { QueryStringBehavior: 'none' },
    }
    const policy = resource('OriginRequestPolicy', 'more', { OriginRequestPolicyConfig: config })
    await expect(open([...distribution(), policy])).rejects.toThrow(sentence)
  })
  it('stops a policy that keeps nothing and yet has a key, as CloudFront does', async () => {
    const policy = caching('nothing', [0, 0, 0], { QueryStringBehavior: 'all' })
    await expect(open([...distribution(), policy])).rejects.toThrow('MaxTTL must be more than 0')
  })
})
