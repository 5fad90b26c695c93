import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

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

/**
 * The folder `<parent>/<name>`, made by `make` if it is not there yet. It appears whole or not at all, so that two runs
 * may make it at once; of its elders in `parent` the newest `keep` stay.
 */
export async function keptFolder(
  parent: string,
  name: string,
  make: (folder: string) => Promise<void>,
  keep = 4,
): Promise<{ folder: string; made: boolean }> {
  const folder = join(parent, name)
  if (existsSync(folder)) return { folder, made: false }
  const draft = join(parent, `.${name}-${process.pid}-${Math.random().toString(36).slice(2)}`)
  mkdirSync(dirname(draft), { recursive: true })
  try {
    await make(draft)
    try {
      renameSync(draft, folder)
    } catch (error) {
      if (!existsSync(folder)) throw error
    }
  } finally {
    rmSync(draft, { recursive: true, force: true })
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
