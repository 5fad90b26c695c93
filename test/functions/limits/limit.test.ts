import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkOf, windowOf } from '../../../functions/limits/limit.ts'

const limit = { of: 'find-receipt', tries: 10, withinSeconds: 600 }
const at = (now: string, who = '203.0.113.7', salt = 's') => windowOf(limit, who, salt, now)

describe('a limit', () => {
  it('counts in windows that end and are forgotten soon after', () => {
    const first = at('2026-11-23T02:00:00.000Z')
    expect(first).toMatchObject({ leftSeconds: 600, expiresAtSeconds: Date.parse('2026-11-23T02:20:00Z') / 1_000 })
    expect(at('2026-11-23T02:09:59.999Z')).toMatchObject({ id: first.id, leftSeconds: 1 })
    expect(at('2026-11-23T02:10:00.000Z').id).not.toBe(first.id)
  })
  it('tells people apart, and nobody’s address', () => {
    const now = '2026-11-23T02:00:00.000Z'
    const { id } = at(now)
    expect(id).toMatch(/^find-receipt#[\w-]{22}$/)
    expect(at(now, '203.0.113.8').id).not.toBe(id)
    expect(at(now, '203.0.113.7', 'other').id).not.toBe(id)
  })
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is one household: %s', (address, network) => expect(networkOf(address)).toBe(network))
  it('counts whatever it is given', () =>
    fc.assert(fc.property(fc.string(), (who) => at('2026-11-23T02:00:00Z', who).id.length > 0)))
})
