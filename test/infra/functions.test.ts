import { beforeAll, describe, expect, it } from 'vitest'
import { changes, clock, commands, events, type RequestTrigger, requests } from '../../functions/triggers.ts'
import { nameOf } from '../../infra/bundle.ts'
import { routeOf } from '../../infra/requests.ts'
import { ofType, templates } from './assembly.ts'

type Both = ReturnType<typeof templates>
const of = {} as Record<'dev' | 'prod', Both>
const rows = [...requests, ...changes, ...clock, ...events, ...commands]

beforeAll(() => {
  for (const name of ['dev', 'prod'] as const) of[name] = templates(name)
})

describe('every row of triggers.ts', () => {
  it('is one function, as the row says', () => {
    const functions = ofType(of.dev.service, 'AWS::Lambda::Function').map(([, { Properties }]) => Properties)
    expect(functions.map(({ FunctionName }) => FunctionName).sort()).toEqual(
      rows.map(({ run }) => `learning-city-dev-${nameOf(run)}`).sort(),
    )
    for (const row of rows as readonly RequestTrigger[]) {
      const made = functions.find(({ FunctionName }) => FunctionName === `learning-city-dev-${nameOf(row.run)}`)!
      expect(made).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        Timeout: row.timeoutSeconds ?? 10,
        MemorySize: row.memoryMb ?? 256,
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON' },
      })
      expect(made.ReservedConcurrentExecutions).toBeUndefined()
      const { Variables } = made.Environment as { Variables: Record<string, unknown> }
      expect(Variables.STAGE).toBe('dev')
      for (const name of ['TABLE_NAME', 'ORIGIN_KEY', 'ADDRESS_KEY', 'PUBLIC_ORIGIN', 'VNPAY_PAY_URL', 'VNPAY_API_URL'])
        expect(Variables).toHaveProperty(name)
      expect(Variables.CACHE_SECONDS).toBe(row.cacheSeconds === undefined ? undefined : `${row.cacheSeconds}`)
      expect('SITE_BUCKET' in Variables).toBe(row.objects !== undefined)
      expect(Variables.SECRETS_PREFIX).toBe(row.secrets ? '/learning-city/dev' : undefined)
    }
  })
  it('rings when many notifications are forged', () => {
    const [alarm] = ofType(of.prod.service, 'AWS::CloudWatch::Alarm')
      .map(([, { Properties }]) => Properties as Record<string, unknown>)
      .filter(({ MetricName }) => MetricName === 'ForgedNotification')
    expect(alarm).toMatchObject({
      Namespace: 'LearningCity',
      Dimensions: [
        { Name: 'function', Value: expect.stringContaining('settle-') },
        { Name: 'stage', Value: 'prod' },
      ],
      Period: 300,
      Threshold: 20,
    })
  })
  it('has a log that ends and an alarm that says who is hurt and what to run first', () => {
    const logs = ofType(of.prod.service, 'AWS::Logs::LogGroup').map(([, { Properties }]) => Properties)
    const all = ofType(of.prod.service, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties)
    const alarms = all.filter(({ Namespace }) => Namespace !== 'LearningCity')
    expect(logs.every(({ RetentionInDays }) => RetentionInDays === 400)).toBe(true)
    for (const { AlarmActions, AlarmDescription } of all) {
      expect(AlarmActions).toHaveLength(1)
      expect(JSON.stringify(AlarmDescription)).toMatch(/First: aws /)
    }
    for (const { run, impact } of rows) {
      const name = `/learning-city/prod/${run}`
      expect(logs.filter(({ LogGroupName }) => LogGroupName === name)).toHaveLength(1)
      const said = alarms.filter(({ AlarmDescription }) => `${AlarmDescription}`.includes(` ${name} `))
      expect([run, said.length]).toEqual([run, 1])
      expect(`${said[0]!.AlarmDescription}`.startsWith(impact)).toBe(true)
      const watched = (said[0]!.Metrics as { MetricStat?: { Metric: { MetricName: string } } }[]).flatMap(
        ({ MetricStat }) => (MetricStat ? [MetricStat.Metric.MetricName] : []),
      )
      const asked = requests.some((request) => request.run === run)
      expect([run, watched.sort()]).toEqual([run, asked ? ['5xx', 'Errors', 'Throttles'] : ['Errors', 'Throttles']])
    }
  })
  it('costs a request at most six resources, and one for each metric that it watches', () => {
    for (const { run } of requests) {
      const name = nameOf(run).replaceAll('-', '')
      const own = Object.keys(of.dev.service.Resources).filter((id) =>
        new RegExp(`^Requests${name}(Log|Role|Function|Alarm|Integration|Route)[0-9A-F]{8}$`).test(id),
      )
      expect([run, own.length]).toEqual([run, 6])
    }
    const watched = requests.flatMap((row) => ('watches' in row ? [...row.watches] : [])).length
    const shared = Object.keys(of.dev.service.Resources).filter((id) => id.startsWith('Requests'))
    expect(shared.length).toBeLessThanOrEqual(6 * requests.length + 4 + watched)
  })
  it('is reached: routes, bells, clocks, and commands by nobody but operators', () => {
    const { service } = of.dev
    const routes = ofType(service, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties.RouteKey)
    expect(routes.sort()).toEqual(requests.map((row) => routeOf(row)).sort())
    expect(routes).toContain('$default')
    for (const [, { Properties }] of ofType(service, 'AWS::ApiGatewayV2::Integration'))
      expect(Properties).toMatchObject({
        PayloadFormatVersion: '2.0',
        CredentialsArn: { 'Fn::GetAtt': expect.any(Array) },
      })
    const bells = ofType(service, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties)
    expect(bells).toHaveLength(changes.length)
    for (const [place, { family }] of changes.entries())
      expect(bells[place]).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        FilterCriteria: {
          Filters: [
            {
              Pattern: JSON.stringify({
                eventName: ['INSERT', 'MODIFY'],
                dynamodb: { Keys: { pk: { S: [{ prefix: `${family}#` }] } } },
              }),
            },
          ],
        },
      })
    const schedules = ofType(service, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => Properties)
    expect(schedules).toHaveLength(clock.length + changes.filter((row) => 'sweepMinutes' in row).length)
    const [rule, ...others] = ofType(service, 'AWS::Events::Rule')
    expect(others).toEqual([])
    expect(rule![1].Properties.EventPattern).toEqual({
      source: ['aws.ses'],
      'detail-type': ['Email Bounced', 'Email Complaint Received', 'Email Rejected'],
      detail: { mail: { tags: { 'ses:configuration-set': ['learning-city-dev'] } } },
    })
    const [permission] = ofType(service, 'AWS::Lambda::Permission').map(([, { Properties }]) => Properties)
    expect(permission).toMatchObject({
      Principal: 'events.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [rule![0], 'Arn'] },
    })
    const [told] = ofType(service, 'AWS::SES::ConfigurationSetEventDestination').map(([, { Properties }]) => Properties)
    expect(told).toMatchObject({ EventDestination: { MatchingEventTypes: ['bounce', 'complaint', 'reject'] } })
    for (const { run } of commands) {
      const id = ofType(service, 'AWS::Lambda::Function').find(
        ([, { Properties }]) => Properties.FunctionName === `learning-city-dev-${nameOf(run)}`,
      )![0]
      const others = ['AWS::ApiGatewayV2::Integration', 'AWS::Scheduler::Schedule', 'AWS::Lambda::EventSourceMapping']
      const callers = others.flatMap((type) => ofType(service, type))
      expect(JSON.stringify(callers)).not.toContain(id)
    }
  })
})
