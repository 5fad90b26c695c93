import { describe, expect, it } from 'vitest'
import { givingSwitch, reason, refuseIfClosed, turned, untouched } from '../../../functions/giving/switch.ts'
import { Refusal } from '../../../functions/refusal.ts'
import { sayRefusal } from '../../../functions/words/words.ts'

const now = '2026-11-23T07:00:00.000Z'
const later = '2026-11-23T08:00:00.000Z'
const why = { vi: 'đang đối chiếu với ngân hàng', en: 'checking with the bank' }
const closed = turned(untouched, { open: false, reason: why }, now)

describe('the switch of giving', () => {
  it('is open in a city that never turned it, and then refuses nobody', () => {
    expect(givingSwitch.parse(untouched)).toEqual({ v: 1, open: true })
    expect(() => refuseIfClosed(untouched)).not.toThrow()
  })
  it('closes with a reason and the moment, and opens again', () => {
    expect(givingSwitch.parse(closed)).toEqual({ v: 1, open: false, since: now, reason: why })
    expect(turned(closed, { open: true }, later)).toEqual({ v: 1, open: true, since: later })
  })
  it('stays the very same if an order changes nothing', () => {
    expect(turned(closed, { open: false, reason: { ...why } }, later)).toBe(closed)
    expect(turned(untouched, { open: true }, later)).toBe(untouched)
    expect(turned(closed, { open: false, reason: { vi: 'bảo trì' } }, later)).toMatchObject({ since: later })
  })
  it('does not close without a reason, or with one that says nothing', () => {
    expect(() => turned(untouched, { open: false }, now)).toThrow(Refusal)
    for (const vi of ['', '  ', 'x', '.', 'x'.repeat(301)]) expect(reason.safeParse({ vi }).success).toBe(false)
  })
  it('refuses in both languages; English people read the Vietnamese reason if nobody wrote theirs', () => {
    const said = (state: typeof closed, lang: 'vi' | 'en') => {
      try {
        refuseIfClosed(state)
      } catch (error) {
        const { code, with: gaps, kind } = error as Refusal
        return [kind, sayRefusal(lang, code, gaps)]
      }
    }
    expect(said(closed, 'vi')).toEqual([
      'closed',
      'Thành phố đang tạm ngừng nhận góp: đang đối chiếu với ngân hàng. Chưa có khoản nào được ghi',
    ])
    expect(said(closed, 'en')?.[1]).toContain(': checking with the bank. Nothing was recorded')
    const onlyVi = turned(untouched, { open: false, reason: { vi: 'bảo trì' } }, now)
    expect(said(onlyVi, 'en')?.[1]).toContain(': bảo trì. ')
  })
  it('takes a reason as a part of a sentence: one form of letters, no full stop, no blanks around', () => {
    expect(reason.parse({ vi: ' bảo trì tới 18 giờ. '.normalize('NFD') })).toEqual({ vi: 'bảo trì tới 18 giờ' })
  })
})
