import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startCity } from '../../../infra/local/city.ts'
import { steps } from '../../../infra/local/steps.ts'
import { synthesized } from '../../../infra/local/synth.ts'
import { watchCity } from '../../../infra/local/watch.ts'

const folder = mkdtempSync(join(tmpdir(), 'watch-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('makes an edit live, and touches only the verbs that it concerns', async () => {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  const city = await startCity({ assembly: (await synthesized()).folder, print })
  const stop = await watchCity({ city, step: steps(print), stage: 'dev' }, folder)
  try {
    await fetch(`${city.origin}/api/areas`)
    lines.length = 0
    const began = performance.now()
    // The same text again, as an editor saves a file: nobody else who works here is disturbed.
    utimesSync('functions/areas/list.ts', new Date(), new Date())
    await expect.poll(() => lines.find((line) => line.includes('is live')), { timeout: 30_000 }).toBeTruthy()
    console.info(`the edit was live after ${Math.round(performance.now() - began)} ms`)
    expect(lines.find((line) => line.includes('is live'))).toMatch(/: areas\/list is live$/)
    await expect
      .poll(() => lines.find((line) => / site: built, \d+ files are live/.test(line)), { timeout: 60_000 })
      .toBeTruthy()
    expect(existsSync(join(folder, 'areas-list/index.mjs'))).toBe(true)
    expect((await fetch(`${city.origin}/api/areas`)).status).toBe(200)
  } finally {
    await stop()
    await city.close()
  }
})
