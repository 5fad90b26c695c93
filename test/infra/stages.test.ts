import { describe, expect, it } from 'vitest'
import { check, real, sandbox, stageOf, stages } from '../../infra/stages.ts'

describe('stages', () => {
  it('are dev, staging and prod, and each is sound', () => {
    expect(Object.keys(stages)).toEqual(['dev', 'staging', 'prod'])
    for (const stage of Object.values(stages)) expect(stageOf(stage.name)).toBe(stage)
  })
  it('are refused by name if there is none, in one sentence', () => {
    for (const name of ['nowhere', '', 'toString', '__proto__', 'PROD'])
      expect(() => stageOf(name)).toThrow(`stage "${name}" is unknown; there are dev, staging, prod`)
  })
  it('never let prod use a sandbox', () => {
    expect(() => check({ ...stages.prod, gateways: sandbox })).toThrow(/prod must use real gateways/)
    expect(() => check({ ...stages.prod, gateways: { ...sandbox, kind: 'real' } })).toThrow(/real gateways/)
    const local = { ...real, vnpay: { ...real.vnpay, api: 'http://127.0.0.1:1/api' } }
    expect(() => check({ ...stages.prod, gateways: local })).toThrow(/real gateways/)
    expect(check({ ...stages.staging, gateways: real }).gateways.kind).toBe('real')
  })
  it('take a certificate only from where CloudFront looks', () => {
    const domain = (region: string) => ({
      name: 'city.example',
      certificateArn: `arn:aws:acm:${region}:1:certificate/a`,
    })
    expect(() => check({ ...stages.prod, domain: domain('ap-southeast-1') })).toThrow(/us-east-1 only/)
    expect(check({ ...stages.prod, domain: domain('us-east-1') }).domain?.name).toBe('city.example')
  })
  it('take letters only from an address', () => {
    for (const from of ['', 'a', 'a@b', 'A <a@b.vn>', 'a@b.vn c@d.vn'])
      expect(() => check({ ...stages.dev, mail: { from } })).toThrow(/no address that letters can come from/)
    expect(check({ ...stages.dev, mail: { from: 'receipt@mail.city.vn' } }).mail?.from).toBe('receipt@mail.city.vn')
  })
  it('refuse a gateway that is not https', () => {
    const plain = { ...sandbox, vnpay: { ...sandbox.vnpay, pay: 'http://sandbox.vnpayment.vn/pay' } }
    expect(() => check({ ...stages.dev, gateways: plain })).toThrow(/not https/)
  })
})
