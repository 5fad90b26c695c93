import type { FunctionPart } from './parts.ts'
import type { Worker } from './worker/worker.ts'

interface Options {
  /** Processes at most. */
  most: number
  start(part: FunctionPart): Worker
}

/** The processes of one function. Each runs one event at a time; who comes when all are busy waits in line. */
export function openPool(first: FunctionPart, { most, start }: Options) {
  let part = first
  let generation = 0
  let count = 0
  const free: { worker: Worker; since: number }[] = []
  const waiting: (() => void)[] = []

  async function take(): Promise<{ worker: Worker; generation: number }> {
    for (;;) {
      const worker = free.pop()?.worker
      if (worker?.alive()) return { worker, generation }
      if (worker) count--
      else if (count < most) {
        count++
        return { worker: start(part), generation }
      } else await new Promise<void>((done) => waiting.push(done))
    }
  }
  const drop = async (idle: typeof free): Promise<void> => {
    count -= idle.length
    await Promise.all(idle.map(({ worker }) => worker.end()))
  }
  return {
    verb: () => part.verb,
    /** Uses a process; it is kept only if `use` says so. */
    async use<T>(use: (worker: Worker) => Promise<{ done: T; keep: boolean }>): Promise<T> {
      const taken = await take()
      const { done, keep } = await use(taken.worker)
      const idle = { worker: taken.worker, since: Date.now() }
      if (keep && taken.worker.alive() && taken.generation === generation) free.push(idle)
      else await drop([idle])
      waiting.shift()?.()
      return done
    },
    /** From now on it runs from this folder. */
    async replace(folder: string): Promise<void> {
      part = { ...part, folder }
      generation++
      await drop(free.splice(0))
    },
    /** Ends what was idle for so long. */
    reap(idleMs: number): void {
      const old = free.filter(({ since }) => Date.now() - since > idleMs)
      for (const each of old) free.splice(free.indexOf(each), 1)
      drop(old)
    },
  }
}
