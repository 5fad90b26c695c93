import { describe, expect, it } from 'vitest'
import { brokenAccounts, type Entity, entity, keepEntity, takesTransfers } from '../../../functions/entities/entity.ts'
import { makeEntity } from '../../make.ts'

describe('a legal entity', () => {
  it('is itself when read, a branch too', () => {
    expect(entity.parse(makeEntity())).toEqual(makeEntity())
    expect(entity.safeParse(makeEntity({ taxCode: '0300000001-001' })).success).toBe(true)
  })
  const [account] = makeEntity().accounts
  it.each([
    ['a tax code of nine digits', { taxCode: '030000000' }],
    ['no account', { accounts: [] }],
    ['an account that ends before it begins', { accounts: [{ ...account, to: '2025-12-31' }] }],
    ['a license without a day', { license: { ...makeEntity().license, on: '' } }],
  ])('refuses %s', (_, over) => expect(entity.safeParse({ ...makeEntity(), ...over }).success).toBe(false))
  it('stays the same legal person, for receipts name it', () => {
    const kept = makeEntity()
    expect(() => keepEntity(kept, makeEntity({ version: 2, address: 'Số 1, đường Mới' }))).not.toThrow()
    expect(() => keepEntity(kept, makeEntity({ taxCode: '0300000002' }))).toThrow('published-stays')
    expect(() => keepEntity(kept, makeEntity({ legalName: { vi: 'Quỹ khác', en: 'Test fund' } }))).toThrow(
      'published-stays',
    )
    expect(() => keepEntity(kept, makeEntity({ accounts: [{ ...kept.accounts[0]!, holder: 'X' }] }))).toThrow(
      'published-stays',
    )
  })
  it('may gain the bank’s number in NAPAS, and then keeps it', () => {
    const of = (...accounts: Entity['accounts']) => ({ accounts })
    const reached = { ...account!, bin: '970436' }
    expect(takesTransfers(of(account!))).toBe(false)
    expect(brokenAccounts(of(account!), of(reached))).toEqual([])
    expect(takesTransfers(of(reached))).toBe(true)
    expect(brokenAccounts(of(reached), of({ ...reached, bin: '970437' }))).toEqual(['001'])
    expect(brokenAccounts(of(reached), of(account!))).toEqual(['001'])
    expect(takesTransfers(of({ ...reached, to: '2026-06-30' }))).toBe(false)
    for (const bin of ['97043', '9704366', '97O436', ''])
      expect(entity.safeParse(makeEntity({ accounts: [{ ...account!, bin }] })).success).toBe(false)
  })
  it('may end and add accounts; none that took money is hidden or rewritten', () => {
    const other = { ...account!, number: '002' }
    const of = (...accounts: Entity['accounts']) => ({ accounts })
    expect(brokenAccounts(of(account!), of({ ...account!, to: '2026-06-30' }, other))).toEqual([])
    expect(brokenAccounts(of(account!, other), of(other))).toEqual(['001'])
    expect(brokenAccounts(of(account!), of({ ...account!, holder: 'NGUOI KHAC' }))).toEqual(['001'])
    expect(brokenAccounts(of({ ...account!, to: '2026-06-30' }), of(account!))).toEqual(['001'])
  })
})
