/** Says each step and how long it took. */
export function steps(print: (line: string) => void) {
  const seconds = (since: number) => `${((performance.now() - since) / 1_000).toFixed(1)} s`
  return async <T>(name: string, work: () => Promise<T>, more: (done: T) => string = () => ''): Promise<T> => {
    const began = performance.now()
    const done = await work()
    const extra = more(done)
    print(`${seconds(began).padStart(7)}  ${name}${extra ? `: ${extra}` : ''}`)
    return done
  }
}
