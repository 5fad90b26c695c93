import { beforeAll, describe, expect, it } from 'vitest'
import { type Gateways, payOrigins, real, sandbox } from '../../infra/stages.ts'
import { templates } from './assembly.ts'

type Service = ReturnType<typeof templates>['service']
let dev: Service
let prod: Service

beforeAll(() => {
  dev = templates('dev').service
  prod = templates('prod').service
})

describe('parameters', () => {
  it('take origins, and nothing that could break out of the policy', () => {
    const pattern = (service: Service, name: string) =>
      new RegExp(`^(?:${service.Parameters?.[name]?.AllowedPattern})$`)
    for (const good of ['', [1, 2, 3, 4, 5].map((port) => `http://127.0.0.1:${port}`).join(' ')])
      expect([good, pattern(dev, 'PaymentOrigins').test(good)]).toEqual([good, true])
    for (const bad of [
      `https://e.example https://b.example https://c.example https://d.example https://a.example; script-src 'unsafe-inline'`,
      'https://e.example https://b.example https://c.example https://d.example https://a.example/',
      'https://a.example',
      'a.example',
      '*',
    ])
      expect([bad, pattern(dev, 'PaymentOrigins').test(bad)]).toEqual([bad, false])
    const all = (of: Gateways) => `${payOrigins(of)} ${new URL(of.bank.api).origin}`
    for (const bad of [
      `${all({ ...real, momo: sandbox.momo })}`,
      `${all({ ...real, bank: sandbox.bank })}`,
      `${all(real).replace('https://pay', 'http://pay')}`,
      `${all({ ...real, stripe: { ...real.stripe, pay: 'https://127.0.0.1:1' } })}`,
    ])
      expect([bad, pattern(prod, 'PaymentOrigins').test(bad)]).toEqual([bad, false])
    expect(pattern(prod, 'PaymentOrigins').test(all(real))).toBe(true)
    expect(pattern(dev, 'PublicOrigin').test('https://city.example/')).toBe(false)
  })
  it('are three, and the outputs are those that scripts read', () => {
    expect(Object.keys(dev.Parameters ?? {})).toEqual(['PublicOrigin', 'PaymentOrigins', 'MailFrom'])
    expect(Object.keys(dev.Outputs ?? {})).toEqual(
      expect.arrayContaining([
        ...[
          'PublicUrl',
          'ApiUrl',
          'TableName',
          'SiteBucketName',
          'StatementsBucketName',
          'DistributionId',
          'AlarmTopicArn',
        ],
      ]),
    )
  })
})
