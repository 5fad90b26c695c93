import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Log } from './log.ts'
import type { FunctionPart } from './parts.ts'
import { type Outcome, startWorker, type Worker } from './worker/worker.ts'

export interface Functions {
  /** Runs the function of that name on the event, as soon as a process of it is free. */
  invoke(name: string, event: unknown, cause: string): Promise<Outcome>
  /** Moves the clock of all processes, those to come included. */
  move(offset: number): void
  /** From now on the function runs from this folder. */
  replace(name: string, folder: string): Promise<void>
  /** Resolves when nothing runs. */
  idle(): Promise<void>
  processes(): number
  close(): Promise<void>
}

interface Options {
  parts: readonly FunctionPart[]
  /** Beside the template's own environment: region, endpoints. */
  environment: Record<string, string>
  log: Log
  /** Makes the functions' chance repeatable. */
  seed?: number | undefined
  /** Processes of one function at most. */
  most?: number | undefined
}

const idleMs = 120_000

interface Pool {
  part: FunctionPart
  free: { worker: Worker; since: number }[]
  count: number
  waiting: (() => void)[]
  generation: number
}

/** Each function in processes of its own: started when they are needed, ended when they were idle for two minutes. */
export function startFunctions({
  parts,
  environment,
  log,
  seed,
  most = Math.max(4, 2 * availableParallelism()),
}: Options): Functions {
  const pools = new Map<string, Pool>(
    parts.map((part) => [part.name, { part, free: [], count: 0, waiting: [], generation: 0 }]),
  )
  const running = new Set<Promise<unknown>>()
  const workers = new Set<Worker>()
  let offset = 0
  let started = 0
  let closed = false

  const poolOf = (name: string): Pool => {
    const pool = pools.get(name)
    if (!pool) throw new Error(`there is no function ${name}`)
    return pool
  }
  const end = async (worker: Worker) => {
    workers.delete(worker)
    await worker.end()
  }

  function start({ part }: Pool): Worker {
    const worker = startWorker({
      ...{ part, offset, environment: environmentOf(part, environment) },
      seed: seed === undefined ? undefined : seed + started++,
      hear: (line) => log.heard(part.verb, line),
    })
    workers.add(worker)
    return worker
  }

  async function take(pool: Pool): Promise<Worker> {
    for (;;) {
      const free = pool.free.pop()
      if (free?.worker.alive()) return free.worker
      if (free) {
        pool.count--
        workers.delete(free.worker)
        continue
      }
      if (pool.count < most) {
        pool.count++
        return start(pool)
      }
      await new Promise<void>((done) => pool.waiting.push(done))
    }
  }

  async function give(pool: Pool, worker: Worker, keep: boolean): Promise<void> {
    if (keep && worker.alive() && !closed) pool.free.push({ worker, since: Date.now() })
    else {
      pool.count--
      await end(worker)
    }
    pool.waiting.shift()?.()
  }

  async function run(name: string, event: unknown, cause: string): Promise<Outcome> {
    const pool = poolOf(name)
    const worker = await take(pool)
    const { generation } = pool
    const began = performance.now()
    const outcome = await worker.invoke(randomUUID(), JSON.stringify(event))
    const keep = (outcome.how === 'answered' || outcome.how === 'error') && generation === pool.generation
    await give(pool, worker, keep)
    if (!closed) log.ran(pool.part.verb, cause, performance.now() - began, outcome)
    return outcome
  }

  const reaper = setInterval(() => {
    for (const pool of pools.values())
      for (const idle of pool.free.filter(({ since }) => Date.now() - since > idleMs)) {
        pool.free.splice(pool.free.indexOf(idle), 1)
        pool.count--
        end(idle.worker)
      }
  }, idleMs / 4).unref()

  return {
    invoke(name, event, cause) {
      const running_ = run(name, event, cause)
      const settled = running_.catch(() => {}).finally(() => running.delete(settled))
      running.add(settled)
      return running_
    },
    move(next) {
      offset = next
      for (const worker of workers) worker.move(next)
    },
    async replace(name, folder) {
      const pool = poolOf(name)
      pool.part = { ...pool.part, folder }
      pool.generation++
      const old = pool.free.splice(0)
      pool.count -= old.length
      await Promise.all(old.map(({ worker }) => end(worker)))
    },
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
    processes: () => workers.size,
    async close() {
      closed = true
      clearInterval(reaper)
      await Promise.all([...workers].map(end))
    },
  }
}

/** What Lambda sets, and nothing of the machine's own environment. Its name is its key, so that stand-ins know who asks. */
const environmentOf = (part: FunctionPart, more: Record<string, string>): Record<string, string> => ({
  TZ: ':UTC',
  LANG: 'en_US.UTF-8',
  AWS_LAMBDA_FUNCTION_NAME: part.name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: `${part.memoryMb}`,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_ACCESS_KEY_ID: part.name,
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_SESSION_TOKEN: 'local',
  LAMBDA_TASK_ROOT: part.folder,
  _HANDLER: part.handler,
  ...more,
  ...part.environment,
})
