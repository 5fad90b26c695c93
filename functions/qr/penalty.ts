type Modules = readonly (readonly boolean[])[]

const turned = (modules: Modules): boolean[][] => modules.map((_, column) => modules.map((row) => row[column]!))

/** Runs of five and more of one color, and what looks like a corner square with its quiet side. */
function alongRow(row: readonly boolean[]): number {
  const text = row.map(Number).join('')
  const runs = [...text.matchAll(/0{5,}|1{5,}/g)].reduce((sum, [run]) => sum + run.length - 2, 0)
  const corners = [...text.matchAll(/(?=10111010000|00001011101)/g)].length
  return runs + 40 * corners
}

/** How hard a camera reads it: ISO/IEC 18004, 7.8.3. */
export function penaltyOf(modules: Modules): number {
  const lines = [...modules, ...turned(modules)].reduce((sum, row) => sum + alongRow(row), 0)
  let blocks = 0
  for (let row = 1; row < modules.length; row++)
    for (let column = 1; column < modules.length; column++) {
      const [above, here] = [modules[row - 1]!, modules[row]!]
      const dark = here[column]
      if (above[column] === dark && above[column - 1] === dark && here[column - 1] === dark) blocks++
    }
  const share = modules.flat().filter(Boolean).length / modules.length ** 2
  return lines + 3 * blocks + 10 * Math.floor(Math.abs(share * 100 - 50) / 5)
}
