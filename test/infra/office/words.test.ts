import { describe, expect, it } from 'vitest'
import { commands } from '../../../infra/office/commands.ts'
import { say, type Word, words } from '../../../infra/office/words/words.ts'

describe('the office’s words', () => {
  const all = Object.keys(words.vi) as Word[]
  const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap).sort()
  it('have the same gaps in both languages, and how each command is typed', () => {
    for (const word of all) expect([word, gaps(words.en[word])]).toEqual([word, gaps(words.vi[word])])
    for (const name of Object.keys(commands)) expect(say('vi', `${name}.usage` as Word)).toContain(name)
  })
  it('never scold, beg or shout', () => {
    const never =
      /vui lòng|xin lỗi|thành công|giao dịch|đóng góp|nghìn|không hợp lệ|\b(invalid|please|sorry|success)\b/i
    expect(all.filter((word) => never.test(words.vi[word]) || never.test(words.en[word]))).toEqual([])
  })
})
