import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, beforeEach, vi } from 'vitest'
import { handler as collect } from '../../../functions/reconciliation/collect.ts'
import { handler as fetchDay } from '../../../functions/reconciliation/fetch-day.ts'
import { versionsOf } from '../../../functions/reconciliation/statement-store.ts'
import { recordTransfer } from '../../../functions/transfers/record-store.ts'
import { invoke } from '../acts.ts'
import { account as stripe } from '../donations/striped.ts'
import { secrets } from '../donations/transferred.ts'
import { draw, pledged } from '../gifts.ts'
import { day, folded, noon } from './files.ts'
import { answering, moved, type Says } from './telling.ts'

export const accounts: Record<string, object> = {}
mockClient(SSMClient)
  .on(GetParameterCommand)
  .callsFake(({ Name }: { Name: string }) => {
    const account = accounts[Name.split('/').at(-1)!]
    if (!account) throw new ParameterNotFound({ message: 'none', $metadata: {} })
    return { Parameter: { Value: JSON.stringify(account) } }
  })

export const says: Says = { sepay: [], stripe: [] }
export const counted: string[] = []
beforeEach(() => {
  counted.length = 0
  Object.assign(says, { sepay: [], stripe: [] })
  Object.assign(accounts, { bank: secrets, stripe })
  answering(says)
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => counted.push(String(text)) > 0)
})
afterEach(() => vi.useRealTimers())

export const run = async (now = '2026-11-24T17:30:00.000Z') => {
  vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] })
  return invoke(collect, {})
}
export const ask = (provider: string, of = day) => invoke(fetchDay, { provider, day: of })
export const ofBank = async () => (await versionsOf(day)).at(-1)?.providers.find(({ provider }) => provider === 'bank')
export const uncollected = () => counted.filter((text) => text.includes('UncollectedStatement')).length

/** A gift by transfer, of which SePay told when it came. */
export async function transferred(reference: string, amountVnd: number) {
  const gift = await pledged({ amountVnd }, noon, undefined, 'bank')
  const told = { account: '007', transactionId: `007.${reference}.${amountVnd}`, direction: 'in', amountVnd } as const
  await recordTransfer({ ...told, at: noon, text: gift.attempts[0]!.reference, toldAs: reference }, draw, noon)
}

/** A day at the bank: a gift that was told, one of which we never heard, money without a code, money that left. */
export async function aDay() {
  await transferred('FT1', 50_000)
  const silent = await pledged({ amountVnd: 70_000 }, noon, undefined, 'bank')
  says.sepay = [
    moved({ reference: 'FT1', inVnd: 50_000 }),
    moved({ reference: 'FT2', inVnd: 70_000, text: silent.attempts[0]!.reference }),
    moved({ reference: 'FT3', inVnd: 9_000 }),
    moved({ reference: 'FT4', outVnd: 4_000, text: 'mua vo' }),
  ]
  await folded(noon)
  return { silent }
}
