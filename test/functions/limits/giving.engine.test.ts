import { randomUUID } from 'node:crypto'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { handler as give } from '../../../functions/donations/give.ts'
import { handler as pay } from '../../../functions/donations/pay.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { type Try, triesOf } from '../../../functions/limits/giving.ts'
import { triesOfLinks } from '../../../functions/limits/links.ts'
import { spend } from '../../../functions/limits/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { call } from '../../call.ts'
import { makeEntity, makeProgram } from '../../make.ts'
import { openTable, type Table } from '../../table.ts'
import { account } from '../acts.ts'

const now = '2026-11-23T02:00:00.000Z'
const gift = { way: 'vnpay-card', program: 'heo', caller: '203.0.113.7', device: randomUUID() } as const
let table: Table
beforeAll(async () => {
  table = await openTable()
  process.env.VNPAY_PAY_URL = 'https://pay.test/vpcpay.html'
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .resolves({ Parameter: { Value: JSON.stringify(account) } })
  mockClient(S3Client)
    .on(GetObjectCommand)
    .callsFake(({ Key }: { Key: string }) => ({
      Body: { transformToString: async () => (Key.includes('/give.') ? '{{problem}}|{{amount}}|{{name}}' : '') },
    }))
  vi.spyOn(console, 'info').mockReturnValue()
  await publishEntity(makeEntity())
  await publishProgram(makeProgram())
})
afterAll(() => table.close())

/** How many of `many` tries at once are let through. */
const through = async (tries: (place: number) => Try[], many: number, at = now): Promise<number> => {
  const done = await Promise.allSettled(Array.from({ length: many }, (_, place) => spend(tries(place), at)))
  const refused = done.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  for (const reason of refused) expect(reason).toMatchObject({ kind: 'busy', code: 'too-many-tries' })
  return many - refused.length
}

describe('what a try to give counts against', () => {
  it('is the address, the program, the device, and for a card a smaller limit of the address', () => {
    const names = (of: Parameters<typeof triesOf>[0]) => triesOf(of, 0.5).map(({ limit }) => limit.of)
    expect(names(gift)).toEqual(['give', 'give-program', 'give-card', 'give-device'])
    expect(names({ ...gift, way: 'momo', device: undefined })).toEqual(['give', 'give-program'])
  })
  it('spreads a program over eight counters, so that none is hot', () => {
    const counters = [0, 0.124, 0.125, 0.99].map((chance) => triesOf(gift, chance)[1]!.who)
    expect(counters).toEqual(['heo 0', 'heo 0', 'heo 1', 'heo 7'])
  })
})

describe('a flood', () => {
  it('of cards from one address is slowed, exactly, and other ways and addresses are not', async () => {
    const cards = (caller: string) => (place: number) =>
      triesOf({ ...gift, caller, device: randomUUID() }, (place % 8) / 8)
    expect(await through(cards('203.0.113.9'), 120)).toBe(60)
    expect(await through(cards('203.0.113.10'), 20)).toBe(20)
    expect(await through(() => triesOf({ ...gift, way: 'bank', caller: '203.0.113.9' }, 0), 1)).toBe(1)
  })
  it('from one device is slowed whatever address it takes, for ten minutes', async () => {
    const device = randomUUID()
    const tries = (place: number) => triesOf({ ...gift, way: 'momo', caller: `198.51.100.${place}`, device }, 0.3)
    expect(await through(tries, 100)).toBe(40)
    expect(await through(tries, 40, '2026-11-23T02:10:00.000Z')).toBe(40)
  })
  it('from one address takes no try from others who give to the same program', async () => {
    const tries = (caller: string) => () => {
      const [own, program] = triesOf({ way: 'momo', program: 'cua-moi-nguoi', caller }, 0)
      // The real limits, a tenth and a hundredth as wide.
      return [
        { ...own!, limit: { ...own!.limit, tries: 20 } },
        { ...program!, limit: { ...program!.limit, tries: 60 } },
      ]
    }
    expect(await through(tries('203.0.113.66'), 100)).toBe(20)
    expect(await through(tries('203.0.113.67'), 20)).toBe(20)
  })
  it('of tries to have links sent takes none from the address that is written to', async () => {
    expect(await through((place) => triesOfLinks('203.0.113.68', `somebody ${place}`), 40)).toBe(20)
    expect(await through(() => triesOfLinks('203.0.113.68', 'co-nam'), 10)).toBe(0)
    expect(await through(() => triesOfLinks('203.0.113.69', 'co-nam'), 10)).toBe(3)
  })
  it('is told to wait, with everything that was typed kept', async () => {
    const device = randomUUID()
    const body = { program: 'heo', amountVnd: 50_000, device }
    const tries = await Promise.all(Array.from({ length: 40 }, () => call(give, { method: 'POST', body })))
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 201))
    const typed = { program: 'heo', amount: '50.000', show: 'yes', name: 'Bà Tư', way: 'vnpay', lang: 'vi', device }
    const said = await call(give, { method: 'POST', body: new URLSearchParams(typed) })
    expect(said.status).toBe(429)
    expect(said.text).toContain('|50.000|Bà Tư')
  })
  it('of tries to pay what was promised counts the device as one to give does', async () => {
    const { json } = await call(give, { method: 'POST', body: { program: 'heo', amountVnd: 50_000 } })
    const press = (device: string) =>
      call(pay, {
        method: 'POST',
        params: { receiptKey: json.receiptKey },
        body: new URLSearchParams({ way: 'vnpay', device }),
      })
    const device = randomUUID()
    const pressed = await Promise.all(Array.from({ length: 50 }, () => press(device)))
    const statuses = pressed.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array(40).fill(303), ...Array(10).fill(429)])
    for (const another of [randomUUID(), 'not a uuid', '']) expect((await press(another)).status).toBe(303)
  })
  it('never meets a class that gives from one school', async () => {
    const pupils = (place: number) =>
      triesOf({ way: 'bank', program: 'lop-5a', caller: '203.0.113.50', device: randomUUID() }, (place % 8) / 8)
    expect(await through(pupils, 200)).toBe(200)
  })
})
