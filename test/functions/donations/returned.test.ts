import { describe, expect, it } from 'vitest'
import { attemptAt, pledge } from '../../../functions/donations/donation.ts'
import { all } from '../../../functions/donations/providers/all.ts'
import { makeGift } from '../../make.ts'
import { accounts, fromMomo, fromVnpay, fromZalopay } from './returned.ts'

const now = '2026-11-23T07:00:00.000Z'
const reference = '261123_ABCDEFGHIJKLMNOP'
const ids = { donation: 'd', receiptKey: 'k', code: 'ABCDEFGH', nameId: 'n' }
const gift = pledge(makeGift(), ids, attemptAt({ provider: 'zalopay' }, reference, 900, now), now)
const readerOf = (name: keyof typeof accounts) => {
  const gateway = all[name].open(JSON.stringify(accounts[name]), { pay: 'https://pay.test/', api: 'https://api.test' })
  return (rawQuery: string) => gateway.returned?.(rawQuery)
}
const said = (meaning: string, responseCode: string) => ({
  reference,
  amountVnd: gift.amountVnd,
  meaning,
  responseCode,
})

describe('the address that a donor comes back from ZaloPay by', () => {
  const returned = readerOf('zalopay')
  const { zalopay: account } = accounts
  const query = fromZalopay(gift)
  const checksum = new URLSearchParams(query).get('checksum')!

  it.each([
    ['1', said('received', '1')],
    ['-49', said('failed', '-49')],
    ['-54', said('failed', '-54')],
    ['-63', said('failed', '-63')],
  ])('with the status %s says %j', (status, read) => expect(returned(fromZalopay(gift, { status }))).toEqual(read))
  it.each(['5', '2', '0', '-1', '-217', '', '01', ' 1', '-49 '])(
    'with the status "%s" says nothing: money may have moved, or be on its way',
    (status) => expect(returned(fromZalopay(gift, { status }))).toBeUndefined(),
  )
  it.each([
    ['in another order', query.split('&').reverse().join('&')],
    ['with a checksum in capitals', query.replace(checksum, checksum.toUpperCase())],
    ['with foreign parameters', `fbclid=1&${query}&lang=en&utm_source=zalo&utm_source=zalo`],
  ])('%s says the same', (_, each) => expect(returned(each)).toEqual(said('failed', '-49')))
  it.each([
    ['another checksum', query.replace(checksum, checksum.replace(/^./, checksum.startsWith('a') ? 'b' : 'a'))],
    ['a checksum cut short', query.replace(checksum, checksum.slice(1))],
    ['another status', query.replace('status=-49', 'status=1')],
    ['another amount', query.replace('amount=50000', 'amount=60000')],
    ['the checksum of the other key', fromZalopay(gift, {}, { ...account, key2: account.key1 })],
    ['the checksum of another app', fromZalopay(gift, { appid: '2554' })],
    ['an amount that is none', fromZalopay(gift, { amount: '5e4' })],
    ['nothing', ''],
    ['broken escapes', '%zz=%&status=%'],
  ])('with %s says nothing', (_, each) => expect(returned(each)).toBeUndefined())
  it.each([...new URLSearchParams(query)])('with %s twice, or without it, says nothing', (name, value) => {
    expect(returned(`${query}&${name}=${value}`)).toBeUndefined()
    expect(returned(query.replace(new RegExp(`(^|&)${name}=[^&]*`), ''))).toBeUndefined()
  })
  it('with a signed other sum says which', () =>
    expect(returned(fromZalopay(gift, { amount: '60000' }))).toMatchObject({ amountVnd: 60_000 }))
})

describe('the address that a donor comes back from MoMo by', () => {
  const returned = readerOf('momo')
  const query = fromMomo(gift)
  it.each([
    ['0', said('received', '0')],
    ['9000', said('received', '9000')],
    ['1006', said('failed', '1006')],
    ['1001', said('failed', '1001')],
    ['1003', said('failed', '1003')],
    ['7000', said('pending', '7000')],
    ['7002', said('pending', '7002')],
    ['1000', undefined],
    ['8000', undefined],
    ['10', undefined],
    ['', undefined],
  ])('with the code "%s" says %j', (resultCode, read) => expect(returned(fromMomo(gift, { resultCode }))).toEqual(read))
  it('says nothing if it is forged, or of no sum', () => {
    expect(returned(query.replace('resultCode=1006', 'resultCode=1005'))).toBeUndefined()
    expect(returned(`${query}&orderId=${reference}`)).toBeUndefined()
    expect(returned(fromMomo(gift, { amount: '' }))).toBeUndefined()
  })
})

describe('the address that a donor comes back from VNPAY by', () => {
  const returned = readerOf('vnpay')
  it.each([
    ['00', '00', said('received', '00')],
    ['24', '02', said('failed', '24')],
    ['07', '07', undefined],
    ['51', '04', undefined],
    ['00', '01', undefined],
    ['24', '', undefined],
  ])('with %s and %s says %j', (code, status, read) => expect(returned(fromVnpay(gift, code, status))).toEqual(read))
  it('says nothing if it is forged', () =>
    expect(returned(fromVnpay(gift).replace('ResponseCode=24', 'ResponseCode=51'))).toBeUndefined())
})
