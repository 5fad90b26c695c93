import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { PutParameterCommand } from '@aws-sdk/client-ssm'
import { beforeEach, describe, expect, it } from 'vitest'
import { orderOf, ready, tell, turnGiving } from '../../../infra/deploy/giving.ts'
import { keepSecret } from '../../../infra/deploy/secret.ts'
import { real, stageOf } from '../../../infra/stages.ts'
import { makeAt, missing, now, openAccount, vnpay } from './account.ts'

let account: ReturnType<typeof openAccount>
beforeEach(() => {
  account = openAccount()
})

describe('npm run secret', () => {
  const keep = (name: string, text: string) => {
    const { at, printed } = makeAt()
    return keepSecret(at, name, text).then(() => printed.join('\n'))
  }
  it('keeps a SecureString of the right shape and never prints it', async () => {
    expect(await keep('vnpay', `${vnpay}\n`)).toBe(
      '/learning-city/dev/vnpay is kept (version 1); functions read it within five minutes.',
    )
    expect(account.ssm.commandCalls(PutParameterCommand)[0].args[0].input).toEqual({
      ...{ Name: '/learning-city/dev/vnpay', Value: vnpay, Type: 'SecureString', Overwrite: true },
    })
  })
  it('refuses what no function could read, before anything is sent', async () => {
    const error = await keep('vnpay', '{"tmnCode":"hush"}').catch((error: Error) => error)
    expect(String(error)).toContain('the secret is not vnpay: {"tmnCode", "hashSecret"}')
    expect(String(error)).not.toContain('hush')
    await expect(keep('visa', '{}')).rejects.toThrow('There is no secret visa; there are bank, momo')
    expect(account.sent()).toEqual([])
  })
  it('refuses a test account for prod, where a gift is money', async () => {
    const text = JSON.stringify({ secretKey: 'sk_test_hushhush1', webhookSecret: 'whsec_0123456789' })
    const { at } = makeAt()
    const error = await keepSecret({ ...at, stage: stageOf('prod') }, 'stripe', text).catch((error: Error) => error)
    expect(String(error)).toContain('the secret stripe is a test account')
    expect(String(error)).not.toContain('hush')
    expect(account.sent()).toEqual([])
    expect(await keep('stripe', text)).toContain('/learning-city/dev/stripe is kept')
  })
})

describe('npm run giving', () => {
  it('reads what was typed', () => {
    expect(orderOf(undefined)).toEqual({})
    expect(orderOf('on', 'unused')).toEqual({ open: true })
    expect(orderOf('off', 'bảo trì', 'maintenance')).toEqual({
      open: false,
      reason: { vi: 'bảo trì', en: 'maintenance' },
    })
    expect(() => orderOf('off')).toThrow('Say why')
    expect(() => orderOf('of', 'x')).toThrow('neither on nor off')
  })
  it('turns through the command, and says what people now see', async () => {
    const { at } = makeAt()
    expect(await turnGiving(at.aws.lambda, 'learning-city-dev-giving-turn', { open: true })).toBe('Giving is open.')
    const giving = { v: 1, open: false, since: '2026-11-23T07:00:00.000Z', reason: { vi: 'bảo trì' } } as const
    const said = tell({ giving, changed: true })
    expect(said).toContain('Giving is closed since')
    expect(said).toContain('within a minute')
    expect(said).toContain('--reason-en adds one')
    expect(tell({ giving, changed: false })).toContain('(as before)')
  })
  it('does not open a stage that lacks something', async () => {
    const { at } = makeAt({}, { name: 'prod', gateways: real })
    await expect(ready(at, now)).rejects.toThrow(/Giving stays closed: prod has no domain.*; no program of the city/)
    account.cloudformation.on(DescribeStacksCommand).rejects(missing('AccessDenied'))
    await expect(ready(at, now)).rejects.toThrow('AccessDenied')
    account = openAccount()
    await ready(makeAt().at, now)
  })
})
