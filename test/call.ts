import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'

interface Asked {
  method?: string
  path?: string
  params?: Record<string, string>
  query?: string
  headers?: Record<string, string>
  /** JSON if it is an object, a form if URLSearchParams; a string goes as it is. */
  body?: object | string
}

export interface Said {
  status: number
  headers: Record<string, string>
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the verb said
  json: any
}

type Verb = (event: APIGatewayProxyEventV2, context: Context) => Promise<APIGatewayProxyStructuredResultV2>

/** An event of API Gateway's HTTP API, payload 2.0, as the service makes it: form bodies are base64. */
export function eventOf({
  method = 'GET',
  path = '/',
  params,
  query = '',
  headers = {},
  body,
}: Asked): APIGatewayProxyEventV2 {
  const form = body instanceof URLSearchParams
  const text =
    body === undefined ? undefined : typeof body === 'string' ? body : form ? body.toString() : JSON.stringify(body)
  const media = form
    ? { 'content-type': 'application/x-www-form-urlencoded' }
    : typeof body === 'object'
      ? { 'content-type': 'application/json' }
      : {}
  const encode = text !== undefined && (form || headers['content-type']?.includes('form'))
  const parsed = Object.fromEntries(new URLSearchParams(query))
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: query,
    headers: { host: 'city.test', ...media, ...headers },
    ...(query ? { queryStringParameters: parsed } : {}),
    ...(params ? { pathParameters: params } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'api.test',
      domainPrefix: 'api',
      requestId: 'request',
      routeKey: `${method} ${path}`,
      stage: '$default',
      time: '',
      timeEpoch: 0,
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'test' },
    },
    ...(text === undefined ? {} : { body: encode ? Buffer.from(text).toString('base64') : text }),
    isBase64Encoded: Boolean(encode),
  }
}

/** Hands an event to a verb as Lambda does. */
export const speak = (verb: unknown, event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> =>
  (verb as Verb)(event, { getRemainingTimeInMillis: () => 10_000 } as Context)

/** Speaks HTTP to a verb and reads what it says. */
export async function call(verb: unknown, asked: Asked = {}): Promise<Said> {
  const result = await speak(verb, eventOf(asked))
  const text = result.body ?? ''
  const headers = Object.fromEntries(
    Object.entries(result.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
  return {
    status: result.statusCode ?? 200,
    headers,
    text,
    json: /json/.test(headers['content-type'] ?? '') && text ? JSON.parse(text) : undefined,
  }
}
