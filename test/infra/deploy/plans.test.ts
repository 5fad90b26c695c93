import { DescribeStacksCommand, GetTemplateCommand } from '@aws-sdk/client-cloudformation'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { content, contentFor, incomplete } from '../../../infra/deploy/check/content.ts'
import { differences } from '../../../infra/deploy/check/differences.ts'
import { stacks } from '../../../infra/deploy/check/stacks.ts'
import { seed } from '../../../infra/seed/seed.ts'
import { makeEntity, makeProgram } from '../../make.ts'
import { templates } from '../assembly.ts'
import { makeAt, missing, openAccount } from './account.ts'

let account: ReturnType<typeof openAccount>
beforeEach(() => {
  account = openAccount()
})
const { at } = makeAt()
const prod = makeAt({}, { name: 'prod' }).at

describe('stacks', () => {
  const status = (StackStatus: string) =>
    account.cloudformation
      .on(DescribeStacksCommand)
      .resolves({ Stacks: [{ StackStatus, Outputs: [{ OutputKey: 'TableName', OutputValue: 'city' }] }] })
  it('may not be there yet, or stand and tell where things are', async () => {
    expect((await stacks(at)).seen).toBe('data not there yet; service not there yet')
    status('UPDATE_ROLLBACK_COMPLETE')
    expect((await stacks(at)).standing.data).toEqual({
      status: 'UPDATE_ROLLBACK_COMPLETE',
      outputs: { TableName: 'city' },
    })
    status('REVIEW_IN_PROGRESS')
    expect((await stacks(at)).standing).toEqual({})
  })
  it.each([
    ['UPDATE_IN_PROGRESS', 'by somebody else'],
    ['ROLLBACK_COMPLETE', 'aws cloudformation delete-stack --stack-name learning-city-dev-data'],
    ['UPDATE_ROLLBACK_FAILED', 'continue-update-rollback'],
  ])('that are %s are left alone', async (StackStatus, sentence) => {
    status(StackStatus)
    await expect(stacks(at)).rejects.toThrow(sentence)
  })
  it('hide no other fault', async () => {
    account.cloudformation.on(DescribeStacksCommand).rejects(missing('AccessDenied'))
    await expect(stacks(at)).rejects.toThrow('AccessDenied')
  })
})

describe('differences', () => {
  const now = templates('dev')
  const assembly = { folder: '', templates: now, needs: 6 }
  const standing = { data: { status: '', outputs: {} }, service: { status: '', outputs: {} } }
  const deployed = (change: (both: typeof now) => void) => {
    const before = structuredClone(now)
    change(before)
    account.cloudformation.on(GetTemplateCommand).callsFake(({ StackName }: { StackName: string }) => ({
      TemplateBody: JSON.stringify(StackName.endsWith('data') ? before.data : before.service),
    }))
  }
  const look = () => differences(at, assembly, standing)
  const firstOf = (type: string) => Object.entries(now.service.Resources).find(([, { Type }]) => Type === type)![0]

  it('are all resources at first, and then none', async () => {
    const first = await differences(at, assembly, {})
    expect(first.changes.every(({ what }) => what === 'made')).toBe(true)
    deployed(() => undefined)
    expect(await look()).toEqual({ changes: [], seen: 'none' })
  })
  it('name what changes, what is replaced and what goes', async () => {
    const alarm = firstOf('AWS::CloudWatch::Alarm')
    const lambda = firstOf('AWS::Lambda::Function')
    deployed(({ service }) => {
      service.Resources[alarm]!.Properties.Threshold = 77
      service.Resources[lambda]!.Properties.FunctionName = 'another'
      service.Resources.OldLog = { Type: 'AWS::Logs::LogGroup', Properties: {} }
    })
    const { seen } = await look()
    expect(seen).toContain('0 made, 1 changed, 2 replaced or deleted')
    expect(seen).toContain(`service: AWS::CloudWatch::Alarm ${alarm} is changed (Threshold)`)
    expect(seen).toContain(`service: AWS::Lambda::Function ${lambda} is replaced (FunctionName)`)
    expect(seen).toContain('service: AWS::Logs::LogGroup OldLog is deleted')
  })
  it('that would lose the table, the bucket or an address end the deploy', async () => {
    deployed(({ data }) => {
      data.Resources.TableCD117FA1!.Properties.KeySchema = [{ AttributeName: 'id', KeyType: 'HASH' }]
    })
    await expect(look()).rejects.toThrow('data: AWS::DynamoDB::GlobalTable TableCD117FA1 would be')
    deployed(({ service }) => {
      service.Resources.RequestsApiE263013A!.Properties.ProtocolType = 'WEBSOCKET'
    })
    await expect(look()).rejects.toThrow('AWS::ApiGatewayV2::Api RequestsApiE263013A would be')
  })
})

describe('content', () => {
  const today = '2026-11-23'
  const real = makeEntity({ demonstration: false })
  it('for prod leaves out what was made up, unless it is asked for by name', () => {
    const some = {
      ...seed,
      entities: [real, makeEntity({ slug: 'thu', demonstration: true })],
      programs: [makeProgram({ demonstration: true })],
    }
    expect(contentFor('prod', false, some)).toMatchObject({ entities: [real], programs: [], areas: seed.areas })
    expect(contentFor('prod', true, some)).toEqual({ ...some, demonstration: true })
    expect(contentFor('staging', false, some)).toBe(some)
  })
  it('closes a city in which no program takes gifts', async () => {
    expect(await content(prod, {}, false, today)).toMatchObject({
      closes: 'no program of the city takes gifts yet',
      seen: expect.stringContaining(`${seed.programs.length} programs of demonstration stay out`),
    })
    account.table.on(QueryCommand).resolves({ Items: [{ ...makeProgram({ demonstration: false }) }] })
    const standing = { data: { status: '', outputs: { TableName: 'city' } } }
    expect((await content(prod, standing, false, today)).closes).toBe('')
    expect((await content(at, {}, false, today)).closes).toBe('')
  })
  it('never ships beside demonstration data that prod holds already', async () => {
    account.table.on(QueryCommand).resolves({ Items: [{ slug: 'heo', demonstration: true }] })
    const standing = { data: { status: '', outputs: { TableName: 'city' } } }
    await expect(content(prod, standing, false, today)).rejects.toThrow('prod holds what was made up: heo')
    await content(at, standing, false, today)
  })
  it('knows what an entity lacks before it may take money', () => {
    expect(incomplete(real, today)).toEqual([])
    expect(incomplete({ ...real, taxCode: '12' }, today)).toEqual(['taxCode'])
    expect(incomplete({ ...real, phone: ' ', accountingOfficer: '' }, today)).toEqual(['phone', 'accountingOfficer'])
    const past = [{ ...real.accounts[0]!, to: '2026-01-31' }]
    expect(incomplete({ ...real, accounts: past }, today)).toEqual(['an account that is open today'])
  })
})
