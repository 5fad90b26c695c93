import type { SchedulePart } from './parts.ts'
import type { Time } from './time.ts'
import type { Outcome } from './worker/worker.ts'

export interface Schedules {
  /** Runs what the schedule would run, now. `run` is a function's name. */
  fire(run: string): Promise<Outcome>
  /** Runs what has become due; time that was moved over several turns is one turn, as after an outage. */
  catchUp(): Promise<void>
  close(): void
}

interface Options {
  parts: readonly SchedulePart[]
  time: Time
  invoke(name: string, event: unknown, cause: string): Promise<Outcome>
  /** False: nothing runs but by `fire` and `catchUp`. */
  running: boolean
}

/** EventBridge schedules on the runner's clock. */
export function startSchedules({ parts, time, invoke, running }: Options): Schedules {
  const due = new Map(parts.map((part) => [part, time.now() + part.everyMinutes * 60_000]))
  const busy = new Set<SchedulePart>()
  const turn = (part: SchedulePart): Promise<Outcome> =>
    invoke(part.run, JSON.parse(part.input) as unknown, `every ${part.everyMinutes} min`)

  async function run(part: SchedulePart): Promise<void> {
    busy.add(part)
    try {
      await turn(part)
    } finally {
      busy.delete(part)
    }
  }
  async function catchUp(): Promise<void> {
    const now = [...due].filter(([, at]) => time.now() >= at).map(([part]) => part)
    for (const part of now) due.set(part, time.now() + part.everyMinutes * 60_000)
    await Promise.all(now.filter((part) => !busy.has(part)).map(run))
  }
  const timer = running ? setInterval(catchUp, 1_000).unref() : undefined
  return {
    catchUp,
    close: () => clearInterval(timer),
    async fire(run) {
      const part = parts.find((each) => each.run === run)
      if (!part) throw new Error(`no schedule runs ${run}`)
      return turn(part)
    },
  }
}
