import { Refusal } from '../refusal.ts'

/** Cells of one record of a CSV file, and the line of the file that it begins on. */
export interface Cells {
  line: number
  cells: string[]
}

export const separators = [',', ';', '\t'] as const
export type Separator = (typeof separators)[number]

/** Text of a downloaded file: UTF-8, or UTF-16 as spreadsheets write it. Refuses every other encoding. */
export function textOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('malformed', 'file-bytes')
  }
}

/**
 * Records of RFC 4180 with any line end. A quote counts only where a cell begins, for banks write bare quotes into texts.
 * Refuses a quote that is not closed, or closed before the cell ends.
 */
export function cellsOf(text: string, separator: Separator): Cells[] {
  const records: Cells[] = []
  const plain = text.replace(/^\ufeff/, '')
  let line = 1
  let record: Cells = { line, cells: [] }
  let at = 0
  while (at < plain.length) {
    const { cell, end, lines } = plain[at] === '"' ? quoted(plain, at, line) : bare(plain, at, separator)
    record.cells.push(cell)
    line += lines
    const stop = plain[end]
    if (stop !== undefined && stop !== separator && stop !== '\n' && stop !== '\r') refuseQuote(line)
    at = plain.startsWith('\r\n', end) ? end + 2 : end + 1
    if (stop === separator && at < plain.length) continue
    if (stop === separator) record.cells.push('')
    records.push(record)
    line++
    record = { line, cells: [] }
  }
  return records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

function refuseQuote(line: number): never {
  throw new Refusal('malformed', 'file-quote', { with: { line } })
}

function bare(text: string, from: number, separator: Separator) {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { cell: text.slice(from, end), end, lines: 0 }
}

function quoted(text: string, from: number, line: number) {
  let end = from + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end < 0) refuseQuote(line)
    if (text[end + 1] !== '"') break
    end += 2
  }
  const cell = text.slice(from + 1, end).replaceAll('""', '"')
  return { cell, end: end + 1, lines: cell.split(/\r\n|\r|\n/).length - 1 }
}
