import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAssembly } from '../../../infra/local/assembly.ts'
import { rulesOf } from '../../../infra/local/edge/behaviors.ts'
import { readEdge } from '../../../infra/local/edge/shape.ts'
import { partsOf } from '../../../infra/local/parts.ts'
import { synthesized } from '../../../infra/local/synth.ts'
import { open } from './distribution.ts'

const folder = mkdtempSync(join(tmpdir(), 'assembly-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** An assembly of these stacks, in this order. */
function write(stacks: Record<string, object>): string {
  const artifacts = Object.entries(stacks).map(([name, template]) => {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(template))
    const properties = { templateFile: `${name}.json` }
    return [name, { type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/ap-southeast-1', properties }]
  })
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ artifacts: Object.fromEntries(artifacts) }))
  return folder
}
const topic = (Properties: object) => ({ Type: 'AWS::SNS::Topic', Properties })
/** What a text in a template becomes. */
function resolved(value: unknown, more: object = {}, parameters = {}): unknown {
  const { resources } = readAssembly(write({ city: { Resources: { Topic: topic({ value }) }, ...more } }), parameters)
  return resources[0]?.properties.value
}

describe('a template', () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: CloudFormation's own braces
  const other = { Resources: { Topic: topic({}), Table: { Type: 'AWS::DynamoDB::GlobalTable' } } }
  it.each([
    [{ Ref: 'AWS::Region' }, 'ap-southeast-1'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::AccountId' }]] }, 'a-000000000000'],
    [{ 'Fn::Sub': 'x-${AWS::Region}-${!kept}' }, 'x-ap-southeast-1-${kept}'],
    [{ 'Fn::Sub': ['${a}/${AWS::StackName}', { a: 'one' }] }, 'one/city'],
    [{ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    [
      ['a', { Ref: 'AWS::NoValue' }, { b: { Ref: 'AWS::NoValue' } }],
      ['a', {}],
    ],
  ])('carries out %j', (value, made) => {
    expect(resolved(value)).toEqual(made)
  })
  it('knows the names and addresses of its resources', () => {
    const found = readAssembly(
      write({
        city: {
          Resources: {
            ...other.Resources,
            Says: topic({
              table: { Ref: 'Table' },
              stream: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
              topic: { Ref: 'Topic' },
            }),
          },
        },
      }),
    ).resources.find(({ id }) => id === 'Says')
    expect(found?.properties).toEqual({
      table: 'city-table',
      stream: 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/city-table/stream/local',
      topic: 'arn:aws:sns:ap-southeast-1:000000000000:city-topic',
    })
  })
  it('decides by parameters and conditions', () => {
    const more = {
      Parameters: { Origin: { Type: 'String', Default: '' } },
      Conditions: { None: { 'Fn::Equals': [{ Ref: 'Origin' }, ''] }, Some: { 'Fn::Not': [{ Condition: 'None' }] } },
    }
    const value = [
      { 'Fn::If': ['None', 'none', { Ref: 'Origin' }] },
      { 'Fn::If': ['Some', 'some', { Ref: 'AWS::NoValue' }] },
    ]
    expect(resolved(value, more)).toEqual(['none'])
    expect(resolved(value, more, { Origin: 'http://here' })).toEqual(['http://here', 'some'])
  })
  it('reads what another stack exports, whichever comes first', () => {
    const { resources, outputs } = readAssembly(
      write({
        city: { Resources: { Topic: topic({ value: { 'Fn::ImportValue': 'data:T' } }) } },
        data: { ...other, Outputs: { T: { Value: { Ref: 'Table' }, Export: { Name: 'data:T' } } } },
      }),
    )
    expect(resources[0]?.properties.value).toBe('data-table')
    expect(outputs.data).toEqual({ T: 'data-table' })
  })
  it('reads a part of another stack’s own id', () => {
    const part = (place: number) => ({ 'Fn::Select': [place, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] })
    const Outputs = {
      Name: { Value: part(1), Export: { Name: 'data-Name' } },
      Key: { Value: part(2), Export: { Name: 'data-Key' } },
    }
    const value = [{ 'Fn::ImportValue': 'data-Name' }, { 'Fn::ImportValue': 'data-Key' }]
    const { resources } = readAssembly(write({ city: { Resources: { Topic: topic({ value }) } }, data: { Outputs } }))
    expect(resources[0]?.properties.value).toEqual(['data', expect.stringMatching(/^[0-9a-f-]{36}$/)])
  })
  it.each([
    [{ 'Fn::Cidr': ['10.0.0.0/16', 1] }, 'the template uses Fn::Cidr, which the local runner does not understand'],
    [{ Ref: 'Nobody' }, 'city refers to Nobody, which is not there'],
    [{ 'Fn::GetAtt': ['Topic', 'Color'] }, 'city reads Color of Topic'],
    [{ 'Fn::ImportValue': 'x' }, 'city imports x, which no stack exports'],
    [{ 'Fn::Select': [3, ['a']] }, 'Fn::Select asks for part 3 of 1'],
  ])('stops at %j with one sentence', (value, sentence) => {
    expect(() => resolved(value)).toThrow(sentence)
  })
  it('stops at a resource that the runner does not understand, and at a broken file', () => {
    const queue = { Resources: { Mail: { Type: 'AWS::SQS::Queue' } } }
    expect(() => readAssembly(write({ city: queue }))).toThrow(
      'city holds Mail, a AWS::SQS::Queue, which the local runner does not understand',
    )
    write({ city: {} })
    writeFileSync(join(folder, 'city.json'), '{ half')
    expect(() => readAssembly(folder)).toThrow(/the cloud assembly is broken: .*city\.json is no JSON/)
    expect(() => readAssembly(join(folder, 'nowhere'))).toThrow(/manifest\.json cannot be read/)
  })
  it('stops at a property that it would not carry out', () => {
    const Properties = { Name: 'api', ProtocolType: 'HTTP', CorsConfiguration: {} }
    const api = { Resources: { Api: { Type: 'AWS::ApiGatewayV2::Api', Properties } } }
    expect(() => partsOf(readAssembly(write({ city: api })))).toThrow(
      'Api, a AWS::ApiGatewayV2::Api: the local runner does not understand CorsConfiguration',
    )
  })
})

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: no more templates
describe('the city’s own assembly', () => {
  let own: string
  beforeAll(async () => {
    own = (await synthesized()).folder
  })
  it('holds nothing that the runner does not understand', () => {
    const assembly = readAssembly(own, {
      PublicOrigin: 'http://127.0.0.1:1',
      PaymentOrigins: 'http://127.0.0.1:2 http://127.0.0.1:3 http://127.0.0.1:4 http://127.0.0.1:5 http://127.0.0.1:6',
    })
    const parts = partsOf(assembly)
    const hosts = [...parts.buckets, ...parts.apis].map(({ domain }) => domain)
    expect(rulesOf(readEdge(assembly), new Set(hosts)).length).toBeGreaterThan(1)
    expect(parts.tables).toHaveLength(1)
    const give = parts.functions.find(({ verb }) => verb === 'donations/give')
    expect(give?.environment).toMatchObject({
      PUBLIC_ORIGIN: 'http://127.0.0.1:1',
      TABLE_NAME: parts.tables[0]?.name,
      ADDRESS_KEY: expect.stringMatching(/^[0-9a-f-]{36}$/),
      SITE_BUCKET: parts.buckets[0]?.name,
      VNPAY_PAY_URL: 'http://127.0.0.1:2/paymentv2/vpcpay.html',
      MOMO_API_URL: 'http://127.0.0.1:3/v2/gateway/api',
      ZALOPAY_API_URL: 'http://127.0.0.1:4/v2',
      STRIPE_API_URL: 'http://127.0.0.1:5',
    })
    expect(parts.apis[0]?.routes.map(({ key }) => key)).toContain('POST /api/donations')
    expect(parts.bells.map(({ table }) => table)).toEqual([parts.tables[0]?.name, parts.tables[0]?.name])
    expect(parts.rules.map(({ run }) => run)).toEqual(['learning-city-dev-mail-bounce'])
    expect(parts.letters).toEqual([{ set: 'learning-city-dev', events: ['bounce', 'complaint', 'reject'] }])
  })
  it('lets a provider’s notification through its edge with what it is signed by, and nothing else', async () => {
    const { resources } = readAssembly(own)
    const here = resources.map((each) => {
      if (each.type !== 'AWS::CloudFront::Distribution') return each
      const config = each.properties.DistributionConfig as { Origins: { CustomOriginConfig?: object }[] }
      const Origins = config.Origins.map((origin) => ({
        ...origin,
        DomainName: origin.CustomOriginConfig ? 'api.cloud' : 'site.s3.cloud',
      }))
      return { ...each, properties: { DistributionConfig: { ...config, Origins } } }
    })
    const { ask, asked } = await open(here)
    const signed = {
      ...{ 'stripe-signature': 't=1,v1=a', 'x-sepay-signature': 'sha256=b', 'x-sepay-timestamp': '1' },
      ...{ authorization: 'Apikey c', 'content-type': 'application/json' },
    }
    const foreign = { 'x-other': 'x', cookie: 'a=1', 'x-origin-key': 'mine', 'x-public-host': 'evil.test' }
    const sent = { method: 'POST', headers: { ...signed, ...foreign, host: 'city.test' }, body: '{ "a":1 }' }
    expect((await ask('/api/payments/stripe/ipn?b=%2B', sent)).status).toBe(200)
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/api/payments/stripe/ipn?b=%2B', body: '{ "a":1 }' })
    expect(asked[0]!.headers).toMatchObject({ ...signed, 'x-public-host': 'city.test' })
    expect(asked[0]!.headers['cloudfront-viewer-address']).toMatch(/^127\.0\.0\.1:\d+$/)
    expect(asked[0]!.headers['x-origin-key']).not.toBe('mine')
    for (const name of ['x-other', 'cookie']) expect(asked[0]!.headers).not.toHaveProperty(name)
    await ask('/api/donations', sent)
    for (const name of Object.keys(signed).slice(0, 4)) expect(asked[1]!.headers).not.toHaveProperty(name)
  })
  it('leaves no text of a template unresolved', () => {
    const whole = JSON.stringify(partsOf(readAssembly(own)))
    expect(whole).not.toMatch(/"Ref":|"Fn::|\$\{AWS/)
  })
})
