import { type Version, versions } from './version.ts'

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** The text as bits: capitals and digits take 11 bits a pair, all else a byte each in UTF-8. */
function bitsOf(text: string, { version }: Version): string {
  const bits = (value: number, length: number) => value.toString(2).padStart(length, '0')
  if ([...text].every((letter) => alphanumeric.includes(letter))) {
    const pairs = text.match(/..?/g) ?? []
    const values = pairs.map((pair) =>
      [...pair].reduce((value, letter) => value * 45 + alphanumeric.indexOf(letter), 0),
    )
    const body = values.map((value, place) => bits(value, pairs[place]!.length === 2 ? 11 : 6))
    return `0010${bits(text.length, version < 10 ? 9 : 11)}${body.join('')}`
  }
  const bytes = [...new TextEncoder().encode(text)]
  return `0100${bits(bytes.length, version < 10 ? 8 : 16)}${bytes.map((byte) => bits(byte, 8)).join('')}`
}

/** The smallest version that holds the text, and its data codewords. Throws a RangeError if none does. */
export function dataOf(text: string): { version: Version; data: number[] } {
  const version = versions.find((each) => bitsOf(text, each).length <= each.data * 8)
  if (!version) throw new RangeError('qr: the text is too long')
  const closed = `${bitsOf(text, version)}0000`.slice(0, version.data * 8)
  const data = (closed.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2))
  for (let pad = 0; data.length < version.data; pad++) data.push(pad % 2 === 0 ? 0xec : 0x11)
  return { version, data }
}

/** In GF(256) with x^8 + x^4 + x^3 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) product = (product << 1) ^ (product >> 7 ? 0x11d : 0) ^ ((b >> bit) & 1 ? a : 0)
  return product
}

/** Coefficients of (x - 1)(x - 2)(x - 4) … without the leading 1. */
function generatorOf(degree: number): number[] {
  let generator = [1]
  let root = 1
  for (let each = 0; each < degree; each++) {
    generator = [...generator, 0].map((value, place) => value ^ times(generator[place - 1] ?? 0, root))
    root = times(root, 2)
  }
  return generator.slice(1)
}

/** Reed-Solomon: what is left when the block is divided by the generator. */
function correctionOf(block: readonly number[], generator: readonly number[]): number[] {
  let rest = generator.map(() => 0)
  for (const word of block) {
    const factor = word ^ rest[0]!
    rest = [...rest.slice(1), 0].map((value, place) => value ^ times(generator[place]!, factor))
  }
  return rest
}

/** Data and correction in the order in which they are drawn: the first words of all blocks, then the second ones … */
export function codewordsOf(text: string): { version: Version; words: number[] } {
  const { version, data } = dataOf(text)
  const short = Math.floor(version.data / version.blocks)
  const shorts = version.blocks - (version.data % version.blocks)
  const blocks = Array.from({ length: version.blocks }, (_, place) => {
    const from = place * short + Math.max(0, place - shorts)
    return data.slice(from, from + short + (place >= shorts ? 1 : 0))
  })
  const generator = generatorOf(version.correction)
  const corrections = blocks.map((block) => correctionOf(block, generator))
  const across = (rows: readonly number[][], length: number) =>
    Array.from({ length }, (_, at) => rows.flatMap((row) => (at < row.length ? [row[at]!] : []))).flat()
  return { version, words: [...across(blocks, short + 1), ...across(corrections, version.correction)] }
}
