import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { keptFolder } from '../../../infra/local/kept.ts'
import { lock, running } from '../../../infra/local/lock.ts'
import { startSchedules } from '../../../infra/local/schedules.ts'
import { listen } from '../../../infra/local/serve.ts'
import { movableTime } from '../../../infra/local/time.ts'
import { uploadSite } from '../../../infra/local/upload.ts'
import type { Outcome } from '../../../infra/local/worker/worker.ts'
import { cacheControlOf } from '../../../infra/site-files.ts'

/** No process has this number: the highest that Linux gives is 2^22. */
const nobody = `${2 ** 22 + 1}`
const base = mkdtempSync(join(tmpdir(), 'pieces-'))
afterAll(() => rmSync(base, { recursive: true }))

describe('schedules', () => {
  function open(take: () => Promise<Outcome> = async () => ({ how: 'answered', payload: '{}' })) {
    const time = movableTime()
    const ran: string[] = []
    const parts = [
      { name: 'a', run: 'sweep', everyMinutes: 1, input: '{}' },
      { name: 'b', run: 'report', everyMinutes: 60, input: '{"of":"day"}' },
    ]
    const schedules = startSchedules({
      ...{ parts, time, running: false },
      invoke: (name, event) => {
        ran.push(`${name} ${JSON.stringify(event)}`)
        return take()
      },
    })
    return { time, ran, schedules }
  }
  it('run on the runner’s clock; time moved over many turns is one turn', async () => {
    const { time, ran, schedules } = open()
    time.move(59)
    await schedules.catchUp()
    expect(ran).toEqual([])
    time.move(1)
    await schedules.catchUp()
    expect(ran).toEqual(['sweep {}'])
    time.move(3_600)
    await schedules.catchUp()
    await schedules.catchUp()
    expect(ran.slice(1).sort()).toEqual(['report {"of":"day"}', 'sweep {}'])
  })
  it('can be fired, and one that still runs is not run again', async () => {
    let finish: (outcome: Outcome) => void = () => {}
    const { time, ran, schedules } = open(() => new Promise((done) => (finish = done)))
    time.move(60)
    const first = schedules.catchUp()
    time.move(60)
    await schedules.catchUp()
    expect(ran).toEqual(['sweep {}'])
    finish({ how: 'answered', payload: '{}' })
    await first
    const fired = schedules.fire('report')
    finish({ how: 'answered', payload: '1' })
    expect(await fired).toEqual({ how: 'answered', payload: '1' })
    await expect(schedules.fire('nobody')).rejects.toThrow('no schedule runs nobody')
  })
})

describe('a folder that is kept', () => {
  it('is made once, by whoever comes first, and appears whole', async () => {
    const parent = join(base, 'kept')
    let made = 0
    const make = async (folder: string) => {
      made++
      await pause(20)
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'a'), 'a')
    }
    const both = await Promise.all([keptFolder(parent, 'x', make), keptFolder(parent, 'x', make)])
    expect(both.map(({ folder }) => readFileSync(join(folder, 'a'), 'utf8'))).toEqual(['a', 'a'])
    expect(both.map(({ made }) => made).sort()).toEqual([false, true])
    expect(await keptFolder(parent, 'x', make)).toMatchObject({ made: false })
    expect(made).toBe(1)
    const fail = async () => {
      throw new Error('half')
    }
    await expect(keptFolder(parent, 'y', fail)).rejects.toThrow('half')
    expect(existsSync(join(parent, 'y'))).toBe(false)
    expect(await keptFolder(parent, 'y', make)).toMatchObject({ made: true })
  })
  it('is made by the next one if whoever made it died', async () => {
    const parent = join(base, 'left')
    mkdirSync(parent)
    writeFileSync(join(parent, '.x.making'), nobody)
    expect(await keptFolder(parent, 'x', async (folder) => void mkdirSync(folder))).toMatchObject({ made: true })
    expect(readdirSync(parent)).toEqual(['x'])
  })
})

describe('the lock of a data folder', () => {
  it('stands while its process lives, and not after it died', () => {
    const folder = join(base, 'lock')
    const held = lock(folder)
    held.at('http://127.0.0.1:1', 'http://127.0.0.1:3')
    expect(running(folder)).toMatchObject({ invokeOrigin: 'http://127.0.0.1:3' })
    expect(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8'))).toEqual({
      pid: process.pid,
      origin: 'http://127.0.0.1:1',
      invokeOrigin: 'http://127.0.0.1:3',
    })
    held.release()
    expect(running(folder)).toBeUndefined()
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: process.ppid, origin: 'http://127.0.0.1:2' }))
    expect(() => lock(folder)).toThrow(
      `The city already runs from this folder at http://127.0.0.1:2/ (process ${process.ppid}). Stop it first.`,
    )
    writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: Number(nobody), origin: '' }))
    lock(folder).release()
    writeFileSync(join(folder, 'running.json'), 'half')
    lock(folder).release()
  })
})

describe('an upload', () => {
  it('puts what pages name before the pages, with types and how long to keep', async () => {
    const { mkdirSync } = await import('node:fs')
    const dist = join(base, 'dist')
    for (const folder of ['_astro', 'en', 'api']) mkdirSync(join(dist, folder), { recursive: true })
    for (const file of ['index.html', 'en/index.html', '_astro/a.1x.css', 'icon.svg', 'api/openapi.json'])
      writeFileSync(join(dist, file), file)
    const put: [string, string, string][] = []
    const { origin, close } = await listen(
      createServer((request, response) => {
        const { 'content-type': type = '', 'cache-control': cache = '' } = request.headers
        put.push([request.url ?? '', type, cache])
        request.resume().on('end', () => response.end())
      }),
    )
    expect(await uploadSite(dist, origin, 'site')).toBe(5)
    await close()
    expect(put[0]).toEqual(['/site/_astro/a.1x.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'])
    expect(put.slice(1, 3).sort()).toEqual([
      ['/site/api/openapi.json', 'application/json; charset=utf-8', 'public, max-age=60'],
      ['/site/icon.svg', 'image/svg+xml', 'public, max-age=60'],
    ])
    expect(
      put
        .slice(3)
        .map(([url, type]) => [url, type])
        .sort(),
    ).toEqual([
      ['/site/en/index.html', 'text/html; charset=utf-8'],
      ['/site/index.html', 'text/html; charset=utf-8'],
    ])
    expect(cacheControlOf('_frames/give.vi.html')).toBe('public, max-age=60')
  })
})

describe('a server of the local city', () => {
  it('never says after what time it would end an idle connection, for it does not', async () => {
    const server = createServer((_, response) => response.end())
    const { origin, close } = await listen(server)
    expect((await fetch(origin)).headers.get('keep-alive')).toBeNull()
    expect(server.keepAliveTimeout).toBe(0)
    await close()
  })
})
