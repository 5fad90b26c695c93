import { createServer } from 'node:http'
import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch'
import { mockClient } from 'aws-sdk-client-mock'
import { describe, expect, it } from 'vitest'
import { awsOf } from '../../../infra/deploy/aws.ts'
import { listen } from '../../../infra/local/serve.ts'
import { ringing } from '../../../infra/office/alarms.ts'
import { officeOf } from '../../../infra/office/money.ts'
import type { Office } from '../../../infra/office/office.ts'
import { stageOf } from '../../../infra/stages.ts'
import { ofType, templates } from '../assembly.ts'
import { openOffice } from './desk.ts'

const stage = stageOf('dev')
const today = {
  at: '2026-11-23T07:00:00.000Z',
  giving: { v: 1, open: false, since: '2026-11-23T06:00:00.000Z', reason: { vi: 'bảo trì' } },
  received: {
    providers: [
      { provider: 'vnpay', gifts: 2, vnd: 70_000 },
      { provider: 'bank', gifts: 1, vnd: 5_000 },
    ],
    isWhole: false,
  },
  pending: [{ provider: 'momo', attempts: 3 }],
  reviews: { open: 2, oldestAt: '2026-11-20T07:00:00.000Z' },
  heard: { vnpay: '2026-11-23T06:59:00.000Z' },
  refunds: [{ amountVnd: 20_000 }],
  payouts: [],
  unallocated: { sums: 1, vnd: 70_000 },
  reports: [{ name: { vi: 'Heo đất', en: 'Piggy bank' }, dueOn: '2026-11-20', isLate: true }],
}
async function shown(over: Partial<Office> = {}): Promise<string> {
  const { type, said } = openOffice({ 'office/today': today }, over)
  await type(['today'])
  return said()
}

describe('npm run money -- today', () => {
  it('shows the day', async () => {
    const said = await shown()
    for (const text of ['ngừng nhận góp: bảo trì', '3 khoản, 75.000 ₫', 'ít nhất', '3 (MoMo 3)', '2, cũ nhất 3 ngày'])
      expect(said).toContain(text)
    for (const text of [
      'VNPAY 13:59 23/11/2026',
      'Đang hoàn tiền: 1, 20.000 ₫',
      'Báo cáo trễ: Heo đất, hẹn 20/11/2026',
    ])
      expect(said).toContain(text)
  })
  it('says which alarms ring, since when, whom that hurts and what to run first', async () => {
    expect(await shown()).toMatch(/\nBáo động: không có$/)
    const alarms = async () => [
      { impact: 'donors cannot give', first: 'aws logs tail /x', since: '2026-11-23T06:30:00.000Z' },
      { impact: 'somebody’s own alarm', first: '', since: '2026-11-23T06:40:00.000Z' },
    ]
    const lines = ['Báo động từ 13:30 23/11/2026: người góp không góp được', '   Làm trước hết: aws logs tail /x']
    expect(await shown({ alarms })).toContain(
      `\n${[...lines, 'Báo động từ 13:40 23/11/2026: somebody’s own alarm'].join('\n')}`,
    )
    expect(await shown({ alarms, lang: 'en' })).toContain(': donors cannot give\n   First: aws logs tail /x')
  })
  it('shows the day all the same where nobody can tell of alarms', async () => {
    const { lambda } = awsOf(stage.region)
    const hands = { ask: async () => '', sure: true, print: () => undefined }
    const { alarms } = officeOf({ lambda, stage, by: 'Lan' }, 'vi', hands)
    expect(await shown({ alarms })).toMatch(/Heo đất.*\nBáo động: trên máy này không có; .*npm start$/)
  })
})

describe('the alarms of a stage', () => {
  const client = new CloudWatchClient({ region: stage.region })
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 6, minute))

  it('are those of its service stack that ring, from every page, the oldest first', async () => {
    const [of] = ofType(templates('dev').service, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties)
    // CloudFormation names them; one with a name of its own would not be found by its stack's.
    expect(of).not.toHaveProperty('AlarmName')
    const cloudwatch = mockClient(CloudWatchClient)
    cloudwatch.on(DescribeAlarmsCommand).callsFake(({ NextToken }: { NextToken?: string }) =>
      NextToken
        ? { MetricAlarms: [{ AlarmDescription: of!.AlarmDescription, StateTransitionedTimestamp: at(1) }] }
        : {
            MetricAlarms: [{ AlarmName: 'x', StateUpdatedTimestamp: at(2) }],
            NextToken: 'more',
          },
    )
    const found = await ringing(client, stage, 'vi')
    const [impact, first] = String(of!.AlarmDescription).split('. First: ')
    expect(found).toEqual([
      { impact, first, since: at(1).toISOString() },
      { impact: 'x', first: '', since: at(2).toISOString() },
    ])
    expect(cloudwatch.commandCalls(DescribeAlarmsCommand)[0]!.args[0].input).toMatchObject({
      ...{ AlarmNamePrefix: 'learning-city-dev-service-', StateValue: 'ALARM' },
    })
    cloudwatch.on(DescribeAlarmsCommand).resolves({})
    expect(await ringing(client, stage, 'vi')).toEqual([])
    for (const [name, vi, en] of [
      ['AccessDenied', 'vai trò của bạn không được xem', 'your role may not see them'],
      ['AbortError', 'AWS không trả lời;', 'AWS did not answer;'],
      ['ThrottlingException', 'AWS báo lỗi ThrottlingException', 'AWS reports ThrottlingException'],
    ] as const) {
      cloudwatch.on(DescribeAlarmsCommand).rejects(Object.assign(new Error('of AWS'), { name }))
      expect(await ringing(client, stage, 'vi')).toContain(vi)
      expect(await ringing(client, stage, 'en')).toContain(en)
    }
    cloudwatch.restore()
  })
  it('are not waited for long', async () => {
    const silent = await listen(createServer(() => undefined))
    const credentials = { accessKeyId: 'officer', secretAccessKey: 'test' }
    const slow = new CloudWatchClient({ region: stage.region, endpoint: silent.origin, credentials })
    expect(await ringing(slow, stage, 'en', 0.1)).toContain('AWS did not answer')
    slow.destroy()
    await silent.close()
  })
})
