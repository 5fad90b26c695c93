/** What a step saw, in a few words. */
export type Seen = { seen: string }

export interface Line {
  step: number
  name: string
  seconds: number
  seen: string
}

/** Numbers the steps, prints each with its time, and keeps what they said. */
export function report(print: (line: string) => void, clock: () => number = () => performance.now()) {
  const lines: Line[] = []
  const failed: string[] = []
  const say = (name: string, began: number, seen: string, mark = ' ') => {
    const seconds = Math.round((clock() - began) / 100) / 10
    lines.push({ step: lines.length + 1, name, seconds, seen })
    const [first = '', ...more] = seen.split('\n')
    print(`${mark}${`${lines.length}`.padStart(2)}  ${`${seconds.toFixed(1)} s`.padStart(8)}  ${name}: ${first}`)
    for (const line of more) print(`                 ${line}`)
  }
  /** A step of which the next ones depend: what it throws ends the deploy. */
  async function step<T extends Seen>(name: string, work: () => Promise<T>): Promise<T> {
    const began = clock()
    try {
      const done = await work()
      say(name, began, done.seen)
      return done
    } catch (error) {
      say(name, began, sentence(error), '✗')
      failed.push(`${name}: ${sentence(error)}`)
      throw new Stopped(failed, { cause: error })
    }
  }
  /** A check: what it throws is written down, and the next check still runs. */
  async function check<T extends Seen>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    return step(name, work).catch(() => undefined)
  }
  /** What could not be looked at, and why; it is no fault of its own. */
  function leave(name: string, why: string): void {
    say(name, clock(), `not looked at: ${why}`, '–')
  }
  /** Ends the deploy if a check failed. */
  function passed(): void {
    if (failed.length > 0) throw new Stopped(failed)
  }
  return { step, check, leave, passed, lines }
}
export type Report = ReturnType<typeof report>

/** Everything that stands in the way has been printed already. */
export class Stopped extends Error {
  constructor(failed: readonly string[], options?: ErrorOptions) {
    super(failed.length === 1 ? 'One thing stands in the way.' : `${failed.length} things stand in the way.`, options)
    this.name = 'Stopped'
  }
}

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error))
