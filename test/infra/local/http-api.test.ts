import { type IncomingHttpHeaders, request } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { afterEach, describe, expect, it } from 'vitest'
import { startHttpApi } from '../../../infra/local/http-api.ts'
import type { Listening } from '../../../infra/local/serve.ts'
import type { Outcome } from '../../../infra/local/worker/worker.ts'

let api: Listening | undefined
afterEach(async () => api?.close())

const keys = ['GET /api/programs', 'GET /api/programs/{slug}', 'POST /api/donations', 'GET /files/{all+}', 'ANY /any']

/** An API with these routes whose functions do `run`; answers what was asked of them. */
async function open(run: (event: APIGatewayProxyEventV2) => unknown, more: object = {}, routes = keys) {
  const events: APIGatewayProxyEventV2[] = []
  api = await startHttpApi({
    part: {
      ...{ id: 'abc', domain: 'abc.execute-api.local', rate: undefined, burst: undefined },
      routes: routes.map((key) => ({ key, run: key, timeoutSeconds: 30 })),
      ...more,
    },
    now: () => Date.parse('2026-03-05T06:07:08Z'),
    async invoke(_, event): Promise<Outcome> {
      events.push(event as APIGatewayProxyEventV2)
      const said = await run(event as APIGatewayProxyEventV2)
      return typeof said === 'object' && said !== null && 'how' in said
        ? (said as Outcome)
        : { how: 'answered', payload: JSON.stringify(said) ?? 'null' }
    },
  })
  return events
}
interface Said {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}
const send = (method: string, path: string, headers: Record<string, string | string[]> = {}, body?: string | Buffer) =>
  new Promise<Said>((done, failed) => {
    const { hostname, port } = new URL(api!.origin)
    const sent = request({ hostname, port, method, path, headers, agent: false }, async (response) => {
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part as Buffer)
      done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
    })
    sent.on('error', failed).end(body)
  })
const ok = { statusCode: 200, body: '' }

describe('the event of an HTTP API, payload 2.0', () => {
  it('has the route, the decoded path and its parameters, the raw query and the joined one', async () => {
    const events = await open(() => ok)
    await send('GET', '/api/programs/heo%20%C4%91%E1%BA%A5t?b=2&a=%C4%91+x&b=3&vnp_A=1%2B1')
    expect(events[0]).toMatchObject({
      ...{ version: '2.0', routeKey: 'GET /api/programs/{slug}', rawPath: '/api/programs/heo đất' },
      rawQueryString: 'b=2&a=%C4%91+x&b=3&vnp_A=1%2B1',
      queryStringParameters: { b: '2,3', a: 'đ x', vnp_A: '1+1' },
      pathParameters: { slug: 'heo đất' },
      isBase64Encoded: false,
      requestContext: {
        ...{ apiId: 'abc', domainName: 'abc.execute-api.local', stage: '$default', time: '05/Mar/2026:06:07:08 +0000' },
        http: { method: 'GET', path: '/api/programs/heo đất', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      },
    })
    expect(events[0]).not.toHaveProperty('body')
  })
  it('leaves out what there is none of', async () => {
    const events = await open(() => ok)
    await send('GET', '/api/programs')
    for (const name of ['body', 'cookies', 'queryStringParameters', 'pathParameters'])
      expect(events[0]).not.toHaveProperty(name)
    expect(events[0]?.rawQueryString).toBe('')
  })
  it('has headers in lower case, joined, and cookies apart', async () => {
    const events = await open(() => ok)
    await send('GET', '/api/programs', { 'X-Two': ['a', 'b'], Cookie: 'one=1; two=2' })
    expect(events[0]?.headers['x-two']).toBe('a,b')
    expect(events[0]?.headers).not.toHaveProperty('cookie')
    expect(events[0]?.cookies).toEqual(['one=1', 'two=2'])
  })
  it.each([
    ['application/json', '{"a":"đ"}', false],
    ['application/problem+json; charset=utf-8', '{}', false],
    ['text/plain', 'đ', false],
    ['application/xml', '<a/>', false],
    ['application/x-www-form-urlencoded', 'a=1&b=%C4%91', true],
    ['application/octet-stream', 'x', true],
    ['', 'x', true],
  ])('gives a body of type %j as it is or as base64', async (type, body, encoded) => {
    const events = await open(() => ok)
    await send('POST', '/api/donations', type ? { 'content-type': type } : {}, body)
    expect(events[0]?.isBase64Encoded).toBe(encoded)
    expect(events[0]?.body).toBe(encoded ? Buffer.from(body).toString('base64') : body)
  })
})

describe('routes', () => {
  it('takes the most exact one, then a greedy one, then the default', async () => {
    const events = await open(() => ok, {}, [...keys, 'GET /api/programs/open', '$default'])
    for (const path of ['/api/programs/open', '/api/programs/other', '/files/a/b', '/api/programs/a/b', '/any'])
      await send('GET', path)
    await send('DELETE', '/api/programs')
    expect(events.map(({ routeKey }) => routeKey)).toEqual([
      ...[
        'GET /api/programs/open',
        'GET /api/programs/{slug}',
        'GET /files/{all+}',
        '$default',
        'ANY /any',
        '$default',
      ],
    ])
    expect(events[2]?.pathParameters).toEqual({ all: 'a/b' })
  })
  it('answers an unknown one itself if there is no default', async () => {
    const events = await open(() => ok)
    const { status, body } = await send('GET', '/nothing')
    expect([status, body.toString(), events.length]).toEqual([404, '{"message":"Not Found"}', 0])
  })
})

describe('the answer', () => {
  it('passes status, headers, cookies and base64 on', async () => {
    await open(() => ({
      ...{ statusCode: 201, headers: { 'Content-Type': 'image/png', 'X-A': 1 }, cookies: ['a=1; Path=/', 'b=2'] },
      ...{ body: Buffer.from([0, 255]).toString('base64'), isBase64Encoded: true },
    }))
    const { status, headers, body } = await send('GET', '/api/programs')
    expect([status, headers['content-type'], headers['x-a'], headers['set-cookie']]).toEqual([
      ...[201, 'image/png', '1', ['a=1; Path=/', 'b=2']],
    ])
    expect([...body]).toEqual([0, 255])
  })
  it('takes a bare answer as JSON of a 200', async () => {
    await open(() => ({ hello: 'đ' }))
    const { status, headers, body } = await send('GET', '/api/programs')
    expect([status, headers['content-type'], body.toString()]).toEqual([200, 'application/json', '{"hello":"đ"}'])
  })
  const fault = { errorType: 'E', errorMessage: 'e', trace: [] }
  it.each<[string, unknown, number, string]>([
    ['that threw', { how: 'error', fault }, 500, 'Internal Server Error'],
    ['that crashed', { how: 'crash', fault }, 500, 'Internal Server Error'],
    ['that took too long', { how: 'timeout', fault }, 503, 'Service Unavailable'],
    ['with a status that is none', { statusCode: 'x' }, 500, 'Internal Server Error'],
    ['with headers that are none', { statusCode: 200, headers: 'x' }, 500, 'Internal Server Error'],
    ['of more than 6 MB', { statusCode: 200, body: 'x'.repeat(6_300_000) }, 500, 'Internal Server Error'],
  ])('of a function %s is a fixed one', async (_, said, status, message) => {
    await open(() => said)
    const answer = await send('GET', '/api/programs')
    expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([status, { message }])
  })
  it('does not wait longer than the integration may', async () => {
    await open(() => new Promise(() => {}), { routes: [{ key: '$default', run: 'f', timeoutSeconds: 0.05 }] })
    expect((await send('GET', '/x')).status).toBe(503)
  })
})

describe('limits', () => {
  it('ends request line and headers at 10,240 bytes', async () => {
    const events = await open(() => ok)
    expect((await send('GET', '/api/programs', { 'x-long': 'a'.repeat(10_000) })).status).toBe(200)
    expect((await send('GET', '/api/programs', { 'x-long': 'a'.repeat(10_240) })).status).toBe(431)
    expect((await send('GET', `/api/programs?${'a'.repeat(10_240)}`)).status).toBe(431)
    expect(events).toHaveLength(1)
  })
  it('takes a body of 10 MB and no more', async () => {
    const events = await open(() => ok)
    const type = { 'content-type': 'application/octet-stream' }
    expect((await send('POST', '/api/donations', type, Buffer.alloc(10_485_761))).status).toBe(413)
    expect((await send('POST', '/api/donations', type, Buffer.alloc(10_485_760))).status).toBe(200)
    expect(events).toHaveLength(1)
  })
  it('turns away more than the stage’s throttle lets in', async () => {
    const events = await open(() => ok, { rate: 0.001, burst: 3 })
    const said = await Promise.all([1, 2, 3, 4, 5].map(() => send('GET', '/api/programs')))
    expect(said.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429])
    expect(events).toHaveLength(3)
  })
})
