/** Lets payments come whose time is there, and wakes for the next. `come` takes the time away again. */
export function latecomers<Of extends { lateAt: number | undefined }>(
  all: ReadonlyMap<string, Of>,
  now: () => number,
  come: (of: Of, at: number) => void,
) {
  let timer: NodeJS.Timeout | undefined
  const settle = (): void => {
    for (const of of all.values()) if (of.lateAt !== undefined && of.lateAt <= now()) come(of, of.lateAt)
    clearTimeout(timer)
    const next = Math.min(...[...all.values()].map(({ lateAt }) => lateAt ?? Number.POSITIVE_INFINITY))
    if (Number.isFinite(next)) timer = setTimeout(settle, Math.max(0, next - now())).unref()
  }
  return { settle, stop: () => clearTimeout(timer) }
}
