/** Which of `items` fit all that is `asked`; if none does, those that fit the most. `of` is an item's values, spaces between several. */
export function nearest<T>(
  items: readonly T[],
  of: (item: T) => Readonly<Record<string, string | undefined>>,
  asked: Readonly<Record<string, string>>,
): { found: T[]; exact: boolean } {
  const wanted = Object.entries(asked).filter(([, value]) => value !== '')
  const score = (item: T) => wanted.filter(([name, value]) => (of(item)[name] ?? '').split(' ').includes(value)).length
  const best = Math.max(0, ...items.map(score))
  const exact = best === wanted.length
  return { found: !exact && best === 0 ? [] : items.filter((item) => score(item) === best), exact }
}
