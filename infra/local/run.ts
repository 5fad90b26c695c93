import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type City, startCity } from './city.ts'
import { startControl } from './control.ts'
import { root } from './kept.ts'
import { lock } from './lock.ts'
import { loadSeed } from './seed.ts'
import { builtSite, showSite, stopBuilding } from './site.ts'
import { steps } from './steps.ts'
import { synthesized } from './synth.ts'
import { uploadSite } from './upload.ts'

export interface RunOptions {
  /** Begin with an empty city. */
  fresh?: boolean
  /** The port that must be used; without it 4321 or the next free one. */
  port?: number | undefined
  stage?: string
  /** Where everything is kept; `.local/<stage>` without it. */
  data?: string | undefined
  print?: (line: string) => void
}

const firstPort = 4_321
const inUse = (error: unknown) => (error as NodeJS.ErrnoException | undefined)?.code === 'EADDRINUSE'

async function onPort(start: (port: number) => Promise<City>, wanted?: number): Promise<City> {
  const last = wanted ?? firstPort + 20
  for (let port = wanted ?? firstPort; ; port++) {
    try {
      return await start(port)
    } catch (error) {
      if (!inUse(error)) throw error
      if (wanted !== undefined)
        throw new Error(`Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`)
      if (port === last) throw new Error(`Ports ${firstPort} to ${last} are all taken. Choose one: PORT=8080 npm start`)
    }
  }
}

/** Brings up the whole city from the assembly: engine, functions, edge, content and site; says each step and its time. */
export async function runCity({
  fresh = false,
  port,
  stage = 'dev',
  data = join(root, '.local', stage),
  print = console.log,
}: RunOptions) {
  const step = steps(print)
  const held = lock(data)
  let city: City | undefined
  try {
    if (fresh && process.env.DYNAMODB_ENDPOINT)
      throw new Error(
        '--fresh does not empty the engine of DYNAMODB_ENDPOINT. Delete its table there, then start without it.',
      )
    if (fresh) empty(data)
    const assembly = await step(
      'cloud assembly',
      () => synthesized(stage),
      ({ made }) => (made ? 'synthesized' : 'unchanged'),
    )
    const up = (at: number) => startCity({ assembly: assembly.folder, data, port: at, print, running: true })
    city = await step(
      'tables, functions, API and edge',
      () => onPort(up, port),
      ({ engine }) => engine.name,
    )
    const here = city
    held.at(city.origin, city.invokeOrigin)
    await step('first content', () => loadSeed(here.invokeOrigin, here.nameOf('programs/publish')), String)
    await publishSite(here, stage, step)
    const control = await startControl(city)
    print(`         payments go to stand-ins; play the provider at ${city.desk.origin}/`)
    print(`         letters go to the inbox at ${city.ses.origin}/`)
    print(
      `         tools: Lambda at ${city.invokeOrigin}, DynamoDB at ${city.proxy.endpoint}, control at ${control.origin}`,
    )
    const close = async () => {
      stopBuilding()
      await control.close()
      await here.close()
      held.release()
    }
    return { city, close, step, stage }
  } catch (error) {
    stopBuilding()
    await city?.close()
    held.release()
    throw error
  }
}

/** Builds the site against the local API if anything changed, and puts it into the bucket. */
export async function publishSite(city: City, stage: string, step: ReturnType<typeof steps>): Promise<void> {
  const site = await step(
    'site',
    () => builtSite(city.apiOrigin, stage),
    ({ made }) => (made ? 'built' : 'unchanged'),
  )
  const files = await uploadSite(join(site.folder, 'dist'), city.s3Origin, city.bucket)
  if (site.made) showSite(site.folder)
  city.invalidate()
  if (files === 0) throw new Error('The site build is empty.')
}

/** Everything but the lock that says we are here. */
function empty(data: string): void {
  for (const name of ['table.db', 'table.db-wal', 'table.db-shm', 's3', 'ssm.json', 'stream-places.json']) {
    const path = join(data, name)
    if (existsSync(path)) rmSync(path, { recursive: true })
  }
}
