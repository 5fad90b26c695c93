import { modulesOf } from './modules.ts'

/** Light modules around the code, without which many cameras do not find it. */
const quiet = 4

/** The code as an SVG drawing in units of one module: `path` is filled, `box` is the viewBox with the quiet zone. */
export function drawQr(text: string): { path: string; box: string } {
  const modules = modulesOf(text)
  // One run of dark modules is one rectangle: whole coordinates, so no seam shows at any size.
  const runs = modules.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
    ].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
  )
  const side = modules.length + 2 * quiet
  return { path: runs.join(''), box: `-${quiet} -${quiet} ${side} ${side}` }
}
