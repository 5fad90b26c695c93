import { describe, expect, it } from 'vitest'
import { distribution, type Origin, open, say } from './distribution.ts'

const cached = { 'cache-control': 'public, max-age=10' }

describe('the edge keeps', () => {
  it('what the origin allows, as long as it allows, and says so', async () => {
    let n = 0
    const { ask, asked, clock } = await open(distribution(), (...all) => say(`{"n":${++n}}`, cached)(...all))
    const first = await ask('/api/totals')
    clock.now += 9_999
    const second = await ask('/api/totals')
    clock.now += 2
    const third = await ask('/api/totals')
    expect([first, second, third].map(({ headers }) => headers['x-cache'])).toEqual([
      ...['Miss from cloudfront', 'Hit from cloudfront', 'Miss from cloudfront'],
    ])
    expect([second.headers.age, second.body.toString(), third.body.toString(), asked.length]).toEqual([
      '9',
      '{"n":1}',
      '{"n":2}',
      2,
    ])
  })
  it.each([
    ['no-store', 0],
    ['private, max-age=60', 0],
    ['max-age=5', 5],
    ['max-age=5, s-maxage=20', 20],
    ['max-age=600', 60],
    ['', 0],
  ])('an answer with %j for %d seconds, within the policy', async (control, seconds) => {
    const { ask, clock } = await open(distribution(), say('{}', control ? { 'cache-control': control } : {}))
    await ask('/api/x')
    clock.now += seconds * 1_000 - 1
    const before = await ask('/api/x')
    clock.now += 1
    const after = await ask('/api/x')
    expect([before, after].map(({ headers }) => headers['x-cache'])).toEqual([
      ...[seconds > 0 ? 'Hit from cloudfront' : 'Miss from cloudfront', 'Miss from cloudfront'],
    ])
  })
  it('an answer from when it was asked for, however long the origin took', async () => {
    const { ask, clock } = await open(distribution(), (...all) => {
      clock.now += 10_000
      return say('{}', cached)(...all)
    })
    await ask('/api/x')
    expect((await ask('/api/x')).headers['x-cache']).toBe('Miss from cloudfront')
  })
  it('what differs in the key apart, and nothing that is no GET', async () => {
    const { ask, asked } = await open(distribution(), say('{}', cached))
    for (const path of ['/api/x?a=1', '/api/x?a=2', '/api/x?a=1', '/api/x']) await ask(path)
    expect(asked.map(({ url }) => url)).toEqual(['/api/x?a=1', '/api/x?a=2', '/api/x'])
    await ask('/api/y', { method: 'POST' })
    await ask('/api/y', { method: 'POST' })
    expect(asked).toHaveLength(5)
  })
  it('errors as CloudFront does: its own minimum, unless a 404 says no-store', async () => {
    const answers: Record<string, Origin> = {
      '/api/fault': say('{}', { 'cache-control': 'no-store' }, 500),
      '/api/missing': say('{}', { 'cache-control': 'no-store' }, 404),
      '/api/refused': say('{}', {}, 422),
    }
    const { ask, asked, clock } = await open(distribution(), (...all) => answers[all[0].url ?? '']?.(...all))
    for (const path of Object.keys(answers)) for (let at = 0; at < 2; at++) await ask(path)
    expect(asked.map(({ url }) => url)).toEqual([
      '/api/fault',
      '/api/missing',
      '/api/missing',
      '/api/refused',
      '/api/refused',
    ])
    clock.now += 10_000
    await ask('/api/fault')
    expect(asked).toHaveLength(6)
  })
  it('nothing any more after an invalidation', async () => {
    const { ask, edge } = await open(distribution(), say('{}', cached))
    await ask('/api/x')
    edge.invalidate()
    expect((await ask('/api/x')).headers['x-cache']).toBe('Miss from cloudfront')
  })
})
