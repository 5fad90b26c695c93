import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linksLetter, receiptLetter, type Told } from '../../../functions/mail/letter.ts'
import { makeEntity, makeProgram } from '../../make.ts'

const told = (over: Partial<Told> = {}): Told => ({
  receiptUrl: 'https://city.test/receipts/AAAAAAAAAAAAAAAAAAAAAA',
  payment: {
    key: 'vnpay#1',
    amountVnd: 50_000,
    receivedAt: '2026-11-23T07:05:09.000Z',
    entryId: 'e',
    number: '20261123-4839-2075-1',
    flags: [],
  },
  code: 'ABCDEFGH',
  program: makeProgram(),
  entity: makeEntity(),
  ...over,
})

describe('the letter with the receipt', () => {
  const { subject, text, html } = receiptLetter(told(), 'vi', true)
  it('says in both languages what came, for what, to whom, and how to forget the address', () => {
    expect(subject).toBe('Biên nhận 20261123-4839-2075-1: 50.000 ₫ cho Heo đất')
    for (const said of [
      'Cảm ơn. Quỹ đã nhận 50.000\u00a0₫.',
      'năm mươi ngàn đồng',
      'fifty thousand đồng',
      '20261123-4839-2075-1',
      'ABCDEFGH',
      '14:05 23/11/2026',
      'Piggy bank',
      'Quỹ thử',
      '0300000001',
      'https://city.test/receipts/AAAAAAAAAAAAAAAAAAAAAA?lang=vi',
      'https://city.test/receipts/AAAAAAAAAAAAAAAAAAAAAA?lang=en',
      'Ai có đường dẫn này đều mở được biên nhận',
      'Xóa email của tôi',
      'Erase my email',
      'Bản thử. Không phải tiền thật.',
    ]) {
      expect(text).toContain(said)
      expect(html).toContain(said)
    }
    expect(text.indexOf('Cảm ơn')).toBeLessThan(text.indexOf('Thank you'))
    expect(receiptLetter(told(), 'en', false).text.indexOf('Thank you')).toBe(0)
    expect(receiptLetter(told(), 'en', false).text).not.toContain('Not real money')
  })
  it('follows nobody: nothing is fetched when it is opened, and every link leads to the receipt', () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|style)|url\(|\ssrc=/i)
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)
    expect(links).toHaveLength(2)
    for (const to of links) expect(to).toMatch(/^https:\/\/city\.test\/receipts\/A{22}\?lang=(vi|en)$/)
  })
  it('escapes whatever a name holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const made = receiptLetter(told({ program: { name: { vi: name, en: name } } }), 'vi', false)
        const tags = [...made.html.matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag)
        return tags.every((tag) => ['html', 'head', 'meta', 'title', 'body', 'div', 'p', 'b', 'a', 'hr'].includes(tag!))
      }),
    )
    expect(receiptLetter(told({ code: '<b>&"' }), 'vi', false).html).toContain('&lt;b&gt;&amp;&quot;')
    expect(receiptLetter(told({ program: { name: { vi: 'a\r\nBcc: x@y.vn', en: 'a' } } }), 'vi', false).subject).toBe(
      'Biên nhận 20261123-4839-2075-1: 50.000 ₫ cho a  Bcc: x@y.vn',
    )
  })
})

it('the letter with links has each gift once a language', () => {
  const { text } = linksLetter([told(), told({ code: 'HGFEDCBA' })], 'en', false)
  for (const code of ['ABCDEFGH', 'HGFEDCBA']) expect(text.match(new RegExp(code, 'g'))).toHaveLength(2)
  expect(text).toContain('Piggy bank')
})
