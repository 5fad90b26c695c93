/** Throws all that failed while the rest went on, as one error whose message names each; does nothing if nothing failed. */
export function throwAll(failed: readonly unknown[]): void {
  if (failed.length > 0) throw new AggregateError(failed, failed.map(String).join('; '))
}
