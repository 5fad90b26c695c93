import { fork } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { FunctionPart } from '../parts.ts'
import type { Asked, Fault, Told } from './run.ts'

export interface Launch {
  part: FunctionPart
  environment: Record<string, string>
  offset: number
  seed?: number | undefined
  hear(line: string): void
}

/** Lambda gives V8 nine tenths of the function's memory. */
const heapOf = (memoryMb: number) => Math.floor(memoryMb * 0.9)

export const faultOf = (errorType: string, errorMessage: string): Fault => ({ errorType, errorMessage, trace: [] })

/** The process of a function with nothing of this one's environment; `ended` tells why it ended. */
export function launch({ part, environment, offset, seed, hear }: Launch, told: (told: Told) => void) {
  const here = import.meta.dirname
  const child = fork(join(here, 'run.ts'), [part.folder, part.handler, `${offset}`, `${seed ?? ''}`], {
    execArgv: [
      `--max-old-space-size=${heapOf(part.memoryMb)}`,
      '--disable-warning=ExperimentalWarning',
      ...['--import', join(here, 'preload.ts')],
    ],
    env: { ...environment, NODE_COMPILE_CACHE: join(part.folder, '../compiled') },
    cwd: part.folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let stderr = ''
  if (child.stdout) createInterface({ input: child.stdout }).on('line', hear)
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = `${stderr}${text}`.slice(-4_000)
  })
  child.on('message', told)
  const ended = new Promise<Fault>((done) => {
    child.once('error', (error) => done(faultOf('Runtime.ExitError', error.message)))
    // `close` comes after its last line was read.
    child.once('close', (code, signal) => done(crashOf(part, stderr, code, signal)))
  })
  return {
    ended,
    kill: () => void child.kill('SIGKILL'),
    /** What cannot be sent any more ends in `ended`. */
    send: (message: Asked | { offset: number }) =>
      void (child.connected && child.send(message, (error) => error && child.kill('SIGKILL'))),
  }
}

function crashOf({ memoryMb }: FunctionPart, stderr: string, code: number | null, signal: string | null): Fault {
  if (/heap out of memory|Allocation failed/.test(stderr))
    return faultOf('Runtime.OutOfMemory', `it needs more than the ${memoryMb} MB that the template gives it`)
  const said = stderr.split('\n').find((line) => /^\w*(Error|Exception)\b/.test(line.trim()))
  const how = signal ? `signal ${signal}` : `exit code ${code}`
  return faultOf('Runtime.ExitError', said ? `${said.trim()} (${how})` : `its process ended with ${how}`)
}
