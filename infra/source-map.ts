interface SourceMap {
  version: 3
  sources: string[]
  names: string[]
  mappings: string
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const worth = new Uint8Array(128)
for (const [value, digit] of [...digits].entries()) worth[digit.charCodeAt(0)] = value

/** The numbers of one segment of a source map (base 64 VLQ). */
function decode(segment: string): number[] {
  const numbers: number[] = []
  let value = 0
  let shift = 0
  for (let index = 0; index < segment.length; index++) {
    const digit = worth[segment.charCodeAt(index)]!
    value |= (digit & 31) << shift
    shift += 5
    if (digit & 32) continue
    numbers.push(value & 1 ? -(value >> 1) : value >> 1)
    value = 0
    shift = 0
  }
  return numbers
}

function encode(number: number): string {
  let rest = number < 0 ? -number * 2 + 1 : number * 2
  let text = ''
  do {
    const digit = rest % 32
    rest = (rest - digit) / 32
    text += digits[rest > 0 ? digit + 32 : digit]
  } while (rest > 0)
  return text
}

/**
 * The part of a source map that leads to sources which `ours` accepts. Node reads a whole map when a module is loaded,
 * and nine tenths of it would lead into packages.
 */
export function onlyOurs(map: SourceMap, ours: (source: string) => boolean): SourceMap {
  const keep = map.sources.map(ours)
  const place = keep.map((_, index) => keep.slice(0, index).filter(Boolean).length)
  const names: string[] = []
  const nameAt = new Map<number, number>()
  const at = [0, 0, 0, 0, 0]
  const out = [0, 0, 0, 0, 0]
  const write = (target: readonly number[]): string => {
    const text = target.map((value, field) => encode(value - out[field]!)).join('')
    for (const [field, value] of target.entries()) out[field] = value
    return text
  }
  const mappings = map.mappings.split(';').map((line) => {
    at[0] = 0
    out[0] = 0
    let kept = true
    const segments: string[] = []
    for (const segment of line ? line.split(',') : []) {
      const fields = decode(segment)
      for (let field = 0; field < fields.length; field++) at[field]! += fields[field]!
      if (fields.length > 1 && keep[at[1]!]) {
        const [column = 0, source = 0, row = 0, from = 0, name = 0] = at
        const target = [column, place[source]!, row, from]
        if (fields.length > 4) {
          if (!nameAt.has(name)) nameAt.set(name, names.push(map.names[name]!) - 1)
          target.push(nameAt.get(name)!)
        }
        segments.push(write(target))
        kept = true
      } else if (kept) {
        segments.push(write([at[0]!]))
        kept = false
      }
    }
    return segments.join(',')
  })
  return { version: 3, sources: map.sources.filter((_, index) => keep[index]), names, mappings: mappings.join(';') }
}
