import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { signedBy } from '../iam.ts'
import { type Listening, listen, readBody } from '../serve.ts'
import { type Bucket, type ObjectFacts, openBucket } from './objects.ts'

interface Options {
  buckets: readonly string[]
  /** Where objects are kept; in memory without it. */
  folder?: string | undefined
  now(): number
  /** False if whoever signed must not do this; nobody is judged without it. */
  may?: (name: string, action: string, resource: string) => boolean
}

/** To who may not list, a missing object is forbidden, as S3 does it without ListBucket. */
const operator = 'operator'
const inXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

interface Answer {
  status: number
  headers?: Record<string, string>
  body?: Buffer | string
}

const refuse = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId></Error>`,
})

const headersOf = ({ etag, type, cacheControl, modified, length }: ObjectFacts): Record<string, string> => ({
  etag: `"${etag}"`,
  'content-type': type,
  'content-length': `${length}`,
  'last-modified': new Date(modified).toUTCString(),
  'accept-ranges': 'bytes',
  server: 'AmazonS3',
  ...(cacheControl ? { 'cache-control': cacheControl } : {}),
})

/** The SDK sends bodies in signed chunks: `<hex>;chunk-signature=…`, then that many bytes. */
function unchunked(body: Buffer, { headers }: IncomingMessage): Buffer {
  if (!String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-')) return body
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.toString('latin1', at, end), 16)
    if (!(size > 0)) break
    parts.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
  return Buffer.concat(parts)
}

const same = (asked: string, facts: ObjectFacts | undefined) =>
  facts !== undefined && asked.split(',').some((each) => ['*', facts.etag].includes(each.trim().replaceAll('"', '')))

function put(bucket: Bucket, key: string, body: Buffer, { headers }: IncomingMessage, now: number): Answer {
  const have = bucket.facts(key)
  const failed = refuse(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')
  if (headers['if-none-match'] !== undefined && same(headers['if-none-match'], have)) return failed
  if (headers['if-match'] !== undefined && !have) return refuse(404, 'NoSuchKey', 'The specified key does not exist.')
  if (headers['if-match'] !== undefined && !same(headers['if-match'], have)) return failed
  const { etag } = bucket.put(key, body, {
    type: headers['content-type'] ?? 'binary/octet-stream',
    ...(headers['cache-control'] ? { cacheControl: headers['cache-control'] } : {}),
    modified: now,
  })
  return { status: 200, headers: { etag: `"${etag}"` } }
}

function get(bucket: Bucket, key: string, { headers, method }: IncomingMessage, mayList: boolean): Answer {
  const facts = bucket.facts(key)
  if (!facts)
    return mayList
      ? refuse(404, 'NoSuchKey', 'The specified key does not exist.')
      : refuse(403, 'AccessDenied', 'Access Denied')
  if (headers['if-match'] !== undefined && !same(headers['if-match'], facts))
    return refuse(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')
  if (headers['if-none-match'] !== undefined && same(headers['if-none-match'], facts)) {
    const { 'content-length': _, 'content-type': __, ...rest } = headersOf(facts)
    return { status: 304, headers: rest }
  }
  return { status: 200, headers: headersOf(facts), ...(method === 'HEAD' ? {} : { body: bucket.body(key) }) }
}

function list(name: string, bucket: Bucket, query: URLSearchParams): Answer {
  const most = Math.min(1_000, Number(query.get('max-keys') ?? 1_000))
  const after = query.get('continuation-token') ?? query.get('start-after') ?? ''
  const keys = bucket.keys(query.get('prefix') ?? '').filter((key) => key > after)
  const shown = keys.slice(0, most)
  const more = keys.length > shown.length
  const contents = shown.map((key) => {
    const { etag, length, modified } = bucket.facts(key)!
    return `<Contents><Key>${inXml(key)}</Key><LastModified>${new Date(modified).toISOString()}</LastModified><ETag>&quot;${etag}&quot;</ETag><Size>${length}</Size><StorageClass>STANDARD</StorageClass></Contents>`
  })
  const next = more ? `<NextContinuationToken>${inXml(shown.at(-1)!)}</NextContinuationToken>` : ''
  return {
    status: 200,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>${name}</Name><Prefix>${inXml(query.get('prefix') ?? '')}</Prefix><KeyCount>${shown.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
  }
}

/** Enough of S3 for this city: get, head, put with conditions, list; path style. */
export async function startS3({ buckets, folder, now, may = () => true }: Options): Promise<Listening> {
  const open = new Map(buckets.map((name) => [name, openBucket(folder && join(folder, name))]))

  async function answer(request: IncomingMessage): Promise<Answer> {
    const [path = '/', query = ''] = (request.url ?? '/').split('?')
    const [, name = '', ...rest] = path.split('/')
    const bucket = open.get(decodeURIComponent(name))
    if (!bucket) return refuse(404, 'NoSuchBucket', 'The specified bucket does not exist')
    const key = decodeURIComponent(rest.join('/'))
    const body = unchunked(await readBody(request), request)
    const who = signedBy(request.headers.authorization)
    const here = `arn:aws:s3:::${name}`
    const mayList = who === operator || (!['', 'cloudfront'].includes(who) && may(who, 's3:ListBucket', here))
    const action = request.method === 'PUT' ? 's3:PutObject' : key === '' ? 's3:ListBucket' : 's3:GetObject'
    if (!may(who, action, key === '' ? here : `${here}/${key}`))
      return refuse(403, 'AccessDenied', `${who} may not ${action}`)
    const listing = key === '' && request.method === 'GET'
    if (listing)
      return mayList ? list(name, bucket, new URLSearchParams(query)) : refuse(403, 'AccessDenied', 'Access Denied')
    if (request.method === 'GET' || request.method === 'HEAD') return get(bucket, key, request, mayList)
    if (request.method === 'PUT' && key !== '') return put(bucket, key, body, request, now())
    return refuse(501, 'NotImplemented', 'The stand-in knows get, head, put and list')
  }

  const server = createServer((request, response) => {
    answer(request).then(
      (said) => write(request, response, said),
      (error: unknown) => write(request, response, refuse(500, 'InternalError', inXml(String(error)))),
    )
  })
  const door = await listen(server)
  return {
    ...door,
    async close() {
      await door.close()
      for (const bucket of open.values()) bucket.flush()
    },
  }
}

function write(
  { method }: IncomingMessage,
  response: ServerResponse,
  { status, headers = {}, body = '' }: Answer,
): void {
  response.writeHead(status, { 'x-amz-request-id': 'local', ...headers })
  response.end(method === 'HEAD' ? undefined : body)
}
