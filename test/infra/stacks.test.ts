import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { table } from '../../functions/store/keys.ts'
import { stages } from '../../infra/stages.ts'
import { ofType, type Resource, templates } from './assembly.ts'

/** What cannot be made anew without losing data, subscribers or an address. */
const stateful =
  /^AWS::(DynamoDB::\w*Table|S3::Bucket|SNS::Topic|SQS::Queue|KMS::Key|Cognito::UserPool|CloudFront::Distribution|ApiGatewayV2::Api)$/

type Both = ReturnType<typeof templates>
const of = {} as Record<keyof typeof stages, Both>
const only = (whole: Both['data'], type: string): Resource => {
  const found = ofType(whole, type)
  expect([type, found.length]).toEqual([type, 1])
  return found[0]![1]
}

beforeAll(() => {
  for (const { name } of Object.values(stages)) of[name] = templates(name)
})

describe('what must outlive us', () => {
  it.each(['dev', 'staging', 'prod'] as const)('is kept and protected in %s', (name) => {
    const { data } = of[name]
    const made = only(data, 'AWS::DynamoDB::GlobalTable')
    expect([made.DeletionPolicy, made.UpdateReplacePolicy]).toEqual(['Retain', 'Retain'])
    expect(made.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: table.partition, KeyType: 'HASH' },
        { AttributeName: table.sort, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [{ IndexName: table.index.name, Projection: { ProjectionType: 'ALL' } }],
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
      TimeToLiveSpecification: { AttributeName: table.expiry, Enabled: true },
      Replicas: [
        {
          Region: stages[name].region,
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: {
            PointInTimeRecoveryEnabled: true,
            RecoveryPeriodInDays: stages[name].restorableDays,
          },
        },
      ],
    })
    const buckets = ofType(data, 'AWS::S3::Bucket')
    for (const [, bucket] of buckets) {
      expect([bucket.DeletionPolicy, bucket.UpdateReplacePolicy]).toEqual(['Retain', 'Retain'])
      expect(bucket.Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      })
    }
    const policies = ofType(data, 'AWS::S3::BucketPolicy').map(([, { Properties }]) => JSON.stringify(Properties))
    expect(policies).toHaveLength(buckets.length)
    for (const policy of policies) {
      expect(policy).toContain('"aws:SecureTransport":"false"')
      expect(policy).not.toContain('ListBucket')
    }
    const [site, statements] = buckets.map(([, { Properties }]) => Properties)
    expect(site).toMatchObject({ VersioningConfiguration: { Status: 'Enabled' } })
    expect(site).not.toHaveProperty('LifecycleConfiguration')
    // Payers' names, for a month, and no door to the world.
    expect(statements).toMatchObject({ LifecycleConfiguration: { Rules: [{ ExpirationInDays: 31 }] } })
    expect(policies.filter((policy) => policy.includes('cloudfront'))).toHaveLength(1)
  })
  it('has the names that are written down; another name would be an empty table', () => {
    const file = readFileSync(join(import.meta.dirname, '../../infra/stateful-ids.json'), 'utf8')
    const locked: Record<string, Record<string, string>> = JSON.parse(file)
    for (const stacks of Object.values(of))
      for (const [name, { Resources }] of Object.entries(stacks)) {
        const kept = Object.entries(Resources).filter(([, { Type }]) => stateful.test(Type))
        expect(Object.fromEntries(kept.map(([id, { Type }]) => [id, Type]))).toEqual(locked[name])
      }
  })
})

describe('what addresses are looked up by', () => {
  it('is a part of the id of the stack that stays, handed to every function', () => {
    for (const [name, { data, service }] of Object.entries(of)) {
      const exported = `learning-city-${name}-data-AddressKey`
      expect(data.Outputs?.AddressKey).toEqual({
        Value: { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] },
        Export: { Name: exported },
      })
      for (const [, { Properties }] of ofType(service, 'AWS::Lambda::Function')) {
        const { Variables } = Properties.Environment as { Variables: object }
        expect(Variables).toMatchObject({ ADDRESS_KEY: { 'Fn::ImportValue': exported } })
      }
    }
  })
})

describe('both stacks', () => {
  it('hold no custom resource, no nested stack, no policy of its own, and few resources', () => {
    for (const [stage, stacks] of Object.entries(of))
      for (const [name, { Resources }] of Object.entries(stacks)) {
        const kinds = Object.values(Resources).map(({ Type }) => Type)
        expect(kinds.filter((kind) => /^Custom|CustomResource|CloudFormation::Stack|IAM::Policy/.test(kind))).toEqual(
          [],
        )
        // Functions are invoked by roles; only the event bus has none for them.
        expect(kinds.filter((kind) => kind === 'AWS::Lambda::Permission').length).toBe(
          kinds.filter((kind) => kind === 'AWS::Events::Rule').length,
        )
        console.info(`${stage} ${name}: ${kinds.length} resources`)
        expect(kinds.length).toBeLessThan(400)
      }
  })
  it('use only intrinsics that the laptop understands', () => {
    const known = /^(Ref|Fn::(GetAtt|Join|Sub|If|Equals|ImportValue|Select|Split))$/
    const used = new Set<string>()
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [name, each] of Object.entries(value)) {
        if (/^(Ref|Condition|Fn::\w+)$/.test(name) && name !== 'Condition') used.add(name)
        walk(each)
      }
    }
    walk(of)
    expect([...used].filter((name) => !known.test(name))).toEqual([])
    expect(used.size).toBeGreaterThan(4)
  })
  it('differ between stages in settings only', () => {
    for (const part of ['data', 'service'] as const)
      for (const name of ['staging', 'prod'] as const)
        expect(Object.keys(of[name][part].Resources)).toEqual(Object.keys(of.dev[part].Resources))
  })
})
