import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Holder {
  pid: number
  origin: string
  /** Where Lambda's Invoke is, for commands. */
  invokeOrigin: string
}

export const alive = (pid: number): boolean => {
  // 0 would be this process group, and so always alive.
  if (pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** One city at a time works on a data folder: two engines on one file would spoil it. Throws one sentence that says where it runs. */
export function lock(folder: string) {
  const file = join(folder, 'running.json')
  mkdirSync(folder, { recursive: true })
  if (existsSync(file)) {
    const { pid, origin } = read(file)
    if (pid !== process.pid && alive(pid))
      throw new Error(
        `The city already runs from this folder${origin ? ` at ${origin}/` : ''} (process ${pid}). Stop it first.`,
      )
  }
  const write = (origin: string, invokeOrigin: string) =>
    writeFileSync(file, JSON.stringify({ pid: process.pid, origin, invokeOrigin } satisfies Holder))
  write('', '')
  return { at: write, release: () => rmSync(file, { force: true }) }
}

/** The city that runs from this folder now; undefined if none does. */
export function running(folder: string): Holder | undefined {
  const file = join(folder, 'running.json')
  const held = existsSync(file) ? read(file) : undefined
  return held && alive(held.pid) && held.invokeOrigin ? held : undefined
}

function read(file: string): Holder {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return { pid: 0, origin: '', invokeOrigin: '' }
  }
}
