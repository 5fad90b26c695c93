import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type Functions, startFunctions } from '../../../infra/local/functions.ts'
import { openLog } from '../../../infra/local/log.ts'
import type { FunctionPart } from '../../../infra/local/parts.ts'
import type { Outcome } from '../../../infra/local/worker/worker.ts'

const base = mkdtempSync(join(tmpdir(), 'worker-'))
const open: Functions[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})
afterAll(() => rmSync(base, { recursive: true }))

let made = 0
function bundleOf(code: string): string {
  const folder = join(base, `${++made}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'index.mjs'), code)
  return folder
}

/** A function `f` of this code. */
function start(code: string, more: Partial<FunctionPart> = {}, options: { seed?: number; most?: number } = {}) {
  const lines: string[] = []
  const log = openLog((line) => lines.push(line))
  const part = { name: 'f', arn: 'arn', verb: 'room/verb', folder: bundleOf(code), handler: 'index.handler' }
  const functions = startFunctions({
    parts: [{ ...part, timeoutSeconds: 10, memoryMb: 128, environment: { GREETING: 'chào' }, ...more }],
    ...{ environment: { AWS_REGION: 'ap-southeast-1' }, log, ...options },
  })
  open.push(functions)
  const run = async (event: unknown = {}) => functions.invoke('f', event, 'GET /x')
  return { functions, run, log, lines }
}
const said = (outcome: Outcome) => {
  if (outcome.how !== 'answered') throw new Error(`${outcome.how}: ${outcome.fault.errorMessage}`)
  return JSON.parse(outcome.payload)
}

describe('a function', () => {
  it('sees its template’s environment and nothing of this machine', async () => {
    process.env.OF_THIS_MACHINE = 'secret'
    const { run } = start('export const handler = async () => process.env')
    const environment = said(await run())
    expect(environment).toMatchObject({ GREETING: 'chào', AWS_REGION: 'ap-southeast-1', AWS_LAMBDA_FUNCTION_NAME: 'f' })
    expect(environment).toMatchObject({ AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '128', TZ: ':UTC' })
    for (const name of ['OF_THIS_MACHINE', 'HOME', 'USER', 'npm_execpath', 'VITEST'])
      expect(environment).not.toHaveProperty(name)
  })
  it('gets its event and a context with the time that is left', async () => {
    const { run } = start(
      'export const handler = async (event, context) => ({ event, left: context.getRemainingTimeInMillis(), name: context.functionName })',
    )
    const { event, left, name } = said(await run({ a: 'đ' }))
    expect([event, name]).toEqual([{ a: 'đ' }, 'f'])
    expect(left).toBeGreaterThan(9_000)
    expect(left).toBeLessThanOrEqual(10_000)
  })
  it('keeps its process for the next event, and takes one at a time', async () => {
    const { run, functions } = start(
      'let n = 0; export const handler = async () => ({ n: ++n, pid: process.pid })',
      {},
      { most: 3 },
    )
    const [one, two] = [said(await run()), said(await run())]
    expect(two).toEqual({ n: 2, pid: one.pid })
    const many = await Promise.all(Array.from({ length: 8 }, () => run()))
    expect(new Set(many.map((outcome) => said(outcome).pid)).size).toBeLessThanOrEqual(3)
    expect(functions.processes()).toBeLessThanOrEqual(3)
  })
  it('that throws is an error, and goes on', async () => {
    const { run, lines } = start(
      'export const handler = async ({ bad }) => { if (bad) throw new TypeError("broken plate"); return process.pid }',
    )
    const pid = said(await run())
    expect(await run({ bad: true })).toMatchObject({
      how: 'error',
      fault: { errorType: 'TypeError', errorMessage: 'broken plate' },
    })
    expect(said(await run())).toBe(pid)
    expect(lines.join('\n')).toContain('room/verb failed: TypeError: broken plate')
  })
  it('that takes too long is ended; the next event gets a new process', async () => {
    const { run, lines } = start(
      'export const handler = async ({ hang }) => { if (hang) for (;;) {} ; return process.pid }',
      {
        timeoutSeconds: 1,
      },
    )
    const pid = said(await run())
    expect(await run({ hang: true })).toMatchObject({
      how: 'timeout',
      fault: { errorMessage: 'Task timed out after 1 seconds' },
    })
    expect(said(await run())).not.toBe(pid)
    expect(lines.join('\n')).toContain('room/verb was stopped: Task timed out after 1 seconds')
  })
  it('that crashes is one clear sentence, and the next event gets a new process', async () => {
    const { run, lines } = start(
      'export const handler = async ({ bad }) => { if (bad) process.exit(3); return "fine" }',
    )
    expect(await run({ bad: true })).toMatchObject({
      how: 'crash',
      fault: { errorMessage: 'its process ended with exit code 3' },
    })
    expect(said(await run())).toBe('fine')
    expect(lines.filter((line) => line.includes('crashed'))).toEqual([
      '  room/verb crashed: its process ended with exit code 3',
    ])
  })
  it('that forgets a rejection crashes, as in the cloud', async () => {
    const { run } = start(
      'export const handler = () => { Promise.reject(new Error("forgotten")); return new Promise(() => {}) }',
    )
    expect(await run()).toMatchObject({ how: 'crash', fault: { errorMessage: 'Error: forgotten (exit code 1)' } })
  })
  it('has no more memory than the template gives it', async () => {
    const { run } = start(
      'const all = []; export const handler = async () => { for (;;) all.push(new Array(100_000).fill(all.length)) }',
      {
        ...{ memoryMb: 64, timeoutSeconds: 20 },
      },
    )
    expect(await run()).toMatchObject({
      how: 'crash',
      fault: { errorMessage: 'it needs more than the 64 MB that the template gives it' },
    })
  })
  it.each([
    ['throws while it loads', 'throw new Error("no table")', 'no table'],
    ['has no handler', 'export const other = 1', 'its bundle exports no handler'],
  ])('whose bundle %s says so', async (_, code, sentence) => {
    const { run, lines } = start(code)
    expect(await run()).toMatchObject({ how: 'broken', fault: { errorMessage: sentence } })
    expect(lines.at(-1)).toBe(`  room/verb does not load: ${sentence}`)
  })
  it('runs from another folder once it is replaced', async () => {
    const { run, functions } = start('export const handler = async () => "old"')
    expect(said(await run())).toBe('old')
    await functions.replace('f', bundleOf('export const handler = async () => "new"'))
    expect(said(await run())).toBe('new')
  })
})

describe('its clock and its chance', () => {
  it('follow the runner', async () => {
    const { run, functions } = start(
      'export const handler = async () => ({ now: Date.now(), date: new Date().toISOString(), fixed: new Date(0).toISOString(), is: new Date() instanceof Date })',
    )
    const before = said(await run())
    functions.move(400 * 86_400_000)
    const after = said(await run())
    expect(after.now - before.now).toBeGreaterThanOrEqual(400 * 86_400_000)
    expect(Date.parse(after.date)).toBeGreaterThanOrEqual(after.now)
    expect([after.fixed, after.is]).toEqual(['1970-01-01T00:00:00.000Z', true])
  })
  it('are the same again for the same seed', async () => {
    const code = `import { randomBytes, randomUUID } from 'node:crypto'
      export const handler = async () => [Math.random(), randomBytes(8).toString('hex'), randomUUID(), crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(4)).join()]`
    const [one, two, other] = [start(code, {}, { seed: 7 }), start(code, {}, { seed: 7 }), start(code, {}, { seed: 8 })]
    const first = said(await one.run())
    expect(said(await two.run())).toEqual(first)
    expect(said(await other.run())).not.toEqual(first)
    expect(first[2]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('the log', () => {
  it('has a line a person can read for each run, and keeps what was said', async () => {
    const { run, log, lines } = start(
      'export const handler = async () => { console.info({ event: "request" }); console.warn("late"); process.stdout.write("{\\"metric\\":1}\\n"); return { statusCode: 404 } }',
    )
    await run()
    expect(lines.at(-1)).toMatch(/^ {2}room\/verb +GET \/x +\d+ ms {2}404$/)
    expect(lines).toContain('  room/verb: late')
    const words = log.entries.map(({ said: each }) => each)
    expect(words).toContainEqual(expect.objectContaining({ level: 'INFO', message: { event: 'request' } }))
    await expect.poll(() => log.entries.map(({ said: each }) => each)).toContainEqual({ metric: 1 })
    expect(log.entries).toContainEqual(expect.objectContaining({ cause: 'GET /x', status: 404, how: 'answered' }))
  })
})
