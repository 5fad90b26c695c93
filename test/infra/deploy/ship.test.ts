import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateInvalidationCommand, GetInvalidationCommand } from '@aws-sdk/client-cloudfront'
import { InvokeCommand } from '@aws-sdk/client-lambda'
import {
  CopyObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { PutParameterCommand } from '@aws-sdk/client-ssm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeIfHalf, publish } from '../../../infra/deploy/ship/content.ts'
import { keepRelease, nameOf, record, showRelease } from '../../../infra/deploy/ship/release.ts'
import { forget, uploadSite } from '../../../infra/deploy/ship/site.ts'
import { seed } from '../../../infra/seed/seed.ts'
import { makeAt, now, openAccount } from './account.ts'

let account: ReturnType<typeof openAccount>
beforeEach(() => {
  account = openAccount()
})
// biome-ignore lint/suspicious/noExplicitAny: what a mock was given
const inputs = (mock: any, command: unknown): any[] => mock.commandCalls(command).map(({ args }: any) => args[0].input)

describe('the site', () => {
  const dist = mkdtempSync(join(tmpdir(), 'dist-'))
  beforeAll(() => {
    for (const folder of ['_astro', 'en']) mkdirSync(join(dist, folder))
    for (const [path, text] of Object.entries({
      'index.html': 'home',
      'en/index.html': 'home',
      'robots.txt': 'all',
      '_astro/a.css': 'css',
    }))
      writeFileSync(join(dist, path), text)
  })
  afterAll(() => rmSync(dist, { recursive: true }))

  it('goes up assets first and pages last, only what is new, and nothing is taken away', async () => {
    // MD5 of "all"; the listing comes in two pages.
    account.s3
      .on(ListObjectsV2Command)
      .callsFake(({ ContinuationToken }: { ContinuationToken?: string }) =>
        ContinuationToken
          ? { Contents: [{ Key: 'robots.txt', ETag: '"a181a603769c1f98ad927e7367c7aa51"' }] }
          : { Contents: [{ Key: 'old/index.html', ETag: '"x"' }], NextContinuationToken: 'more' },
      )
    const { keys, seen } = await uploadSite(makeAt().at, dist, 'site')
    expect(seen).toBe('3 of 4 files were new')
    expect([keys[0], keys[1], keys.slice(2).sort()]).toEqual([
      '_astro/a.css',
      'robots.txt',
      ['en/index.html', 'index.html'],
    ])
    const put = inputs(account.s3, PutObjectCommand)
    expect(put[0]).toMatchObject({
      ...{ Key: '_astro/a.css', ContentType: 'text/css; charset=utf-8' },
      CacheControl: 'public, max-age=31536000, immutable',
    })
    expect(put.at(-1)).toMatchObject({ ContentType: 'text/html; charset=utf-8', CacheControl: 'public, max-age=60' })
    expect(new Set(account.sent())).toEqual(new Set(['ListObjectsV2Command', 'PutObjectCommand']))
  })
  it('is forgotten at the edge, and that is waited for', async () => {
    expect((await forget(makeAt().at, 'D1', 'release-1')).seen).toBe('everywhere (I1)')
    expect(inputs(account.cloudfront, CreateInvalidationCommand)[0]).toEqual({
      DistributionId: 'D1',
      InvalidationBatch: { CallerReference: 'release-1', Paths: { Quantity: 1, Items: ['/*'] } },
    })
    expect(inputs(account.cloudfront, GetInvalidationCommand)).toEqual([{ DistributionId: 'D1', Id: 'I1' }])
  })
  it('is kept as a release that can be shown again in the same order', async () => {
    account.s3.on(ListObjectVersionsCommand).callsFake(({ KeyMarker }: { KeyMarker?: string }) =>
      KeyMarker
        ? { Versions: [{ Key: 'index.html', VersionId: 'v2', IsLatest: true }] }
        : {
            ...{ NextKeyMarker: 'index.html', NextVersionIdMarker: 'v1' },
            Versions: [
              { Key: '_astro/a.css', VersionId: 'v9', IsLatest: true },
              { Key: 'index.html', VersionId: 'v1', IsLatest: false },
            ],
          },
    )
    const { at } = makeAt()
    await keepRelease(at, 'site', 'r1', ['_astro/a.css', 'index.html'])
    const [{ Key, Body }] = inputs(account.s3, PutObjectCommand)
    expect([Key, JSON.parse(Body)]).toEqual([
      '_releases/r1.json',
      [
        ['_astro/a.css', 'v9'],
        ['index.html', 'v2'],
      ],
    ])
    account.s3.on(GetObjectCommand).resolves({ Body: { transformToString: async () => Body } })
    expect((await showRelease(at, 'site', 'r1')).seen).toBe('2 files of r1')
    expect(inputs(account.s3, CopyObjectCommand)).toEqual([
      { Bucket: 'site', Key: '_astro/a.css', CopySource: 'site/_astro/a.css?versionId=v9' },
      { Bucket: 'site', Key: 'index.html', CopySource: 'site/index.html?versionId=v2' },
    ])
    await expect(keepRelease(at, 'site', 'r1', ['gone.html'])).rejects.toThrow('gone.html is not in the bucket')
  })
})

describe('content and giving', () => {
  const turns = () =>
    inputs(account.lambda, InvokeCommand)
      .filter(({ FunctionName }) => FunctionName === 'learning-city-dev-giving-turn')
      .map(({ Payload }) => JSON.parse(Payload))
  it('is published by the command that staff use', async () => {
    expect((await publish(makeAt().at, seed)).seen).toBe('1 added; 3 as they were')
    const [{ FunctionName, Payload }] = inputs(account.lambda, InvokeCommand)
    expect([FunctionName, JSON.parse(Payload).programs.length]).toEqual([
      'learning-city-dev-programs-publish',
      seed.programs.length,
    ])
  })
  it('that is refused or fails ends the deploy with its sentence', async () => {
    const refused = { vi: {}, en: { title: 'Demonstration data', fields: [{ field: 'programs', message: 'heo' }] } }
    account.lambda.on(InvokeCommand).resolves(account.bytes({ refused }))
    await expect(publish(makeAt().at, seed)).rejects.toThrow('Demonstration data (programs: heo)')
    account.lambda.on(InvokeCommand).resolves({
      ...account.bytes({ errorMessage: 'Task timed out' }),
      FunctionError: 'Unhandled',
    })
    await expect(publish(makeAt().at, seed)).rejects.toThrow('Task timed out')
  })
  it('closes a stage that lacks something, with a reason in both languages, and opens none', async () => {
    const { at } = makeAt()
    expect((await closeIfHalf(at, [])).seen).toBe('open')
    expect((await closeIfHalf(at, ['no domain'])).seen).toBe('closed, because there is\nno domain')
    expect(turns()).toEqual([{}, {}, { open: false, reason: { vi: expect.any(String), en: expect.any(String) } }])
    account.lambda.on(InvokeCommand).resolves(account.bytes({ giving: { open: false }, changed: false }))
    expect((await closeIfHalf(at, [])).seen).toContain('closed by hand')
    await closeIfHalf(at, ['no domain'])
    expect(turns().slice(3)).toEqual([{}, {}])
  })
})

it('a deploy leaves a note that says who, what and how long, and fits', async () => {
  const name = nameOf(now, '1a2b3c4d5e6f7890')
  expect(name).toBe('20261123-070000-1a2b3c4d5e')
  const lines = [{ step: 1, name: 'identity', seconds: 0.4, seen: '' }]
  expect(await record(makeAt().at, { name, commit: '1a2b', who: 'Operator/lan', lines })).toEqual({
    seen: `/learning-city/dev/deploys/${name}`,
  })
  const [{ Value, Type }] = inputs(account.ssm, PutParameterCommand)
  expect([Type, JSON.parse(Value)]).toEqual([
    'String',
    { commit: '1a2b', who: 'Operator/lan', seconds: 0, steps: [['identity', 0.4]] },
  ])
})
