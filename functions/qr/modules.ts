import { codewordsOf } from './codewords.ts'
import { penaltyOf } from './penalty.ts'
import type { Version } from './version.ts'

/** Dark is true; `undefined` is not drawn yet. */
type Grid = (boolean | undefined)[][]

/** The bits and their remainder by a generator of `degree`: how format and version protect themselves. */
function protectedBits(value: number, generator: number, degree: number): number {
  let rest = value
  for (let step = 0; step < degree; step++) rest = (rest << 1) ^ (((rest >> (degree - 1)) & 1) * generator)
  return (value << degree) | rest
}

function square(grid: Grid, row: number, column: number, radius: number, isDark: (distance: number) => boolean): void {
  for (let down = -radius; down <= radius; down++)
    for (let right = -radius; right <= radius; right++) {
      const line = grid[row + down]
      if (line && column + right >= 0 && column + right < grid.length)
        line[column + right] = isDark(Math.max(Math.abs(down), Math.abs(right)))
    }
}

/** What is the same for every text of a version; places of the format are kept free of data. */
function groundOf({ version, size, alignments }: Version): Grid {
  const grid: Grid = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined))
  for (let at = 8; at < size - 8; at++) grid[6]![at] = grid[at]![6] = at % 2 === 0
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    square(grid, row, column, 4, (distance) => distance !== 2 && distance !== 4)
  const corner = (row: number, column: number) => grid[row]![column] !== undefined && row !== 6 && column !== 6
  for (const row of alignments)
    for (const column of alignments)
      if (
        !corner(row, column) &&
        !(row === 6 && (column === 6 || column === size - 7)) &&
        !(column === 6 && row === size - 7)
      )
        square(grid, row, column, 2, (distance) => distance !== 1)
  if (version >= 7)
    for (let bit = 0, bits = protectedBits(version, 0x1f25, 12); bit < 18; bit++) {
      const [near, far] = [Math.floor(bit / 3), size - 11 + (bit % 3)]
      grid[near]![far] = grid[far]![near] = ((bits >> bit) & 1) === 1
    }
  drawFormat(grid, 0)
  return grid
}

/** Error correction M (00) and the mask, twice. */
function drawFormat(grid: Grid, mask: number): void {
  const bits = protectedBits(mask, 0x537, 10) ^ 0x5412
  const { length: size } = grid
  for (let bit = 0; bit < 15; bit++) {
    const dark = ((bits >> bit) & 1) === 1
    const near = bit < 6 ? bit : bit < 8 ? bit + 1 : 0
    if (bit < 8) grid[near]![8] = dark
    else grid[8]![bit === 8 ? 7 : 14 - bit] = dark
    if (bit < 8) grid[8]![size - 1 - bit] = dark
    else grid[size - 15 + bit]![8] = dark
  }
  grid[size - 8]![8] = true
}

const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

/** Free places in the order of the bits: two columns at a time from the right, up and down in turn. */
function* places(ground: Grid): Generator<[number, number]> {
  const { length: size } = ground
  for (let right = size - 1, up = true; right >= 1; right -= 2, up = !up) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++)
      for (const column of [right, right - 1]) {
        const row = up ? size - 1 - step : step
        if (ground[row]![column] === undefined) yield [row, column]
      }
  }
}

/** The code's modules, row by row; dark is true. Of the eight masks the one that a camera reads best. */
export function modulesOf(text: string): boolean[][] {
  const { version, words } = codewordsOf(text)
  const ground = groundOf(version)
  const free = [...places(ground)]
  const drawn = masks.map((isTurned, mask) => {
    const grid = ground.map((row) => [...row])
    for (const [place, [row, column]] of free.entries()) {
      const dark = (((words[place >> 3] ?? 0) >> (7 - (place & 7))) & 1) === 1
      grid[row]![column] = dark !== isTurned(row, column)
    }
    drawFormat(grid, mask)
    return grid.map((row) => row.map((module) => module === true))
  })
  const penalties = drawn.map(penaltyOf)
  return drawn[penalties.indexOf(Math.min(...penalties))]!
}
