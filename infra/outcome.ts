/** What `programs/publish` answers. */
export interface Outcome {
  added: string[]
  changed: string[]
  older: string[]
  same: number
}

/** The outcome in a line. */
export function told({ added, changed, older, same }: Outcome): string {
  const parts = [
    added.length > 0 && `${added.length} added`,
    changed.length > 0 && `changed: ${changed.join(', ')}`,
    older.length > 0 && `left alone because another text has this version or a newer one: ${older.join(', ')}`,
    same > 0 && `${same} as they were`,
  ]
  return parts.filter(Boolean).join('; ')
}
