import { describe, expect, it } from 'vitest'
import { firstTwice, maxBytes, readBody } from '../../../functions/door/body.ts'
import { Refusal } from '../../../functions/refusal.ts'
import { eventOf } from '../../call.ts'

const codeOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof Refusal)
      return error.fields[0] ? `${error.code} ${error.fields[0].field} ${error.fields[0].code}` : error.code
    throw error
  }
  return 'read'
}
const json = (text: string) => eventOf({ method: 'POST', body: text, headers: { 'content-type': 'application/json' } })

describe('a body', () => {
  it('is JSON or a form', () => {
    expect(readBody(json('{"a":1}'))).toEqual({ json: { a: 1 } })
    expect(readBody(eventOf({ body: new URLSearchParams({ tên: 'Bà Tư 🐷' }) }))).toEqual({ form: { tên: 'Bà Tư 🐷' } })
    expect(readBody(eventOf({}))).toEqual({ none: true })
  })
  it.each([
    ['{', 'body-unreadable'],
    ['', 'body-unreadable'],
    ['{"a":1,"a":2}', 'fields a field-twice'],
    ['{"a":{"b":1,"b":2}}', 'fields b field-twice'],
    ['{"a":1,"\\u0061":2}', 'fields a field-twice'],
    ['{"__proto__":1,"__proto__":2}', 'fields __proto__ field-twice'],
    ['[{"a":1},{"a":2}]', 'read'],
    ['{"a":"\\"a\\":1","b":"{\\"a\\":1,\\"a\\":2}"}', 'read'],
  ])('%s -> %s', (text, code) => expect(codeOf(() => readBody(json(text)))).toBe(code))
  it('refuses too much, another media type, a field twice and bytes that are no UTF-8', () => {
    expect(codeOf(() => readBody(json(`"${'x'.repeat(maxBytes)}"`)))).toBe('body-too-large')
    expect(codeOf(() => readBody(eventOf({ body: 'a', headers: { 'content-type': 'text/xml' } })))).toBe(
      'media-unknown',
    )
    expect(
      codeOf(() =>
        readBody(
          eventOf({
            body: new URLSearchParams([
              ['a', '1'],
              ['a', '2'],
            ]),
          }),
        ),
      ),
    ).toBe('fields a field-twice')
    const bytes = { ...json(''), body: Buffer.from([0x22, 0xff, 0x22]).toString('base64'), isBase64Encoded: true }
    expect(codeOf(() => readBody(bytes))).toBe('body-unreadable')
  })
  it('knows that equal keys of different objects are not twice', () =>
    expect(firstTwice('{"a":{"a":[{"a":1},{"a":1}]}}')).toBeUndefined())
})
