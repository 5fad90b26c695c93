/** ISO/IEC 18004, error correction M (a sixth of the picture may be lost), versions 1 to 10: enough for 213 bytes. */
export interface Version {
  version: number
  /** Modules along one side, without the quiet zone. */
  size: number
  /** Codewords that hold the text, and those that correct each block. */
  data: number
  correction: number
  blocks: number
  /** Where the small squares stand, along both axes. */
  alignments: readonly number[]
}

const totals = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346]
const corrections = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26]
const blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5]

/** The first at 6, the last 7 from the edge, from version 7 on one between. */
function alignmentsOf(version: number): number[] {
  const last = 4 * version + 10
  if (version === 1) return []
  return version < 7 ? [6, last] : [6, (6 + last) / 2, last]
}

export const versions: readonly Version[] = totals.map((total, place) => ({
  version: place + 1,
  size: 4 * place + 21,
  data: total - corrections[place]! * blocks[place]!,
  correction: corrections[place]!,
  blocks: blocks[place]!,
  alignments: alignmentsOf(place + 1),
}))
