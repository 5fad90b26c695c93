import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { fakeCity } from './fake-city.ts'

/** A built site: paths from its root to bytes. */
export class Built {
  readonly folder: string
  readonly files: ReadonlyMap<string, Buffer>
  private readonly weights = new Map<string, number>()
  constructor(folder: string) {
    this.folder = folder
    this.files = new Map(filesIn(folder).map((path) => [`/${relative(folder, path)}`, readFileSync(path)]))
  }
  text(path: string): string {
    const file = this.files.get(path)
    if (!file) throw new Error(`the site has no ${path}`)
    return file.toString('utf8')
  }
  /** Bytes after brotli, as the edge sends them. */
  weight(path: string): number {
    const known = this.weights.get(path) ?? brotliCompressSync(this.files.get(path)!).length
    this.weights.set(path, known)
    return known
  }
  paths(pattern: RegExp): string[] {
    return [...this.files.keys()].filter((path) => pattern.test(path)).sort()
  }
  remove(): void {
    rmSync(dirname(this.folder), { recursive: true, force: true })
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  )

/** Builds the site as a deploy does, from a city that answers like the real one. */
export async function build(env: Record<string, string> = {}, answers?: Record<string, unknown>): Promise<Built> {
  const city = await fakeCity(answers)
  // Below the working directory, or every build at once works in the same `.astro/.prerender` and they take each other's files.
  const local = join(process.cwd(), '.local')
  mkdirSync(local, { recursive: true })
  const folder = mkdtempSync(join(local, 'test-site-'))
  try {
    await run(['build', '--root', 'site', '--outDir', join(folder, 'dist')], {
      CITY_API_ORIGIN: city.origin,
      SITE_CACHE: join(folder, 'cache'),
      ...env,
    })
    return new Built(join(folder, 'dist'))
  } finally {
    city.close()
  }
}

function run(args: string[], env: Record<string, string>): Promise<void> {
  const { STAGE: _, PUBLIC_ORIGIN: __, VITEST: ___, NODE_ENV: ____, ...inherited } = process.env
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', ...args], {
    env: { ...inherited, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (part) => {
    said += part
  })
  child.stderr.on('data', (part) => {
    said += part
  })
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`astro build ended with ${code}\n${said}`))))
  })
}
