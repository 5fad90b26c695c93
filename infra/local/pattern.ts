const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function one(rule: unknown, value: unknown): boolean {
  if (!isObject(rule)) return rule === value
  const [[name, wanted] = ['', undefined]] = Object.entries(rule)
  if (name === 'exists') return (value !== undefined) === wanted
  if (name === 'anything-but') return value !== undefined && ![wanted].flat().includes(value)
  if (typeof value !== 'string' || typeof wanted !== 'string') return false
  if (name === 'prefix') return value.startsWith(wanted)
  if (name === 'suffix') return value.endsWith(wanted)
  if (name === 'equals-ignore-case') return value.toLowerCase() === wanted.toLowerCase()
  throw new Error(`a filter pattern uses "${name}", which the local runner does not understand`)
}

/** True if the record fits a filter pattern: each named part must fit one of its rules; of a list, one of its members. */
export function fits(pattern: unknown, record: unknown): boolean {
  if (Array.isArray(pattern)) {
    const values: unknown[] = Array.isArray(record) && record.length > 0 ? record : [record]
    return pattern.some((rule) => values.some((value) => one(rule, value)))
  }
  if (!isObject(pattern)) throw new Error('a filter pattern is an object whose leaves are lists')
  return Object.entries(pattern).every(([name, part]) => fits(part, isObject(record) ? record[name] : undefined))
}
