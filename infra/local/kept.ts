import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { alive } from './lock.ts'

export const root = join(import.meta.dirname, '../..')

/** Where Node keeps what it has compiled, so that the next process of a program starts in half the time. */
export const compiled = join(root, '.local/compiled')

const filesIn = (path: string): string[] => {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'dist', '.astro'].includes(name))
    .flatMap(({ name }) => filesIn(join(path, name)))
}

/** One hash over files and folders of the repository, and over more text. `without`: paths that do not matter. */
export function digest(paths: readonly string[], without: readonly string[] = [], more = ''): string {
  const hash = createHash('sha256').update(more)
  const skip = without.map((path) => join(root, path))
  for (const path of paths)
    for (const file of filesIn(join(root, path)).sort())
      if (!skip.some((each) => file === each || file.startsWith(`${each}/`)))
        hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex').slice(0, 24)
}

const busy = (mark: string): boolean => {
  try {
    if (Date.now() - statSync(mark).mtimeMs > 120_000) return false
    const pid = Number(readFileSync(mark, 'utf8'))
    return pid === 0 || alive(pid)
  } catch {
    // It was taken away this moment: whoever looks again sees what is made.
    return true
  }
}

/** True if the folder is ours to make: who makes it says so in `mark`; the others wait for it, unless that one has died. */
async function oursToMake(folder: string, mark: string): Promise<boolean> {
  while (!existsSync(folder))
    try {
      writeFileSync(mark, `${process.pid}`, { flag: 'wx' })
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (busy(mark)) await pause(50)
      else rmSync(mark, { force: true })
    }
  return false
}

/**
 * The folder `<parent>/<name>`, made by `make` if it is not there yet: once, though many ask for it at once. It appears
 * whole or not at all; of its elders in `parent` the newest `keep` stay.
 */
export async function keptFolder(
  parent: string,
  name: string,
  make: (folder: string) => Promise<void>,
  keep = 4,
): Promise<{ folder: string; made: boolean }> {
  const folder = join(parent, name)
  const mark = join(parent, `.${name}.making`)
  mkdirSync(parent, { recursive: true })
  if (!(await oursToMake(folder, mark))) return { folder, made: false }
  const draft = join(parent, `.${name}-${process.pid}-${Math.random().toString(36).slice(2)}`)
  try {
    await make(draft)
    renameSync(draft, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(mark, { force: true })
  }
  prune(parent, keep)
  return { folder, made: true }
}

const hour = 3_600_000

/** Leaves what is young, because somebody may just be reading it. */
function prune(parent: string, keep: number): void {
  const elders = readdirSync(parent)
    .map((name) => ({
      path: join(parent, name),
      at: statSync(join(parent, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((a, b) => b.at - a.at)
    .slice(keep)
  for (const { path, at } of elders) if (Date.now() - at > hour) rmSync(path, { recursive: true, force: true })
}
