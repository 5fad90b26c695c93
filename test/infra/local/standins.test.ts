import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Listening } from '../../../infra/local/serve.ts'
import { startInvoke } from '../../../infra/local/standins/invoke.ts'
import { startS3 } from '../../../infra/local/standins/s3.ts'
import { startSsm } from '../../../infra/local/standins/ssm.ts'

const base = mkdtempSync(join(tmpdir(), 'standins-'))
afterAll(() => rmSync(base, { recursive: true }))
const name = async (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: Error) => error.name,
  )
const as = (accessKeyId: string) => ({ region: 'ap-southeast-1', credentials: { accessKeyId, secretAccessKey: 'x' } })

describe('S3', () => {
  let door: Listening
  let round = 0
  const Bucket = 'site'
  const clientOf = (who: string) => new S3Client({ endpoint: door.origin, ...as(who) })
  const open = () =>
    startS3({
      ...{ buckets: [Bucket], folder: join(base, `s3-${round}`), now: () => Date.parse('2026-01-02T03:04:05Z') },
      may: (who, action, resource) =>
        who !== 'function' || `${action} ${resource}` !== 's3:ListBucket arn:aws:s3:::site',
    })
  beforeEach(async () => {
    round++
    door = await open()
  })
  afterEach(() => door.close())

  it('keeps what it is given, with its headers, beyond a restart', async () => {
    const s3 = clientOf('operator')
    await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: 'a/đ b.html',
        Body: 'chào',
        ContentType: 'text/html; charset=utf-8',
        CacheControl: 'public, max-age=60',
      }),
    )
    await door.close()
    door = await open()
    const again = clientOf('function')
    const read = await again.send(new GetObjectCommand({ Bucket, Key: 'a/đ b.html' }))
    expect(await read.Body?.transformToString()).toBe('chào')
    expect(read).toMatchObject({
      ...{ ContentType: 'text/html; charset=utf-8', CacheControl: 'public, max-age=60', ContentLength: 5 },
      ...{
        ETag: `"${createHash('md5').update('chào').digest('hex')}"`,
        LastModified: new Date('2026-01-02T03:04:05Z'),
      },
    })
    expect(await again.send(new HeadObjectCommand({ Bucket, Key: 'a/đ b.html' }))).toMatchObject({ ContentLength: 5 })
  })
  it('says that a missing object is missing to those only who may list: the operator, and whose role says so', async () => {
    const get = (who: string) => name(clientOf(who).send(new GetObjectCommand({ Bucket, Key: 'none' })))
    const each = await Promise.all(['operator', 'lister', 'function', 'cloudfront'].map(get))
    expect(each).toEqual(['NoSuchKey', 'NoSuchKey', 'AccessDenied', 'AccessDenied'])
    expect(await name(clientOf('lister').send(new ListObjectsV2Command({ Bucket })))).toBe('fine')
    expect(await name(clientOf('function').send(new ListObjectsV2Command({ Bucket })))).toBe('AccessDenied')
    expect(await name(clientOf('operator').send(new ListObjectsV2Command({ Bucket: 'other' })))).toBe('NoSuchBucket')
  })
  it('writes only if the condition holds', async () => {
    const s3 = clientOf('operator')
    const put = (more: object) => s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', ...more }))
    const { ETag } = await put({ IfNoneMatch: '*' })
    expect(await name(put({ IfNoneMatch: '*' }))).toBe('PreconditionFailed')
    expect(await name(put({ IfMatch: '"other"' }))).toBe('PreconditionFailed')
    expect(await name(put({ IfMatch: ETag }))).toBe('fine')
    expect(await name(s3.send(new PutObjectCommand({ Bucket, Key: 'none', Body: 'x', IfMatch: ETag })))).toBe(
      'NoSuchKey',
    )
  })
  it('answers 304 to whoever has the version', async () => {
    const s3 = clientOf('operator')
    const { ETag = '' } = await s3.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }))
    const get = (tag: string) => fetch(`${door.origin}/site/k`, { headers: { 'if-none-match': tag } })
    expect([(await get(ETag)).status, (await get('"other"')).status]).toEqual([304, 200])
  })
  it('lists by prefix, in order and in pages', async () => {
    const s3 = clientOf('operator')
    for (const Key of ['b/2', 'a', 'b/1', 'b/3']) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
    const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'b/', MaxKeys: 2 }))
    expect([first.Contents?.map(({ Key }) => Key), first.IsTruncated]).toEqual([['b/1', 'b/2'], true])
    const rest = await s3.send(
      new ListObjectsV2Command({ Bucket, Prefix: 'b/', ContinuationToken: first.NextContinuationToken }),
    )
    expect([rest.Contents?.map(({ Key }) => Key), rest.IsTruncated]).toEqual([['b/3'], false])
  })
})

describe('SSM', () => {
  it('gives a SecureString in clear only to whoever asks for it so, and keeps it', async () => {
    const file = join(base, 'ssm.json')
    const first = await startSsm({ file })
    const of = (endpoint: string) => new SSMClient({ endpoint, ...as('f') })
    const ssm = of(first.origin)
    await ssm.send(new PutParameterCommand({ Name: '/city/vnpay', Value: '{"a":1}', Type: 'SecureString' }))
    expect(await name(ssm.send(new PutParameterCommand({ Name: '/city/vnpay', Value: 'x' })))).toBe(
      'ParameterAlreadyExists',
    )
    await first.close()
    const second = await startSsm({ file })
    const get = (WithDecryption?: boolean) =>
      of(second.origin).send(new GetParameterCommand({ Name: '/city/vnpay', WithDecryption }))
    expect((await get(true)).Parameter).toMatchObject({ Value: '{"a":1}', Type: 'SecureString', Version: 1 })
    expect((await get()).Parameter?.Value).not.toContain('"a"')
    expect(await name(of(second.origin).send(new GetParameterCommand({ Name: '/city/none' })))).toBe(
      'ParameterNotFound',
    )
    await second.close()
  })
})

describe('Lambda Invoke', () => {
  let door: Listening
  afterEach(() => door.close())
  const call = (path: string, body: string, headers = {}) =>
    fetch(`${door.origin}/2015-03-31/functions/${path}/invocations`, { method: 'POST', body, headers })

  it('runs a function on plain JSON, by name or by address', async () => {
    door = await startInvoke({
      names: ['f'],
      invoke: async (_, event) => ({ how: 'answered', payload: JSON.stringify({ event }) }),
    })
    expect(await (await call('f', '{"a":"đ"}')).json()).toEqual({ event: { a: 'đ' } })
    expect((await call('arn:aws:lambda:x:0:function:f', '')).status).toBe(200)
    expect((await call('f', '{half')).status).toBe(400)
    expect((await call('other', '{}')).status).toBe(404)
    expect((await call('f', '{}', { 'x-amz-invocation-type': 'Event' })).status).toBe(202)
  })
  it('says that it failed as Lambda does', async () => {
    const fault = { errorType: 'TypeError', errorMessage: 'broken', trace: [] }
    door = await startInvoke({ names: ['f'], invoke: async () => ({ how: 'error', fault }) })
    const answer = await call('f', '{}')
    expect([answer.status, answer.headers.get('x-amz-function-error'), await answer.json()]).toEqual([
      200,
      'Unhandled',
      fault,
    ])
  })
})
