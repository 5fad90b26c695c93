import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findMemos, makeMemo } from '../../../functions/donations/memo.ts'
import { bank as bankOf } from '../../../functions/donations/providers/bank/bank.ts'
import { payosTransfer, readPayos } from '../../../functions/donations/providers/bank/payos.ts'
import { isSepay, sepayTransfer } from '../../../functions/donations/providers/bank/sepay.ts'
import { writeVietQr } from '../../../functions/donations/providers/bank/vietqr.ts'
import { startBank } from '../../../infra/local/gateways/bank.ts'

const account = {
  sepay: { apiToken: 'the-token-of-the-tests', hmacSecret: 'secret-of-the-bank-test' },
  payos: { checksumKey: 'key-of-the-bank-test' },
}
const memo = makeMemo(() => 'QWERTYUIOPASDFGHJKLZXCVBNM')
const payload = writeVietQr({ bin: '970436', account: '0011', amountVnd: 50_000, memo })
const from = Date.parse('2026-11-23T16:59:59.000Z')

const named = (headers: object) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

/** A city that only listens. */
async function openCity() {
  const heard: { path: string; raw: Buffer; headers: Record<string, string | undefined> }[] = []
  const says: (string | number)[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    heard.push({ path: request.url ?? '', raw: Buffer.concat(parts), headers: named(request.headers) })
    const next = says.shift() ?? '{"success":true}'
    if (typeof next === 'number') response.writeHead(next).end()
    else response.writeHead(200).end(next)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { heard, says, origin, close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()) }
}

let city: Awaited<ReturnType<typeof openCity>>
let bank: Awaited<ReturnType<typeof startBank>>
let ms: number
beforeEach(async () => {
  city = await openCity()
  ms = from
  bank = await startBank({ account, now: () => ms, ipnUrl: (service) => `${city.origin}/${service}` })
})
afterEach(async () => {
  await bank.close()
  await city.close()
})
/** What the city's own readers make of all that it heard. */
const believed = () =>
  city.heard.map(({ path, raw, headers }) => {
    if (path === '/sepay')
      return isSepay(raw, headers, account, new Date(ms).toISOString()) ? sepayTransfer(raw) : undefined
    const word = readPayos(raw, account)
    return word?.isSigned ? payosTransfer(word.data) : undefined
  })

describe('a bank', () => {
  it('reads a code, moves the money, and both services tell the same movement', async () => {
    bank.tellers.push('payos')
    expect(bank.scan(payload)).toBe(memo)
    const { reference } = await bank.approve(memo)
    const transactionId = `0011.${reference}.50000`
    const same = { account: '0011', transactionId, amountVnd: 50_000, direction: 'in', at: '2026-11-23T16:59:59.000Z' }
    expect(believed()).toMatchObject([same, same])
    expect(() => bank.scan(payload.replace('50000', '90000'))).toThrow(/no VietQR/)
  })
  it.each(['plain', 'mangled', 'masked'] as const)('writes a memo %s, and it is found', async (how) => {
    await bank.transfer({ account: '0011', amountVnd: 5_000, memo }, how)
    expect(findMemos(bank.movements()[0]!.text)).toEqual([memo])
  })
  it('repeats what was not heard after 1, 1, 2, 3, 5, 8 and 13 minutes, eight times in all', async () => {
    city.says.push(...Array<string>(20).fill('{"success":false}'))
    await bank.transfer({ account: '0011', amountVnd: 5_000, memo })
    for (const minutes of [1, 1, 2, 3, 5, 8, 13]) {
      const before = city.heard.length
      await bank.tick(minutes * 60 - 1)
      expect(city.heard).toHaveLength(before)
      await bank.tick(1)
      expect(city.heard).toHaveLength(before + 1)
    }
    await bank.tick(86_400)
    expect(city.heard).toHaveLength(8)
    expect(bank.notices()).toMatchObject([{ done: true, sent: 8 }])
  })
  it('drops, doubles, forges and changes the amount', async () => {
    bank.scan(payload)
    Object.assign(bank.switches, { drop: true })
    await bank.approve(memo)
    expect(city.heard).toEqual([])
    Object.assign(bank.switches, { drop: false, double: true })
    await bank.tick(60)
    ms += 60_000
    expect(believed()).toHaveLength(2)
    Object.assign(bank.switches, { double: false, forge: true })
    await bank.approve(memo)
    expect(believed()).toHaveLength(3)
    expect(believed().at(-1)).toBeUndefined()
    Object.assign(bank.switches, { forge: false, amountVnd: 70_000 })
    await bank.approve(memo)
    expect(believed().at(-1)).toMatchObject({ amountVnd: 70_000 })
  })
  it('tells of money that left by SePay alone, and has all of it in its statement', async () => {
    bank.tellers.push('payos')
    await bank.transfer({ account: '0011', amountVnd: 1_234_567, memo: 'ung ho "heo"' })
    await bank.payOut({ account: '0011', amountVnd: 300_000, memo: 'mua vo' })
    expect(believed().map((each) => each?.direction)).toEqual(['in', 'in', 'out'])
    const [head, first, second] = bank.statement().split('\r\n')
    expect(head).toBe(
      '\ufeff"ID","Ngân hàng","Ngày giao dịch","Số tài khoản","Tài khoản phụ","Code TT","Nội dung thanh toán","Loại","Số tiền","Mã tham chiếu","Lũy kế"',
    )
    expect(first).toContain('"2026-11-23 23:59:59","0011","","","ung ho ""heo""","Tiền vào","1,234,567"')
    expect(second).toMatch(/"Tiền ra","300,000","FT261123\d{10}","100,934,567"$/)
  })
  it('lists a day by SePay’s API as its notifications told of it, and says nothing to a wrong token', async () => {
    const askedBy = (apiToken: string) =>
      bankOf.open(JSON.stringify({ sepay: { ...account.sepay, apiToken } }), { pay: '', api: bank.apiUrl }).statement!
    await bank.transfer({ account: '0011', amountVnd: 5_000, memo })
    await bank.payOut({ account: '0011', amountVnd: 3_000, memo: 'mua vo' })
    ms += 1_000
    await bank.transfer({ account: '0011', amountVnd: 6_000, memo })
    const told = believed().map((each) => each!.transactionId)
    expect((await askedBy(account.sepay.apiToken)('2026-11-23')).map((each) => each.transactionId)).toEqual(
      told.slice(0, 2),
    )
    expect(await askedBy(account.sepay.apiToken)('2026-11-24')).toMatchObject([
      { transactionId: told[2], kind: 'payment', amountVnd: 6_000, at: '2026-11-23T17:00:00.000Z' },
    ])
    await expect(askedBy('a-token-of-somebody')('2026-11-24')).rejects.toThrow('apiToken')
  })
  it('lets a developer play the payer on its page', async () => {
    const press = (form: Record<string, string>) =>
      fetch(`${bank.origin}/play`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
    expect((await press({ payload, act: 'scan' })).status).toBe(303)
    for (const act of ['plain', 'other', 'twice', 'dropped', 'out']) await press({ reference: memo, act })
    await press({ account: '0022', amount: '20.000', memo: '<b>', act: 'plain' })
    expect(bank.movements().map(({ amountVnd }) => amountVnd)).toEqual([
      50_000, 51_000, 50_000, 50_000, 50_000, 50_000, 20_000,
    ])
    expect((await press({ payload: 'x', act: 'scan' })).status).toBe(400)
    await bank.deliver()
    const shown = await (await fetch(bank.origin)).text()
    expect(shown).toContain('&#60;b&#62;')
    expect(shown).toContain('sepay: success; xong')
    expect((await fetch(`${bank.origin}/statement.csv`)).headers.get('content-type')).toContain('text/csv')
  })
})
