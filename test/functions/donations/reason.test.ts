import { describe, expect, it } from 'vitest'
import { meaning } from '../../../functions/donations/providers/vnpay/told.ts'
import { type Reason, reasonOf, reasons } from '../../../functions/donations/reason.ts'
import { say } from '../../../functions/words/words.ts'

/** Every response code that VNPAY publishes, with what a donor is told. */
const vnpay: Record<string, Reason> = {
  '07': 'declined',
  '09': 'not-registered',
  '10': 'wrong-code',
  '11': 'expired',
  '12': 'locked',
  '13': 'wrong-code',
  '24': 'cancelled',
  '51': 'insufficient',
  '65': 'limit',
  '75': 'bank-away',
  '79': 'wrong-code',
  '99': 'declined',
}
const momo: Record<string, Reason> = {
  ...{ '1001': 'insufficient', '1003': 'cancelled', '1004': 'limit', '1005': 'expired', '1006': 'cancelled' },
  ...{ '1007': 'locked', '4002': 'not-registered', '4100': 'wrong-code', '10': 'bank-away', '1002': 'declined' },
}
/** Statuses of the way back; both codes of an answer. */
const zalopay: Record<string, Reason> = {
  ...{ '-49': 'cancelled', '-54': 'expired', '-63': 'insufficient', '-217': 'declined' },
  ...{ '2/-54': 'expired', '2/-63': 'insufficient', '2/-217': 'declined' },
}

describe('why no money came', () => {
  it.each(Object.entries(vnpay))('VNPAY %s is %s', (code, reason) => {
    expect(reasonOf('vnpay', code)).toBe(reason)
    // 07 is never a failure: that page says what is being checked.
    expect(meaning(code, '02')).toBe(code === '07' ? 'moved' : 'failed')
  })
  it.each(Object.entries(zalopay))('ZaloPay %s is %s', (code, reason) => expect(reasonOf('zalopay', code)).toBe(reason))
  it.each(Object.entries(momo))('MoMo %s is %s', (code, reason) => expect(reasonOf('momo', code)).toBe(reason))
  it('belongs to its provider, and is no more than declined where a code is not known', () => {
    expect(reasonOf('momo', '51')).toBe('declined')
    expect(reasonOf('vnpay', '1001')).toBe('declined')
    for (const code of ['', '00', 'toString', '__proto__']) expect(reasonOf('vnpay', code)).toBe('declined')
    expect(reasonOf('bank', '24')).toBe('declined')
  })
  it('is that the time is over where VNPAY was asked and only says that no money came', () => {
    expect(meaning('00', '02')).toBe('failed')
    expect([reasonOf('vnpay', '00', true), reasonOf('vnpay', '00', false)]).toEqual(['expired', 'declined'])
    for (const [provider, code, reason] of [
      ['vnpay', '51', 'insufficient'],
      ['vnpay', '99', 'declined'],
      ['momo', '00', 'declined'],
    ] as const)
      expect(reasonOf(provider, code, true)).toBe(reason)
  })
  it('has a sentence of its own each', () => {
    for (const lang of ['vi', 'en'] as const)
      expect(new Set(reasons.map((reason) => say(lang, `reason.${reason}`))).size).toBe(reasons.length)
  })
})
