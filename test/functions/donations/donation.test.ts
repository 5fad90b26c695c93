import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextAsk } from '../../../functions/donations/asking.ts'
import {
  attemptAt,
  donation,
  isPaidBy,
  needsAttempt,
  type Person,
  pledge,
  sameGift,
  stateFlags,
  stateOf,
} from '../../../functions/donations/donation.ts'
import { readName } from '../../../functions/donations/name.ts'
import { hear, receive, type Told } from '../../../functions/donations/payment.ts'
import { entryFor } from '../../../functions/ledger/entry.ts'
import { dayOf, later } from '../../../functions/time.ts'

const now = '2026-11-23T07:05:09.000Z'
const ids = { donation: 'd1', receiptKey: 'k'.repeat(22), code: 'ABCDEFGH', nameId: 'n1' }
const vnpay = { provider: 'vnpay' as const }
const first = attemptAt(vnpay, 'LC1', 15 * 60, now)
const gift = { program: 'heo', purposeVersion: 1, entity: 'quy', amountVnd: 50_000, lang: 'vi' as const }
const told = (over: Partial<Told> = {}): Told => ({
  provider: 'vnpay',
  reference: 'LC1',
  transactionId: '14422574',
  amountVnd: 50_000,
  meaning: 'received',
  responseCode: '00',
  transactionStatus: '00',
  asked: false,
  ...over,
})
const nonce = Buffer.alloc(32, 7).toString('base64url')
const made = pledge({ ...gift, name: 'Bà Tư' }, ids, first, now)
const paidBy = (of: typeof made, what: Told, digits = '12345678') => ({
  ...of,
  payments: [...of.payments, receive(of, what, nonce, { entryId: `e-${digits}`, digits }, now).payment],
})

describe('a pledge', () => {
  it('is not money yet, has fifteen minutes to pay and fits its own schema', () => {
    expect(donation.parse(made)).toEqual(made)
    expect(stateOf(made)).toBe('waiting')
    expect(made.attempts).toEqual([
      { provider: 'vnpay', reference: 'LC1', createdAt: now, expiresAt: '2026-11-23T07:20:09.000Z' },
    ])
    expect(made.expiresAtSeconds).toBe(Date.parse(now) / 1_000 + 400 * 86_400)
  })
  it('holds no person: the name stands elsewhere', () => {
    expect(JSON.stringify(made)).not.toContain('Tư')
    expect(pledge(gift, ids, first, now)).not.toHaveProperty('nameId')
  })
  it('knows a retry from another gift', () => {
    const [known, erased] = ['Bà Tư', undefined].map((name) => ({ name, nonce: name })) as [Person, Person]
    for (const each of [known, erased]) expect(sameGift(made, each, { ...gift, name: 'Bà Tư' })).toBe(true)
    expect(sameGift(made, known, { ...gift, name: 'Ông Ba' })).toBe(false)
    expect(sameGift(made, known, gift)).toBe(false)
    expect(sameGift(made, known, { ...gift, name: 'Bà Tư', amountVnd: 60_000 })).toBe(false)
    expect(sameGift(made, known, { ...gift, name: 'Bà Tư', program: 'khác' })).toBe(false)
  })
})

describe('what a provider says', () => {
  it.each([
    [['failed'], 'declined'],
    [['moved'], 'checking'],
    [['failed', 'moved'], 'checking'],
    [['moved', 'failed'], 'checking'],
    [['pending'], 'waiting'],
    [['failed', 'received'], 'received'],
    [['moved', 'received'], 'received'],
    [['received', 'failed'], 'received'],
    [['received', 'moved'], 'received'],
  ] as const)('%j -> %s', (said, state) => {
    let end: typeof made = made
    for (const meaning of said) {
      if (meaning === 'received') {
        const { heard: _, ...rest } = paidBy(end, told())
        end = rest
      } else {
        const word = hear(end, told({ meaning }), now)
        if (word) end = { ...end, heard: word }
      }
    }
    expect(stateOf(end)).toBe(state)
    expect(stateFlags(end)).toEqual({
      received: state === 'received',
      waiting: state === 'waiting',
      checking: state === 'checking',
      declined: state === 'declined',
    })
  })
  it('promises a day where money may have moved', () =>
    expect(hear(made, told({ meaning: 'moved' }), now)).toMatchObject({ meaning: 'moved', promisedOn: '2026-11-26' }))
})

describe('another try to pay', () => {
  const momo = attemptAt({ provider: 'momo' }, 'LC2', 900, later(now, 60))
  const both = { ...made, attempts: [first, momo] }
  it('is needed once the page closed or another way was chosen, and never after money', () => {
    expect(needsAttempt(made, vnpay, later(now, 899))).toBe(false)
    expect(needsAttempt(made, vnpay, later(now, 900))).toBe(true)
    expect(needsAttempt(made, { provider: 'momo' }, now)).toBe(true)
    expect(needsAttempt(made, { provider: 'vnpay', choice: 'VNBANK' }, now)).toBe(true)
    expect(needsAttempt(paidBy(made, told()), { provider: 'momo' }, later(now, 900))).toBe(false)
  })
  it('is not declined by what the one before says, though either may bring money', () => {
    expect(hear(both, told({ meaning: 'failed' }), now)).toBeUndefined()
    expect(hear(both, told({ meaning: 'failed', provider: 'momo', reference: 'LC2' }), now)?.meaning).toBe('failed')
    expect(hear(both, told({ meaning: 'moved' }), now)?.meaning).toBe('moved')
    const paid = paidBy(both, told())
    expect([isPaidBy(paid, 'LC1'), isPaidBy(paid, 'LC2')]).toEqual([true, false])
  })
})

describe('money that came', () => {
  it('makes facts that balance and carry no person, no provider id in public, no second', () => {
    const { payment, ledger } = receive(made, told(), nonce, { entryId: 'e1', digits: '12345678' }, now)
    expect(ledger.postings).toEqual([
      ['received:vnpay', -50_000],
      ['program:heo', 50_000],
    ])
    expect(payment).toMatchObject({ key: 'vnpay#14422574', amountVnd: 50_000, flags: [] })
    expect(ledger.hour).toBe('2026-11-23T07:00:00.000Z')
    expect(ledger.paymentKey).toBe('vnpay#14422574')
    expect(JSON.stringify(entryFor(ledger))).not.toMatch(/14422574|07:05|Tư|d1"|LC1|kkkk/)
    expect(ledger.receipt).toMatchObject({ amountVnd: 50_000, code: 'ABCDEFGH', number: payment.number })
  })
  it('is recorded whatever its size, and flagged', () => {
    expect(receive(made, told({ amountVnd: 5 }), nonce, { entryId: 'e', digits: '12345678' }, now)).toMatchObject({
      payment: { amountVnd: 5, flags: ['other-amount'] },
      ledger: {
        postings: [
          ['received:vnpay', -5],
          ['program:heo', 5],
        ],
      },
    })
    expect(paidBy(paidBy(made, told()), told({ transactionId: '2' })).payments.map(({ flags }) => flags)).toEqual([
      [],
      ['second'],
    ])
  })
})

describe('asking the provider', () => {
  it('happens 2, 5, 15 and 60 minutes after, then after a day and after 47 hours, then never', () => {
    const created = Date.parse(now)
    const times: number[] = []
    for (let at: string | undefined = nextAsk(now, now); at; at = nextAsk(now, at))
      times.push((Date.parse(at) - created) / 60_000)
    expect(times).toEqual([2, 5, 15, 60, 1_440, 2_820])
  })
})

describe('a name', () => {
  it.each(['Bà Tư', '<script>alert(1)</script>', '👨‍👩‍👧 Nhà Bảy', '=HYPERLINK("x")', 'O’Brien', 'नाम'])(
    '%s is taken',
    (name) => expect(readName(name)).toEqual({ name: name.normalize('NFC') }),
  )
  it('is made NFC with single spaces', () =>
    expect(readName(`  ${'Hoà'.normalize('NFD')}   Bình `)).toEqual({ name: 'Hoà Bình' }))
  it.each([
    '\u202eevil',
    'a\u2066b',
    'a\u200fb',
    'a\nb',
    'a\u0000b',
    'a\u0085b',
    'a\u200bb',
    '\u3164',
    '\u00ad',
    'a\u200db',
    `a${'\u0301'.repeat(9)}`,
  ])('%j hides something or covers other lines', (name) =>
    expect(readName(name)).toMatchObject({ wrong: { code: 'name-marks' } }),
  )
  it.each(['Đỗ Thị Hòa', '👨‍👩‍👧 Nhà Tư', '🇻🇳', '❤️', 'Lớp 5A', '李', 'Ư̂́', '<script>', '…'])('%j is a name', (name) =>
    expect(readName(name)).toEqual({ name: name.normalize('NFC') }),
  )
  it('has at most 80 letters, counted as people count', () => {
    expect(readName('🐷'.repeat(80))).toHaveProperty('name')
    expect(readName('a'.repeat(300))).toMatchObject({ wrong: { code: 'name-too-long' } })
    expect(readName(' ')).toMatchObject({ wrong: { code: 'name-missing' } })
  })
  it('never lets a turning mark through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const read = readName(typed)
        if ('name' in read) expect(read.name).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u)
      }),
    )
  })
})

it('dates a promise in Viet Nam, not in Greenwich', () => expect(dayOf('2026-11-23T17:00:00.000Z')).toBe('2026-11-24'))
