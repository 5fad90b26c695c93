import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import { bundle, verbsWith } from '../bundle.ts'
import { root } from './kept.ts'
import { startPageBuilder } from './page-builder.ts'
import type { runCity } from './run.ts'
import { uploadSite } from './upload.ts'

type Run = Pick<Awaited<ReturnType<typeof runCity>>, 'city' | 'step' | 'stage'>

/** Changes that come together are one: an editor writes a file in several steps. */
const calmMs = 60

/** Runs work one after the other; what waits already sees every change that comes until its turn. */
function lane(work: () => Promise<unknown>, failed: (why: string) => void) {
  let waiting = false
  let last: Promise<void> = Promise.resolve()
  return {
    go(): void {
      if (waiting) return
      waiting = true
      last = last.then(async () => {
        waiting = false
        await work().catch((error: unknown) => failed(error instanceof Error ? error.message : String(error)))
      })
    },
    idle: () => last,
  }
}

/** Files that are more than code of a verb: the assembly itself follows from them. */
const ofAssembly = /^functions\/(triggers|store\/keys|donations\/providers\/(\w+\/)?facts)\.ts$/

/**
 * An edit to functions/ is bundled anew and its verbs' processes are replaced; any edit builds the site again, because
 * pages show nouns and words too. Answers how to stop it.
 */
export async function watchCity(
  { city, step, stage }: Run,
  folder = join(root, '.local/dev-live'),
): Promise<() => Promise<void>> {
  let metafile = (await bundle(folder)).metafile
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const say = (sentence: string) => city.log.note(`         ${sentence}`)
  async function reload(): Promise<void> {
    const files = [...changed]
    changed.clear()
    if (files.some((file) => ofAssembly.test(file)))
      return say('The ways in or the table changed, so the assembly is another one. Stop, and run npm run dev again.')
    const verbs = [...new Set(files.flatMap((file) => verbsWith(file, metafile)))]
    if (verbs.length === 0) return
    const replaced = async () => {
      const made = await bundle(folder, verbs)
      metafile = { ...metafile, outputs: { ...metafile.outputs, ...made.metafile.outputs } }
      await Promise.all(verbs.map((verb) => city.functions.replace(city.nameOf(verb), made.folderOf(verb))))
    }
    const live = () => (verbs.length > 3 ? `${verbs.length} verbs are live` : `${verbs.join(', ')} is live`)
    await step(files.join(', '), replaced, live)
    city.invalidate()
  }
  const builder = startPageBuilder(city.apiOrigin, stage)
  async function published(): Promise<number> {
    const dist = join(folder, 'site')
    await builder.build(dist)
    const files = await uploadSite(dist, city.s3Origin, city.bucket)
    city.invalidate()
    return files
  }
  // A page takes longer than a function, so it has a lane of its own.
  const failed = (why: string) => say(`Not live: ${why}`)
  const functions = lane(reload, failed)
  const pages = lane(() => step('site', published, (count) => `built, ${count} files are live`), failed)
  pages.go()
  await pages.idle()

  const note = (file: string) => {
    if (/(^|\/)(dist|node_modules|\.astro|\.[^/]*\.swp|[^/]*~)(\/|$)/.test(file)) return
    if (file.startsWith('functions/')) changed.add(file)
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (changed.size > 0) functions.go()
      pages.go()
    }, calmMs)
  }
  const watchers = ['functions', 'site'].map(
    (name): FSWatcher => watch(join(root, name), { recursive: true }, (_, file) => file && note(join(name, file))),
  )
  return async () => {
    clearTimeout(timer)
    for (const each of watchers) each.close()
    builder.close()
    await Promise.all([functions.idle(), pages.idle()])
  }
}
