import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { compiled } from '../../../infra/local/kept.ts'
import { listen } from '../../../infra/local/serve.ts'

const base = mkdtempSync(join(tmpdir(), 'start-'))
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(base, { recursive: true, force: true })
})

/** `npm start` as its own process, its data in a folder of this test; `below`: below a shell, as npm runs it. */
function start(name: string, { env = {}, args = [] as string[], below = false } = {}) {
  const given = ['--data', join(base, name), ...args]
  const direct = [process.execPath, ['infra/local/start.ts', ...given]] as const
  const [program, typed] = below
    ? (['sh', ['-c', `node infra/setup.mjs start ${given.join(' ')}; exit $?`]] as const)
    : direct
  const child = spawn(program, typed, {
    env: { PATH: process.env.PATH ?? '', HOME: base, NODE_COMPILE_CACHE: compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const lines: string[] = []
  const errors: string[] = []
  const up = new Promise<string>((done) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      if (line.startsWith('http://')) done(line)
    })
  })
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  const ended = new Promise<number | null>((done) =>
    child.once('close', (code) => {
      running.delete(child)
      done(code)
    }),
  )
  return { child, lines, errors: () => errors.filter((line) => line !== ''), up, ended }
}

/** This machine's processes: number and command line. */
const processes = (): [pid: number, command: string][] =>
  execFileSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => [Number.parseInt(line, 10), line])
const processesWith = (text: string) => processes().filter(([, command]) => command.includes(text))

const freePort = async (): Promise<string> => {
  const { port, close } = await listen(createServer())
  await close()
  return `${port}`
}

describe('npm start', () => {
  it('brings the city up, says where in its last line, keeps what it has, and leaves nothing behind', async () => {
    const PORT = await freePort()
    const first = start('kept', { env: { PORT } })
    const address = await first.up
    expect([address, first.lines.at(-1)]).toEqual([`http://127.0.0.1:${PORT}/`, address])
    expect(first.lines.join('\n')).toMatch(/\d+\.\d s {2}first content: \d+ added/)
    expect((await fetch(address)).headers.get('x-cache')).toBe('Miss from cloudfront')
    expect((await fetch(`${address}api/programs`)).status).toBe(200)
    expect(processesWith(join(base, 'kept', 'table.db'))).not.toEqual([])

    const other = start('kept', { env: { PORT: await freePort() } })
    expect(await other.ended).toBe(1)
    expect(other.errors()).toEqual([
      expect.stringMatching(/^The city already runs from this folder at http:\S+ \(process \d+\)\. Stop it first\.$/),
    ])

    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    expect(processesWith(join(base, 'kept'))).toEqual([])

    // As npm runs it, in a shell that hands no signal on: it ends with the shell.
    const again = start('kept', { env: { PORT, npm_lifecycle_event: 'start' }, below: true })
    await again.up
    expect(again.lines.join('\n')).toMatch(/first content: \d+ as they were/)
    again.child.kill('SIGTERM')
    await again.ended
    await expect.poll(() => processesWith(join(base, 'kept')), { timeout: 5_000 }).toEqual([])

    const fresh = start('kept', { env: { PORT }, args: ['--fresh'] })
    await fresh.up
    expect(fresh.lines.join('\n')).toMatch(/first content: \d+ added/)
    fresh.child.kill('SIGKILL')
    await fresh.ended
    await expect.poll(() => processesWith(join(base, 'kept')), { timeout: 5_000 }).toEqual([])
  })
  it('says in one sentence that its port is taken', async () => {
    const taken = await listen(createServer())
    const { ended, errors } = start('port', { env: { PORT: `${taken.port}` } })
    expect(await ended).toBe(1)
    expect(errors()).toEqual([
      `Port ${taken.port} is taken by another program. Choose another one: PORT=${taken.port + 1} npm start`,
    ])
    expect(processesWith(join(base, 'port'))).toEqual([])
    await taken.close()
  })
  it('says in one sentence that the engine it was told of is not there', async () => {
    const DYNAMODB_ENDPOINT = `http://127.0.0.1:${await freePort()}`
    const { ended, errors } = start('engine', { env: { DYNAMODB_ENDPOINT, PORT: await freePort() } })
    expect(await ended).toBe(1)
    expect(errors()).toEqual([
      `Nothing answers at DYNAMODB_ENDPOINT (${DYNAMODB_ENDPOINT}). Start the engine there, or unset it.`,
    ])
  })
  it('does not empty somebody else’s engine', async () => {
    const env = { DYNAMODB_ENDPOINT: 'http://127.0.0.1:1', PORT: await freePort() }
    const { ended, errors } = start('other', { env, args: ['--fresh'] })
    expect(await ended).toBe(1)
    expect(errors()).toEqual([expect.stringMatching(/^--fresh does not empty the engine of DYNAMODB_ENDPOINT\./)])
  })
  it('says in one sentence that a port is none', async () => {
    const { ended, errors } = start('none', { env: { PORT: 'http' } })
    expect(await ended).toBe(1)
    expect(errors()).toEqual(['PORT must be a number from 1 to 65535, not "http".'])
  })
  it('stops with one sentence if the engine dies', async () => {
    const { child, up, ended, errors } = start('dies', { env: { PORT: await freePort() } })
    await up
    const [engine] = processesWith(join(base, 'dies', 'table.db')).filter(
      ([, command]) => !command.includes('guard.ts'),
    )
    if (!engine) throw new Error('the engine does not run')
    process.kill(engine[0], 'SIGKILL')
    expect(await ended).toBe(1)
    expect(errors()).toEqual([expect.stringMatching(/^The DynamoDB engine stopped: /)])
    expect(child.exitCode).toBe(1)
  })
})
