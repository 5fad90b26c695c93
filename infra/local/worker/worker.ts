import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { FunctionPart } from '../parts.ts'
import type { Asked, Fault, Told } from './run.ts'

export type Outcome =
  | { how: 'answered'; payload: string }
  /** `error`: the handler threw. `crash`: the process ended. `broken`: its bundle does not load. */
  | { how: 'error' | 'crash' | 'timeout' | 'broken'; fault: Fault }

export interface Worker {
  invoke(id: string, event: string): Promise<Outcome>
  /** Moves its clock by so many milliseconds from the machine's. */
  move(offset: number): void
  alive(): boolean
  end(): Promise<void>
}

interface Options {
  part: FunctionPart
  environment: Record<string, string>
  offset: number
  seed?: number | undefined
  hear(line: string): void
}

/** Lambda gives V8 nine tenths of the function's memory. */
const heapOf = (memoryMb: number) => Math.floor(memoryMb * 0.9)
const fault = (errorType: string, errorMessage: string): Fault => ({ errorType, errorMessage, trace: [] })

/** One process for one function; it takes one event at a time. */
export function startWorker({ part, environment, offset, seed, hear }: Options): Worker {
  const here = import.meta.dirname
  const child: ChildProcess = fork(join(here, 'run.ts'), [part.folder, part.handler, `${offset}`, `${seed ?? ''}`], {
    execArgv: [
      `--max-old-space-size=${heapOf(part.memoryMb)}`,
      '--disable-warning=ExperimentalWarning',
      ...['--import', join(here, 'preload.ts')],
    ],
    env: environment,
    cwd: part.folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let stderr = ''
  if (child.stdout) createInterface({ input: child.stdout }).on('line', hear)
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = `${stderr}${text}`.slice(-4_000)
  })

  let alive = true
  let settle: ((outcome: Outcome) => void) | undefined
  const finish = (outcome: Outcome) => {
    settle?.(outcome)
    settle = undefined
  }
  const ready = new Promise<Fault | undefined>((done) => {
    child.on('message', (told: Told) => {
      if ('line' in told) hear(told.line)
      else if ('ready' in told) done(undefined)
      else if ('broken' in told) done(told.broken)
      else if ('fault' in told) finish({ how: 'error', fault: told.fault })
      else finish({ how: 'answered', payload: told.payload })
    })
    child.once('exit', () => done(undefined))
  })
  const exited = new Promise<void>((done) => {
    const gone = (code: number | null, signal: string | null) => {
      alive = false
      finish({ how: 'crash', fault: crashOf(part, stderr, code, signal) })
      done()
    }
    child.once('error', (error) => {
      stderr += error.message
      gone(null, null)
    })
    // `close` comes after its last line was read.
    child.once('close', gone)
  })

  return {
    alive: () => alive,
    move: (next) => void (child.connected && child.send({ offset: next })),
    async invoke(id, event) {
      const broken = await ready
      if (broken) return { how: 'broken', fault: broken }
      if (!alive || !child.connected)
        return { how: 'crash', fault: crashOf(part, stderr, child.exitCode, child.signalCode) }
      return new Promise<Outcome>((done) => {
        const milliseconds = part.timeoutSeconds * 1_000
        const timer = setTimeout(() => {
          finish({
            how: 'timeout',
            fault: fault('Sandbox.Timedout', `Task timed out after ${part.timeoutSeconds} seconds`),
          })
          child.kill('SIGKILL')
        }, milliseconds)
        settle = (outcome) => {
          clearTimeout(timer)
          done(outcome)
        }
        const asked: Asked = { id, event, until: performance.timeOrigin + performance.now() + milliseconds }
        child.send(asked, (error) => error && child.kill('SIGKILL'))
      })
    },
    async end() {
      if (alive) child.kill('SIGKILL')
      await exited
    },
  }
}

function crashOf(part: FunctionPart, stderr: string, code: number | null, signal: string | null): Fault {
  if (/heap out of memory|Allocation failed/.test(stderr))
    return fault('Runtime.OutOfMemory', `it needs more than the ${part.memoryMb} MB that the template gives it`)
  const said = stderr.split('\n').find((line) => /^\w*(Error|Exception)\b/.test(line.trim()))
  const how = signal ? `signal ${signal}` : `exit code ${code}`
  return fault('Runtime.ExitError', said ? `${said.trim()} (${how})` : `its process ended with ${how}`)
}
