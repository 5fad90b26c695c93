import type { Vnd } from '../../functions/money.ts'

/** How many of a hundred squares are inked: whole ones only, never more than all. */
export const squaresOf = (receivedVnd: Vnd, goalVnd: Vnd): number =>
  goalVnd > 0 ? Math.max(0, Math.min(100, Math.floor((receivedVnd * 100) / goalVnd))) : 0

/** The inked squares as one path, 20 in a row of 10 units each, from square `from` (counted from 0). */
export function squarePath(to: number, from = 0): string {
  let path = ''
  for (let place = from; place < to; place += 1)
    path += `M${(place % 20) * 10 + 2} ${Math.floor(place / 20) * 10 + 2}h7v7h-7z`
  return path
}
