import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline/promises'
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

/** What a person types at the terminal. */
export async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await terminal.question(question)).trim()
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
