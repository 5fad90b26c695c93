import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { handler as give } from '../../../functions/donations/give.ts'
import { handler as settle } from '../../../functions/donations/settle-vnpay.ts'
import { donationByReceiptKey } from '../../../functions/donations/store.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { handler as state } from '../../../functions/giving/state.ts'
import { handler as turn } from '../../../functions/giving/turn.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { key } from '../../../functions/store/keys.ts'
import { client, put } from '../../../functions/store/table.ts'
import { seed } from '../../../infra/seed/seed.ts'
import { call } from '../../call.ts'
import { openTable, type Table } from '../../table.ts'
import { account, fieldsOf, signed } from '../donations/notified.ts'

let table: Table
const heo = seed.programs[0]!
beforeAll(async () => {
  table = await openTable()
  process.env.VNPAY_PAY_URL = 'https://pay.test/vpcpay.html'
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: JSON.stringify(account) } })
  vi.spyOn(console, 'info').mockReturnValue()
  await publishEntity(seed.entities.find(({ slug }) => slug === heo.entity)!)
  await publishProgram(heo)
})
beforeEach(() => table.erase(key.switch('giving')))
afterAll(() => table.close())

const order = (input: object): Promise<Record<string, unknown>> =>
  (turn as (event: unknown, context: object) => Promise<Record<string, unknown>>)(input, {})
const gift = () => call(give, { method: 'POST', body: { program: heo.slug, amountVnd: 50_000 } })
const off = { open: false, reason: { vi: 'đang đối chiếu với ngân hàng' } }

describe('turning giving off and on', () => {
  it('tells, turns, and says whether that changed anything', async () => {
    expect(await order({})).toEqual({ giving: { v: 1, open: true }, changed: false })
    const closed = await order(off)
    expect(closed).toMatchObject({ changed: true, giving: { open: false, reason: off.reason } })
    expect(await order(off)).toEqual({ ...closed, changed: false })
    expect(await order({})).toEqual({ ...closed, changed: false })
    expect(await order({ open: true })).toMatchObject({ changed: true, giving: { open: true } })
  })
  it('says at its field what is missing, in both languages', async () => {
    const said = JSON.parse(JSON.stringify(await order({ open: false })))
    expect(said.refused.en.fields).toMatchObject([{ field: 'reason', code: 'field-missing' }])
    expect((await call(state)).json).toEqual({ open: true })
  })
  it('closes every gift with its reason, and records nothing', async () => {
    await order(off)
    expect((await call(state)).json).toMatchObject({ open: false, reason: off.reason })
    const kept = vi.spyOn(client, 'send')
    const said = await gift()
    expect([said.status, said.json.code]).toEqual([409, 'giving-closed'])
    expect(said.json.title).toContain('đang đối chiếu với ngân hàng')
    expect(kept.mock.calls.map(([command]) => command.constructor.name)).toEqual(['GetCommand'])
    kept.mockRestore()
  })
  it('lets money that is on its way arrive', async () => {
    const { receiptKey } = (await gift()).json
    await order(off)
    const waiting = (await donationByReceiptKey(receiptKey))!
    const told = await call(settle, { query: signed(fieldsOf(waiting)) })
    expect(told.json.RspCode).toBe('00')
    expect((await donationByReceiptKey(receiptKey))!.payments).toHaveLength(1)
  })
  it('answers as declared when the item is damaged: nobody gives into the unknown', async () => {
    await put({ ...key.switch('giving'), v: 1, open: 'perhaps' })
    vi.spyOn(console, 'error').mockReturnValue()
    expect((await gift()).status).toBe(500)
    expect((await call(state)).status).toBe(500)
  })
})
