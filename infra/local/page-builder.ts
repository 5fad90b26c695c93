import { fork } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './kept.ts'

export interface PageBuilder {
  /** Builds the site into `outDir`; throws what is wrong with it. */
  build(outDir: string): Promise<void>
  close(): void
}

/** A process that stays warm between builds: the first takes as long as ever, the next ones half of it. */
export function startPageBuilder(apiOrigin: string, stage: string): PageBuilder {
  const { PUBLIC_ORIGIN: _, VITEST: __, NODE_ENV: ___, NODE_OPTIONS: ____, ...inherited } = process.env
  const child = fork(fileURLToPath(import.meta.url), {
    cwd: root,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {
      ...inherited,
      ...{ CITY_API_ORIGIN: apiOrigin, STAGE: stage, SITE_CACHE: join(root, '.local/dev-site-cache') },
      ...{ ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let settle: ((said: { failed?: string }) => void) | undefined
  child.on('message', (said: { failed?: string }) => settle?.(said))
  child.on('exit', () => settle?.({ failed: 'the process that builds it ended' }))
  return {
    async build(outDir) {
      const said = await new Promise<{ failed?: string }>((done) => {
        settle = done
        child.send({ outDir }, (error) => error && done({ failed: error.message }))
      })
      if (said.failed !== undefined) throw new Error(`The site does not build: ${said.failed}`)
    },
    close: () => void child.kill('SIGKILL'),
  }
}

/** What is wrong and where: the first line of the stack that is ours. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const place = ((error as { loc?: { file?: string; line?: number } }).loc ?? {}) as { file?: string; line?: number }
  const ours = place.file
    ? `${place.file}:${place.line ?? 0}`
    : (error.stack ?? '').split('\n').find((line) => line.includes(root) && !line.includes('node_modules'))
  return [error.message, ours?.trim().replace(`${root}/`, '')].filter(Boolean).join('\n  ')
}

async function serve(): Promise<void> {
  const { build } = await import('astro')
  process.on('disconnect', () => process.exit(0))
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
  process.on('message', async ({ outDir }: { outDir: string }) => {
    try {
      await build({ root: join(root, 'site'), outDir, logLevel: 'silent' })
      process.send?.({})
    } catch (error) {
      process.send?.({ failed: faultOf(error) })
    }
  })
}

if (import.meta.main) await serve()
