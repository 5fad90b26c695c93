import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Log } from './log.ts'
import type { FunctionPart } from './parts.ts'
import { openPool } from './pool.ts'
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

/** Each function in processes of its own: started when they are needed, ended when they were idle for two minutes. */
export function startFunctions(options: Options): Functions {
  const { parts, environment, log, seed, most = Math.max(4, 2 * availableParallelism()) } = options
  const workers = new Set<Worker>()
  const running = new Set<Promise<unknown>>()
  let offset = 0
  let started = 0
  let closed = false

  function start(part: FunctionPart): Worker {
    const worker = startWorker({
      ...{ part, offset, environment: environmentOf(part, environment) },
      seed: seed === undefined ? undefined : seed + started++,
      hear: (line) => log.heard(part.verb, line),
    })
    workers.add(worker)
    worker.ended.then(() => workers.delete(worker))
    return worker
  }
  const pools = new Map(parts.map((part) => [part.name, openPool(part, { most, start })]))
  const poolOf = (name: string) => {
    const pool = pools.get(name)
    if (!pool) throw new Error(`there is no function ${name}`)
    return pool
  }

  async function run(name: string, event: unknown, cause: string): Promise<Outcome> {
    const pool = poolOf(name)
    return pool.use(async (worker) => {
      const began = performance.now()
      const done = await worker.invoke(randomUUID(), JSON.stringify(event))
      if (!closed) log.ran(pool.verb(), cause, performance.now() - began, done)
      return { done, keep: !closed && (done.how === 'answered' || done.how === 'error') }
    })
  }

  const reaper = setInterval(() => {
    for (const pool of pools.values()) pool.reap(idleMs)
  }, idleMs / 4).unref()

  return {
    invoke(name, event, cause) {
      const runs = run(name, event, cause)
      const settled = runs.catch(() => {}).finally(() => running.delete(settled))
      running.add(settled)
      return runs
    },
    move(next) {
      offset = next
      for (const worker of workers) worker.move(next)
    },
    replace: (name, folder) => poolOf(name).replace(folder),
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
    processes: () => workers.size,
    async close() {
      closed = true
      clearInterval(reaper)
      await Promise.all([...workers].map((worker) => worker.end()))
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
