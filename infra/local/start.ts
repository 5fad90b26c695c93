import { parseArgs } from 'node:util'
import { type RunOptions, runCity } from './run.ts'

const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT must be a number from 1 to 65535, not "${text}".`)
  return port
}

/** Runs the city until somebody stops it. Every way to fail is one sentence and exit code 1. */
export async function startFor(
  then: (run: Awaited<ReturnType<typeof runCity>>) => Promise<(() => unknown) | undefined> = async () => undefined,
): Promise<void> {
  let close: () => Promise<unknown> = async () => {}
  let ending = false
  const end = async (code: number) => {
    if (ending) return
    ending = true
    await Promise.race([close(), new Promise((done) => setTimeout(done, 5_000))])
    process.exit(code)
  }
  const fail = (error: unknown) => {
    if (ending) return
    console.error(`\n${error instanceof Error ? error.message : String(error)}`)
    if (process.env.DEBUG) console.error(error)
    return end(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))
  process.on('disconnect', () => end(0))
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  try {
    const { values } = parseArgs({ options: { fresh: { type: 'boolean' }, data: { type: 'string' } } })
    const options: RunOptions = { fresh: values.fresh ?? false, data: values.data, port: portOf(process.env.PORT) }
    const run = await runCity(options)
    close = run.close
    run.city.engine.ended.catch(fail)
    const stop = await then(run)
    close = async () => {
      await stop?.()
      await run.close()
    }
    console.log(`\n${run.city.origin}/`)
  } catch (error) {
    await fail(error)
  }
}

if (import.meta.main) await startFor()
