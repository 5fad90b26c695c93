import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DescribeStacksCommand, GetTemplateCommand } from '@aws-sdk/client-cloudformation'
import { InvokeCommand } from '@aws-sdk/client-lambda'
import { ListObjectsV2Command, ListObjectVersionsCommand } from '@aws-sdk/client-s3'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { deploy, showPages } from '../../../infra/deploy/deploy.ts'
import { report } from '../../../infra/deploy/report.ts'
import { real, stageOf } from '../../../infra/stages.ts'
import { makeProgram } from '../../make.ts'
import { appOf } from '../assembly.ts'
import { makeAt, missing, now, openAccount } from './account.ts'
import { goodCity, goodProbe } from './good-city.ts'

let account: ReturnType<typeof openAccount>
beforeEach(() => {
  account = openAccount()
})
const dist = mkdtempSync(join(tmpdir(), 'dist-'))
writeFileSync(join(dist, 'index.html'), 'home')
afterAll(() => rmSync(dist, { recursive: true }))
const bucket = { SiteBucketName: 'site', DistributionId: 'D1' }
const page = makeProgram()

/** Both stacks stand with these outputs, and what S3, the probe and the table then say. */
function standing(outputs: Record<string, string>): void {
  const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }))
  account.cloudformation.on(DescribeStacksCommand).resolves({ Stacks: [{ StackStatus: 'UPDATE_COMPLETE', Outputs }] })
  account.cloudformation.on(GetTemplateCommand).resolves({ TemplateBody: '{"Resources":{}}' })
  account.s3.on(ListObjectsV2Command).resolves({})
  account.s3.on(ListObjectVersionsCommand).resolves({
    Versions: [{ Key: 'index.html', VersionId: 'v1', IsLatest: true }],
  })
  account.lambda
    .on(InvokeCommand, { FunctionName: 'learning-city-dev-probe-permission' })
    .resolves(account.bytes(goodProbe))
  account.table
    .on(GetCommand)
    .callsFake(({ Key }: { Key: { pk: string } }) => (Key.pk === 'program#all' ? { Item: page } : {}))
}

const options = (over: object = {}) => ({
  ...{ check: true, demonstration: false, now },
  synthesize: async () => assemblyOf('dev'),
  build: async () => ({ dist, seen: 'built' }),
  ask: async () => 'hoc-tap',
  ...over,
})
const assemblyOf = (stage: 'dev' | 'prod') => appOf(stageOf(stage)).synth().directory
const onlyReads = /^(Describe|Get|Head|List|Query)/

describe('npm run deploy -- --check', () => {
  it('says in numbered steps what would be shipped, and only reads', async () => {
    const { at, printed } = makeAt()
    await deploy(at, options())
    const steps = printed.filter((line) => /^[ ✗] ?\d+ /.test(line))
    expect(steps.map((line) => /s {2}([^:]+):/.exec(line)?.[1])).toEqual([
      ...['identity', 'committed', 'cloud assembly', 'bootstrap', 'quotas', 'domain and certificate'],
      ...['secrets', 'stacks', 'content', 'differences'],
    ])
    expect(steps.every((line, place) => line.trim().startsWith(`${place + 1} `))).toBe(true)
    expect(printed.at(-1)).toContain('Nothing was changed')
    expect(account.sent().filter((name) => !onlyReads.test(name))).toEqual([])
    expect(account.sent().length).toBeGreaterThanOrEqual(8)
    expect(printed.join('\n')).not.toContain('a-secret-that-nobody-may-print')
  })
  it('tells all that stands in the way in one run, and then stops', async () => {
    const { at, printed } = makeAt({ run: async () => ({ code: 0, out: ' M a.ts' }) })
    account.lambda.reset()
    account.lambda.onAnyCommand().resolves({ AccountLimit: { ConcurrentExecutions: 5, TotalCodeSize: 80e9 } })
    account.ssm.onAnyCommand().rejects(missing('ParameterNotFound'))
    await expect(deploy(at, options({ check: false }))).rejects.toThrow('3 things stand in the way')
    expect(printed.filter((line) => line.startsWith('✗')).map((line) => /s {2}([^:]+):/.exec(line)?.[1])).toEqual([
      ...['committed', 'bootstrap', 'quotas'],
    ])
    expect(account.sent().filter((name) => !onlyReads.test(name))).toEqual([])
  })
  it('goes no further with the keys of another account', async () => {
    account.sts.on(GetCallerIdentityCommand).resolves({ Account: '9', Arn: 'arn:aws:iam::9:user/x' })
    const { at, printed } = makeAt()
    await expect(deploy(at, options())).rejects.toThrow('One thing stands in the way')
    expect(printed.filter((line) => line.startsWith('–')).map((line) => /s {2}([^:]+):/.exec(line)?.[1])).toEqual([
      ...['bootstrap', 'quotas', 'domain and certificate', 'secrets', 'stacks', 'differences'],
    ])
    expect(printed.join('\n')).toMatch(/committed:.*\n.*cloud assembly:.*\n.*content: \d+ programs/)
    expect(account.sent()).toEqual(['GetCallerIdentityCommand'])
  })
})

describe('npm run deploy', () => {
  it('changes nothing in prod until its alias is typed', async () => {
    const { at } = makeAt({}, { name: 'prod', gateways: real })
    const synthesize = async () => assemblyOf('prod')
    const asked: string[] = []
    const ask = async (question: string) => {
      asked.push(question)
      return 'yes'
    }
    await expect(deploy(at, options({ check: false, synthesize, ask }))).rejects.toThrow('Nothing was changed')
    expect(asked[0]).toContain('Type hoc-tap to go on')
    expect(account.sent().filter((name) => !onlyReads.test(name))).toEqual([])
  })
  it('ships in the order in which nothing is ever missing, proves it, and writes it down', async () => {
    standing({ PublicUrl: 'https://d1.test', ApiUrl: 'https://api.test', TableName: 'city', ...bucket })
    const { at, printed } = makeAt({ fetch: goodCity })
    await deploy(at, options({ check: false }))
    expect(printed.filter((line) => line.startsWith('✗'))).toEqual([])
    expect(printed.at(-1)).toBe('\nhttps://d1.test/')
    const effects = account.sent().filter((name) => !onlyReads.test(name))
    expect(effects).toEqual([
      ...['ExecuteChangeSetCommand', 'ExecuteChangeSetCommand', 'InvokeCommand', 'InvokeCommand'],
      ...['PutObjectCommand', 'PutObjectCommand', 'CreateInvalidationCommand', 'InvokeCommand', 'PutParameterCommand'],
    ])
    const again = makeAt({ fetch: goodCity })
    await deploy(again.at, options({ check: false }))
    expect(again.printed.at(-1)).toBe('\nhttps://d1.test/')
  })
  it('that fails its proof is written down, and says so', async () => {
    standing({ PublicUrl: 'https://d1.test', ApiUrl: 'https://api.test', TableName: 'city', ...bucket })
    const { at, printed } = makeAt({
      fetch: async (url, init) => {
        const said = await goodCity(url, init)
        said.headers.delete('strict-transport-security')
        return said
      },
    })
    await expect(deploy(at, options({ check: false }))).rejects.toThrow('One thing stands in the way')
    expect(printed.find((line) => line.startsWith('✗'))).toContain('has strict-transport-security: null')
    expect(account.sent().at(-1)).toBe('PutParameterCommand')
  })
  it('shows older pages only where the stack stands', async () => {
    await expect(showPages(makeAt().at, 'r1')).rejects.toThrow('not there yet')
  })
})

it('the report numbers steps, keeps what they said, and ends at a step that others need', async () => {
  const printed: string[] = []
  let clock = 0
  const { step, check, passed, lines } = report(
    (line) => printed.push(line),
    () => clock,
  )
  await step('one', async () => {
    clock = 12_340
    return { seen: 'fine\nand more' }
  })
  expect(await check('two', () => Promise.reject(new Error('broken')))).toBeUndefined()
  expect(printed).toEqual(['  1    12.3 s  one: fine', '                 and more', '✗ 2     0.0 s  two: broken'])
  expect(lines.map(({ name, seconds }) => [name, seconds])).toEqual([
    ['one', 12.3],
    ['two', 0],
  ])
  expect(passed).toThrow('One thing stands in the way.')
  await expect(step('three', () => Promise.reject(new Error('too')))).rejects.toThrow('2 things')
})
