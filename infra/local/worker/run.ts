import { existsSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format } from 'node:util'

/** The process of one function: as the Lambda runtime does, it loads the bundle once and then takes one event at a time. */
export interface Asked {
  id: string
  event: string
  /** Milliseconds since 1970, of the machine's own clock, when time is up. */
  until: number
}
export type Told =
  | { ready: true }
  | { broken: Fault }
  | { line: string }
  | { id: string; payload: string }
  | { id: string; fault: Fault }
export interface Fault {
  errorType: string
  errorMessage: string
  trace: string[]
}

const [folder = '', handler = ''] = process.argv.slice(2)
const tell = (told: Told) => process.send?.(told)
const realNow = () => performance.timeOrigin + performance.now()
let request = ''

const faultOf = (error: unknown): Fault =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }
    : { errorType: typeof error, errorMessage: String(error), trace: [] }

for (const level of ['trace', 'debug', 'info', 'log', 'warn', 'error'] as const)
  console[level] = (...given: unknown[]) => {
    const [first] = given
    const message =
      given.length === 1 && typeof first === 'object' && !(first instanceof Error) ? first : format(...given)
    const line = {
      timestamp: new Date().toISOString(),
      level: level === 'log' ? 'INFO' : level.toUpperCase(),
      requestId: request,
      message,
    }
    tell({ line: JSON.stringify(line) })
  }

type Handler = (event: unknown, context: object) => unknown

async function load(): Promise<Handler> {
  const [file = '', name = ''] = handler.split('.')
  const path = ['.mjs', '.js'].map((end) => join(folder, `${file}${end}`)).find(existsSync)
  if (!path) throw new Error(`its bundle has no ${file}.mjs`)
  const module = (await import(pathToFileURL(path).href)) as Record<string, unknown>
  const found = module[name]
  if (typeof found !== 'function') throw new Error(`its bundle exports no ${name}`)
  return found as Handler
}

const contextOf = ({ id, until }: Asked) => ({
  awsRequestId: id,
  functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
  functionVersion: '$LATEST',
  memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, Math.round(until - realNow())),
})

process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches the whole group; the runner decides when its functions end.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})

try {
  const run = await load()
  process.on('message', async (asked: Asked | { offset: number }) => {
    if (!('event' in asked)) return
    request = asked.id
    try {
      const result = await run(JSON.parse(asked.event), contextOf(asked))
      tell({ id: asked.id, payload: JSON.stringify(result) ?? 'null' })
    } catch (error) {
      tell({ id: asked.id, fault: faultOf(error) })
    }
  })
  tell({ ready: true })
  // A process that is killed never comes to keep what it has compiled.
  flushCompileCache()
} catch (error) {
  tell({ broken: faultOf(error) })
}
