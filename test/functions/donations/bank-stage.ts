import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest'
import { publishEntity } from '../../../functions/entities/store.ts'
import { query } from '../../../functions/store/table.ts'
import { openIncome } from '../../../functions/transfers/store.ts'
import { call } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { pledged } from '../gifts.ts'
import { expectNoTrace } from './kept.ts'
import { fund, type Moved, type Service, secrets, services, type Word } from './transferred.ts'

export { kept, untouched } from './kept.ts'

let table: Table
export const counted: string[] = []
beforeAll(async () => {
  table = await openTable()
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: JSON.stringify(secrets) } })
  vi.spyOn(console, 'info').mockReturnValue()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => counted.push(String(text)) > 0)
})
/** A table with the fund and nothing else. */
export async function emptied(): Promise<void> {
  counted.length = 0
  await table.empty()
  await publishEntity(fund)
}
beforeEach(emptied)
afterAll(async () => {
  vi.restoreAllMocks()
  await table.close()
})

export const send = (by: Service, { body, headers }: Word) =>
  call(services[by].verb, { method: 'POST', path: services[by].path, body, headers })
export const say = (by: Service, of: Moved) => send(by, services[by].say(of))
export const heard = { status: 200, text: '{"success":true}' }
export const refused = { status: 400, text: '' }

export const promised = (amountVnd = 50_000, now = new Date().toISOString()) =>
  pledged({ amountVnd }, now, undefined, 'bank')
export const reviews = async (month: string) => (await query(`review#${month}`)).map(({ reason }) => reason)
/** That telling leaves nothing in it. */
export const leavesNothing = (act: () => Promise<unknown>): Promise<void> => expectNoTrace(table, act)
export const nothingKept = async () => {
  expect(await openIncome()).toEqual([])
  expect(await query('outgoing#2026-11-23')).toEqual([])
  expect(await reviews('2026-11')).toEqual([])
}
