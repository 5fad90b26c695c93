import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { type Bundles, bundle, verbsWith } from '../bundle.ts'
import { root } from './kept.ts'
import { publishSite, type runCity } from './run.ts'

type Run = Pick<Awaited<ReturnType<typeof runCity>>, 'city' | 'step' | 'stage'>

/** Changes that come together are one: an editor writes a file in several steps. */
const calmMs = 60

/** Files that are more than code of a verb: the assembly itself follows from them. */
const ofAssembly = /^functions\/(triggers|store\/keys)\.ts$/

/**
 * An edit to functions/ is bundled anew and its verbs' processes are replaced; an edit to site/ (or to a noun or a word
 * that pages show) builds the site again. Answers how to stop it.
 */
export async function watchCity(
  { city, step, stage }: Run,
  folder = join(root, '.local/dev-bundles'),
): Promise<() => void> {
  let metafile = (await bundle(folder)).metafile
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> = Promise.resolve()
  const say = (sentence: string) => city.log.note(`         ${sentence}`)

  async function reload(files: string[]): Promise<void> {
    const verbs = [...new Set(files.flatMap((file) => verbsWith(file, metafile)))]
    if (verbs.length === 0) return
    const made: Bundles = await step(
      `functions (${files.join(', ')})`,
      () => bundle(folder),
      () => `${verbs.length} verbs are live`,
    )
    metafile = made.metafile
    await Promise.all(verbs.map((verb) => city.functions.replace(city.nameOf(verb), made.folderOf(verb))))
    city.invalidate()
  }

  async function work(): Promise<void> {
    const files = [...changed]
    changed.clear()
    try {
      if (files.some((file) => ofAssembly.test(file)))
        return say(
          'The list of ways in or the table changed: the assembly is another one. Stop and run npm run dev again.',
        )
      await reload(files.filter((file) => file.startsWith('functions/')))
      await publishSite(city, stage, step)
    } catch (error) {
      say(`Not live: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const note = (file: string) => {
    if (/(^|\/)(dist|node_modules|\.astro|\.[^/]*\.swp|[^/]*~)(\/|$)/.test(file)) return
    changed.add(file)
    clearTimeout(timer)
    timer = setTimeout(() => {
      working = working.then(work)
    }, calmMs)
  }
  const watchers = ['functions', 'site'].map(
    (name): FSWatcher => watch(join(root, name), { recursive: true }, (_, file) => file && note(join(name, file))),
  )
  return () => {
    clearTimeout(timer)
    for (const each of watchers) each.close()
  }
}
