import { fork } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { compiled, root } from './kept.ts'

export interface Engine {
  /** Address of its HTTP API, without a slash at the end. */
  endpoint: string
  /** What it is, for people. */
  name: string
  /** Rejects when it ends before `close`. */
  ended: Promise<never>
  close(): Promise<void>
}

const binary = () => join(root, 'node_modules/@dynoxide', `${process.platform}-${process.arch}`, 'dynoxide')

const absent = (): string =>
  `There is no DynamoDB engine for ${process.platform}-${process.arch} on npm. Run one and name it, for instance: ` +
  'docker run -p 8000:8000 amazon/dynamodb-local, then DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start'

/** The engine of DYNAMODB_ENDPOINT, or dynoxide with its data in `file` (in memory without one). Throws one sentence if there is none. */
export async function startEngine({
  file,
  endpoint = process.env.DYNAMODB_ENDPOINT,
  program = binary(),
}: {
  file?: string
  endpoint?: string | undefined
  program?: string
}): Promise<Engine> {
  if (endpoint) {
    const address = endpoint.replace(/\/$/, '')
    if (!(await answers(address)))
      throw new Error(`Nothing answers at DYNAMODB_ENDPOINT (${address}). Start the engine there, or unset it.`)
    return { endpoint: address, name: address, ended: new Promise<never>(() => {}), close: async () => {} }
  }
  if (!existsSync(program)) throw new Error(absent())
  if (file) mkdirSync(dirname(file), { recursive: true })
  for (let attempt = 1; ; attempt++) {
    const engine = await tryStart(program, file)
    if (engine) return engine
    if (attempt === 5) throw new Error('The DynamoDB engine does not start: five free ports were taken before it came.')
  }
}

/** undefined if somebody else took its port in the meantime. */
async function tryStart(program: string, file?: string): Promise<Engine | undefined> {
  const port = await freePort()
  const place = file ? ['--db-path', file] : []
  const child = fork(join(import.meta.dirname, 'guard.ts'), [program, 'serve', '--port', `${port}`, ...place], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2_000)
    })
  let [closing, gone] = [false, false]
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  exited.then(() => {
    gone = true
  })
  const ended = exited.then((): never | Promise<never> => {
    if (closing) return new Promise<never>(() => {})
    throw new Error(`The DynamoDB engine stopped: ${said.trim().split('\n').at(-1) || 'it said nothing'}`)
  })
  ended.catch(() => {})
  const endpoint = `http://127.0.0.1:${port}`
  // Whoever answers must be ours: it says so before it takes requests.
  while (!gone && !said.includes('listening')) await pause(5)
  if (gone || !(await answers(endpoint))) {
    closing = true
    if (child.connected) child.disconnect()
    if (/in use/.test(said)) return undefined
    throw new Error(`The DynamoDB engine does not start: ${said.trim() || 'it said nothing'}`)
  }
  if (file) index(file)
  return {
    ...{ endpoint, ended },
    name: file ? 'dynoxide, with its data in .local' : 'dynoxide, in memory',
    async close() {
      closing = true
      if (child.connected) child.disconnect()
      await exited
    },
  }
}

/** Without it each read of the stream walks all records ever kept. */
function index(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  try {
    database.exec(
      'CREATE INDEX IF NOT EXISTS _runner_stream_order ON _stream_records(table_name, CAST(sequence_number AS INTEGER))',
    )
  } finally {
    database.close()
  }
}

export const freePort = () =>
  new Promise<number>((done, failed) => {
    const server = createServer().once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

async function answers(endpoint: string): Promise<boolean> {
  for (let attempt = 0; attempt < 30; attempt++) {
    const up = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        authorization:
          'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
      },
      body: '{}',
      signal: AbortSignal.timeout(2_000),
    }).then(
      ({ status }) => status < 500,
      () => false,
    )
    if (up) return true
    await pause(50)
  }
  return false
}
