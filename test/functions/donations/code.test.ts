import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeLength, codeLetters, readCode } from '../../../functions/donations/code.ts'

const code = fc.string({ unit: fc.constantFrom(...codeLetters), minLength: codeLength, maxLength: codeLength })

describe('a short code', () => {
  it('is read however it was typed', () =>
    fc.assert(
      fc.property(code, (made) => {
        const typed = [made, made.toLowerCase(), ` ${made.slice(0, 4)} ${made.slice(4)} `, made.split('').join('-')]
        expect(typed.map(readCode)).toEqual(typed.map(() => made))
      }),
    ))
  it.each(['', 'ABCDEFG', 'ABCDEFGHJ', 'ABCDEFG0', 'ABCDEFGO', 'ABCDEFG1', 'ABCDEFGI', 'ABCDEFGĐ', '<script>'])(
    '%j is none',
    (typed) => expect(readCode(typed)).toBeUndefined(),
  )
  it('has no letter that is taken for another', () => expect(codeLetters).not.toMatch(/[01OI]/))
})
