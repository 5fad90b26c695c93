import { spawn } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { digest, keptFolder, root } from './kept.ts'

/** What the pages are made from, without the moment at which it was asked. */
async function content(apiOrigin: string): Promise<string> {
  const lists = ['/api/programs', '/api/areas', '/api/questions', '/api/giving', '/api/ways']
  const paths = [...lists, '/api/totals', '/api/book?limit=50']
  const said = await Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(`${apiOrigin}${path}`)
      if (!answer.ok) throw new Error(`The site cannot be built: ${path} answered ${answer.status}.`)
      const { asOf: _, ...rest } = (await answer.json()) as Record<string, unknown>
      return JSON.stringify(rest)
    }),
  )
  return said.join('\n')
}

/**
 * The built site with the API document beside it: built against the local API, as a deploy builds it against the
 * cloud's; taken as it is if neither sources nor content have changed since.
 */
export async function builtSite(
  apiOrigin: string,
  stage = 'dev',
  { parent = join(root, '.local/sites'), publicOrigin = '' }: { parent?: string; publicOrigin?: string } = {},
) {
  const sources = ['site', 'functions', 'infra/openapi.ts', 'package.json', 'package-lock.json']
  const name = digest(sources, [], `${stage}\n${publicOrigin}\n${await content(apiOrigin)}`)
  return keptFolder(parent, name, async (folder) => {
    const dist = join(folder, 'dist')
    const environment = {
      CITY_API_ORIGIN: apiOrigin,
      STAGE: stage,
      SITE_CACHE: join(folder, 'cache'),
      PUBLIC_ORIGIN: publicOrigin,
    }
    const [{ writeOpenapi }] = await Promise.all([
      import('../openapi.ts'),
      astro(['build', '--root', join(root, 'site'), '--outDir', dist], environment),
    ])
    mkdirSync(join(dist, 'api'), { recursive: true })
    await writeOpenapi(join(dist, 'api/openapi.json'))
  })
}

/** Copies a built site to where people look for it. */
export const showSite = (from: string, to = join(root, 'site/dist')): void => {
  mkdirSync(dirname(to), { recursive: true })
  cpSync(join(from, 'dist'), to, { recursive: true, force: true })
}

async function astro(args: string[], more: Record<string, string>): Promise<void> {
  const { STAGE: _, PUBLIC_ORIGIN: __, VITEST: ___, NODE_ENV: ____, NODE_OPTIONS: _____, ...inherited } = process.env
  const child = spawn(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), ...args], {
    cwd: root,
    env: { ...inherited, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...more },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-20_000)
    })
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed).once('exit', done)
    running.add(child)
    child.once('exit', () => running.delete(child))
  })
  if (code === 0) return
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  const at = lines.findIndex((line) => /error/i.test(line))
  throw new Error(
    `The site does not build: ${lines.slice(at < 0 ? -6 : at, at < 0 ? undefined : at + 12).join('\n  ')}`,
  )
}

const running = new Set<{ kill(signal: NodeJS.Signals): boolean }>()
/** Ends a build that is under way. */
export const stopBuilding = (): void => {
  for (const child of running) child.kill('SIGKILL')
}
