/** A field of text: quoted, and never read as a formula by a spreadsheet. */
export function csvText(text: string): string {
  const plain = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${plain.replaceAll('"', '""')}"`
}

export type Cell = string | number | null

/** RFC 4180 with a byte order mark, so that a spreadsheet reads Vietnamese; numbers stay numbers. */
export const csv = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${[columns.join(','), ...rows.map((row) => row.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : csvText(cell))).join(','))].join('\r\n')}\r\n`
