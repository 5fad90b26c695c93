import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { handler } from '../../../functions/donations/settle-vnpay.ts'
import { call } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import vectors from '../../vectors/payments.json' with { type: 'json' }
import { expectNoTrace, traces } from './kept.ts'
import { account } from './notified.ts'

let table: Table
let lines: string[] = []
/** What was counted since the last notification. */
export const counted = (): string => lines.join('')

/** A table and an account at VNPAY for the tests of a file. */
export function openVnpay(): void {
  beforeAll(async () => {
    table = await openTable()
    mockClient(SSMClient)
      .on(GetParameterCommand)
      .resolves({ Parameter: { Value: JSON.stringify(account) } })
    vi.spyOn(console, 'info').mockReturnValue()
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await table.close()
  })
}

const exact = new Map(Object.values(vectors.vnpay.ipn_answers).map((answer) => [answer.RspCode, answer]))
/** The code that VNPAY is answered, with the very words of its own documentation and nothing else. */
export async function tell(rawQuery: string): Promise<string> {
  lines = []
  const said = await call(handler, { path: '/api/payments/vnpay/ipn', query: rawQuery })
  expect([said.status, said.text]).toEqual([200, JSON.stringify(exact.get(said.json.RspCode))])
  return said.json.RspCode
}

/** That telling leaves nothing in it. */
export const leavesNothing = (act: () => Promise<unknown>): Promise<void> => expectNoTrace(table, act)
/** What telling leaves in the whole table. */
export const left = (act: () => Promise<unknown>): Promise<string[]> => traces(table, act)
