import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { handler as payos } from '../../../functions/donations/settle-payos.ts'
import { handler as sepay } from '../../../functions/donations/settle-sepay.ts'
import { handler as stripe } from '../../../functions/donations/settle-stripe.ts'
import { handler as vnpay } from '../../../functions/donations/settle-vnpay.ts'
import { handler as zalopay } from '../../../functions/donations/settle-zalopay.ts'
import { call } from '../../call.ts'

const counted: string[] = []
beforeAll(() => {
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .rejects(new ParameterNotFound({ $metadata: {}, message: '' }))
  vi.spyOn(console, 'info').mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => counted.push(String(text)) > 0)
})

describe('a stage without an account at a provider', () => {
  it.each([
    ['vnpay', vnpay, 200, '"RspCode":"99"'],
    ['zalopay', zalopay, 200, '"return_code":0'],
    ['stripe', stripe, 500, '"received":false'],
    ['sepay', sepay, 500, ''],
    ['payos', payos, 500, ''],
  ] as const)('takes nothing of %s, has it told again, and wakes nobody', async (_name, handler, status, text) => {
    counted.length = 0
    const said = await call(handler, { method: 'POST', body: {} })
    expect(said.status).toBe(status)
    expect(said.text).toContain(text)
    expect(counted.join('')).not.toMatch(/SettleFault|TransferFault|Forged/)
  })
})
