import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import { root } from '../local/kept.ts'
import { type Stage, stageOf } from '../stages.ts'
import type { At } from './at.ts'
import { awsOf } from './aws.ts'

/** Runs a program in the repository; what it prints is kept, not shown. */
export const run: At['run'] = (program, args) =>
  new Promise((done, failed) => {
    const child = spawn(program, [...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        out += text
      })
    child.once('error', failed).once('close', (code) => done({ code: code ?? 1, out }))
  })

export const atOf = (stage: Stage): At => ({
  stage,
  aws: awsOf(stage.region),
  run,
  fetch,
  pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  print: (line) => console.log(line),
})

/** The stage that was asked for by name; there is no default, so that nobody ships to the wrong one. */
export function stageAsked(name: string | undefined): Stage {
  if (!name) throw new Error('Which stage? --stage dev, staging or prod')
  return stageOf(name)
}

/** What a person types at the terminal; nothing if it is closed, by Ctrl-D or Ctrl-C or because nobody is there. */
export async function ask(
  question: string,
  { input, output }: { input: Readable; output: Writable } = { input: process.stdin, output: process.stdout },
): Promise<string> {
  const terminal = createInterface({ input, output })
  // A question never ends by itself once its terminal is closed, and one that is closed before is not told of.
  const closed = new Promise<undefined>((done) => {
    if (input.readableEnded || input.destroyed) done(undefined)
    // A line that was typed right before is heard first.
    terminal.once('close', () => setImmediate(done, undefined))
  })
  try {
    const typed = await Promise.race([terminal.question(question).catch(() => undefined), closed])
    if (typed === undefined) output.write('\n')
    return (typed ?? '').trim()
  } finally {
    terminal.close()
  }
}

/** Runs a command of the operators; every way to fail is a sentence and exit code 1. */
export async function operate(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`)
    if (process.env.DEBUG) console.error(error)
    process.exitCode = 1
  }
}
