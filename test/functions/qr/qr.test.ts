import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawQr } from '../../../functions/qr/drawing.ts'
import { modulesOf } from '../../../functions/qr/modules.ts'
import { readPicture } from '../../picture.ts'

const svgOf = ({ path, box }: ReturnType<typeof drawQr>) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges"><path d="${path}"/></svg>`

describe('a QR code', () => {
  it('of every length is read back by a reader that is not ours', async () => {
    const long = '00020101021238570010A000000727'.repeat(12)
    for (let length = 1; length <= 311; length += 31)
      expect(await readPicture(svgOf(drawQr(long.slice(0, length))))).toBe(long.slice(0, length))
    for (const length of [1, 14, 15, 62, 106, 107, 122, 152, 180, 213])
      expect(await readPicture(svgOf(drawQr(long.toLowerCase().slice(0, length))))).toBe(
        long.toLowerCase().slice(0, length),
      )
  })
  it('holds any text, marks too', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(text, async (said) => {
        expect(await readPicture(svgOf(drawQr(said)))).toBe(said)
      }),
      { numRuns: 15 },
    )
  })
  it('is read though a square of it is covered', async () => {
    const text = 'HTBCDFGHJKMNPQRST'
    const drawing = drawQr(text.repeat(7))
    const spot = '<path fill="#fff" d="M14 14h8v8h-8z"/></svg>'
    expect(await readPicture(svgOf(drawing).replace('</svg>', spot))).toBe(text.repeat(7))
  })
  it('is as small as the text allows, and refuses what it cannot hold', () => {
    expect(modulesOf('A'.repeat(20))).toHaveLength(21)
    expect(modulesOf('A'.repeat(21))).toHaveLength(25)
    expect(modulesOf('a'.repeat(14))).toHaveLength(21)
    expect(modulesOf('a'.repeat(15))).toHaveLength(25)
    expect(modulesOf('a'.repeat(213))).toHaveLength(57)
    expect(() => modulesOf('a'.repeat(214))).toThrow(/too long/)
  })
  it('is drawn in whole modules with four light ones around', () => {
    const { path, box } = drawQr('HT')
    expect(box).toBe('-4 -4 29 29')
    expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/)
  })
})
