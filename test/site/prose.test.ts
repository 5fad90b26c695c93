import { describe, expect, it } from 'vitest'
import { families } from '../../functions/store/keys.ts'
import { type RequestTrigger, requests } from '../../functions/triggers.ts'
import { endpoints } from '../../site/src/prose/endpoints.ts'
import { kept } from '../../site/src/prose/kept.ts'
import { trust } from '../../site/src/trust.ts'

function pairs(of: unknown): { vi: string; en: string }[] {
  const found: { vi: string; en: string }[] = []
  JSON.stringify(of, (_, value) => {
    if (value && typeof value === 'object' && 'vi' in value && 'en' in value && !String(value.vi).startsWith('/'))
      found.push(value)
    return value
  })
  return found
}

describe('the prose of trust', () => {
  const all = pairs([trust, kept, endpoints])
  it('is in both languages, each its own, in our words', () => {
    expect(all.length).toBeGreaterThan(50)
    for (const { vi, en } of all) {
      expect(vi).not.toBe(en)
      for (const text of [vi, en]) expect(text).toBe(text.normalize('NFC').trim().replace(/ {2,}/g, ' '))
      expect(vi).not.toMatch(
        /nghìn|giao dịch|nhận nuôi|đóng góp|vui lòng|xin lỗi|thành công|\b(the|and|of|with|your)\b/i,
      )
      expect(en).not.toMatch(/please|sorry|oops|invalid|\buser|transaction|[ăâêôơưđ](?!ồng)/i)
    }
  })
  it('has sections that can be linked to, each once', () => {
    for (const { prose } of Object.values(trust)) {
      const ids = prose.sections.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
  it('tells of every family of the table that holds something of a person, and of no other', () => {
    const personal = Object.entries(families).flatMap(([family, { personal }]) => (personal ? [family] : []))
    expect(kept.map(({ family }) => family).sort()).toEqual(personal.sort())
  })
  it('says how long as the table does', () => {
    const days = (text: string) => [...text.matchAll(/(\d+) (?:years|days)/g)].map(([, count]) => count)
    for (const { family, long } of kept)
      expect([family, days(long.en)]).toEqual([family, days(families[family as keyof typeof families].kept)])
  })
  it('names every address that anyone may read, and no secret one', () => {
    const open = (requests as readonly RequestTrigger[])
      .filter(({ method, path }) => method === 'GET' && path.startsWith('/api/') && !/receiptKey|payments/.test(path))
      .map(({ path }) => path)
    expect(Object.keys(endpoints).sort()).toEqual(open.sort())
  })
})
