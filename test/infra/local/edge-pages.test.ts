import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { distribution, open, resource, say } from './distribution.ts'

describe('pages from the bucket', () => {
  it('are served; a missing one is the 404 page, and the API’s own 404 stays', async () => {
    const { ask, put } = await open(distribution(), say('{"title":"none"}', {}, 404))
    await put('index.html', '<h1>city</h1>')
    await put('404.html', '<h1>missing</h1>')
    expect((await ask('/index.html')).body.toString()).toBe('<h1>city</h1>')
    const missing = await ask('/nope.html')
    expect([missing.status, missing.body.toString(), missing.headers['x-cache']]).toEqual([
      404,
      '<h1>missing</h1>',
      'Error from cloudfront',
    ])
    const own = await ask('/api/nope')
    expect([own.status, own.body.toString()]).toEqual([404, '{"title":"none"}'])
  })
  it('are not read if the bucket’s policy does not let the edge in', async () => {
    const { ask, put } = await open(distribution(), say('{}'), false)
    await put('index.html', '<h1>city</h1>')
    expect((await ask('/index.html')).status).toBe(403)
  })
  it('are kept as their headers say, then asked about by version', async () => {
    const { ask, put, clock } = await open(distribution())
    await put('a.html', 'one', { 'cache-control': 'public, max-age=60' })
    const first = await ask('/a.html')
    clock.now += 60_000
    const second = await ask('/a.html')
    await put('a.html', 'two', { 'cache-control': 'public, max-age=60' })
    clock.now += 60_000
    const third = await ask('/a.html')
    expect([first, second, third].map(({ headers, body }) => [headers['x-cache'], body.toString()])).toEqual([
      ...[
        ['Miss from cloudfront', 'one'],
        ['RefreshHit from cloudfront', 'one'],
        ['Miss from cloudfront', 'two'],
      ],
    ])
  })
  it('are a 304 to whoever has the version, and HEAD has no body', async () => {
    const { ask, put } = await open(distribution())
    await put('a.html', 'one')
    const { headers } = await ask('/a.html')
    const again = await ask('/a.html', { headers: { 'if-none-match': headers.etag } })
    expect([again.status, again.body.length]).toEqual([304, 0])
    const head = await ask('/a.html', { method: 'HEAD' })
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '3', 0])
  })
  it('take no other method', async () => {
    const { ask } = await open(distribution({}, {}, { CustomErrorResponses: [] }))
    expect((await ask('/a.html', { method: 'POST', body: 'x' })).status).toBe(403)
  })
  it('have addresses of 8,192 bytes at most', async () => {
    const { ask } = await open(distribution())
    expect((await ask(`/${'a'.repeat(8_300)}`)).status).toBe(414)
  })
})

describe('compression', () => {
  const long = `<p>${'học tập '.repeat(400)}</p>`
  it.each([
    ['br, gzip', 'br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip', 'gzip', (body: Buffer) => gunzipSync(body)],
    ['gzip;q=0, deflate', undefined, (body: Buffer) => body],
  ])('for %j is %s', async (accepted, coding, unpack) => {
    const { ask, put } = await open(distribution())
    await put('a.html', long)
    const { headers, body } = await ask('/a.html', { headers: { 'accept-encoding': accepted } })
    expect([headers['content-encoding'], unpack(body).toString()]).toEqual([coding, long])
    if (coding) expect([headers.vary, headers.etag?.slice(0, 3)]).toEqual(['Accept-Encoding', 'W/"'])
    const again = await ask('/a.html', { headers: { 'accept-encoding': accepted, 'if-none-match': headers.etag } })
    expect([again.status, again.headers['x-cache']]).toEqual([304, 'Hit from cloudfront'])
  })
  it.each([
    ['a short one', 'short', { 'content-type': 'text/html' }, {}],
    ['an image', long, { 'content-type': 'image/png' }, {}],
    ['a behavior that does not', long, { 'content-type': 'text/html' }, { Compress: false }],
  ])('leaves %s alone', async (_, text, headers, pages) => {
    const { ask, put } = await open(distribution(pages))
    await put('a', text, headers)
    expect((await ask('/a', { headers: { 'accept-encoding': 'br' } })).headers).not.toHaveProperty('content-encoding')
  })
})

describe('headers policies', () => {
  const policy = (Override: boolean) =>
    resource('ResponseHeadersPolicy', 'safe', {
      ResponseHeadersPolicyConfig: {
        CustomHeadersConfig: { Items: [{ Header: 'X-Robots-Tag', Value: 'noindex', Override: true }] },
        RemoveHeadersConfig: { Items: [{ Header: 'Server' }] },
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true },
          ...{ ContentTypeOptions: { Override: true }, FrameOptions: { FrameOption: 'DENY', Override: true } },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 9, IncludeSubdomains: true, Override: true },
        },
      },
    })
  it.each([
    [true, 'no-referrer'],
    [false, 'origin'],
  ])('add, replace and remove (override %s)', async (override, referrer) => {
    const resources = [...distribution({}, { ResponseHeadersPolicyId: 'safe' }), policy(override)]
    const { ask } = await open(resources, say('{}', { 'referrer-policy': 'origin', server: 'x' }))
    const { headers } = await ask('/api/x')
    expect(headers).toMatchObject({
      ...{
        'content-security-policy': "default-src 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      },
      ...{ 'strict-transport-security': 'max-age=9; includeSubDomains', 'x-robots-tag': 'noindex' },
      'referrer-policy': referrer,
    })
    expect(headers).not.toHaveProperty('server')
  })
})
