import { afterAll, beforeAll, expect, it } from 'vitest'
import { type City, startCity } from '../../../infra/local/city.ts'
import { startControl } from '../../../infra/local/control.ts'
import type { Listening } from '../../../infra/local/serve.ts'
import { synthesized } from '../../../infra/local/synth.ts'

let city: City
let control: Listening
beforeAll(async () => {
  city = await startCity({ assembly: (await synthesized()).folder })
  control = await startControl(city)
})
afterAll(async () => {
  await control?.close()
  await city?.close()
})
type Said = Record<string, unknown> & { status: number }
const order = async (name: string, body: object = {}, headers: Record<string, string> = {}): Promise<Said> => {
  const answer = await fetch(`${control.origin}/${name}`, { method: 'POST', body: JSON.stringify(body), headers })
  return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) }
}

it('moves time, fires schedules, makes faults and waits until all is quiet', async () => {
  const before = Date.parse(String((await order('settle')).now))
  const { now } = await order('move', { seconds: 3_600 })
  expect(Date.parse(String(now)) - before).toBeGreaterThanOrEqual(3_600_000)
  expect(await order('fire', { verb: 'donations/ask' })).toMatchObject({ status: 200, done: { how: 'answered' } })
  await order('faults', { rules: [{ fault: 'throttle', times: 1 }], seed: 3 })
  expect((await fetch(`${city.origin}/api/totals`)).status).toBe(200)
  expect(await order('settle')).toMatchObject({ status: 200, hit: { throttle: 1 } })
})
it('does nothing that it does not understand, and nothing for a page in a browser', async () => {
  expect(await order('faults', { rules: [{ fault: 'flood' }] })).toMatchObject({ status: 400 })
  expect(await order('fire', { verb: 'nobody/here' })).toMatchObject({
    status: 500,
    problem: 'Error: no function runs nobody/here',
  })
  expect((await order('explode')).status).toBe(404)
  expect((await order('move', { seconds: 1 }, { origin: 'https://elsewhere.example' })).status).toBe(403)
})
