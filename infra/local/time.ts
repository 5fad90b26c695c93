/** The runner's clock: the machine's, moved by an offset that everything local shares. */
export function movableTime() {
  let offset = 0
  return {
    /** Milliseconds since 1970. */
    now: () => Date.now() + offset,
    /** Milliseconds that it is ahead of the machine. */
    offset: () => offset,
    /** Moves on by so many seconds, or back. */
    move(seconds: number): void {
      offset += seconds * 1_000
    },
  }
}
export type Time = ReturnType<typeof movableTime>
