import { expect, it } from 'vitest'
import { appUrl, bankApps } from '../../site/src/bank-apps.ts'

it('each bank has an app of its own, by a name of the service that opens it', () => {
  expect(bankApps.length).toBeGreaterThan(4)
  for (const names of [bankApps.map(([name]) => name.toLowerCase()), bankApps.map(([, app]) => app)])
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
  expect(bankApps.filter(([name, app]) => name !== name.trim() || !/^[a-z]{2,8}$/.test(app))).toEqual([])
})

it.each(bankApps)('the link of %s opens its app, and tells nothing of the gift', (_, app) => {
  const url = new URL(appUrl(app))
  expect(url.href).toBe(appUrl(app))
  expect([url.protocol, url.host, url.pathname, url.hash]).toEqual(['https:', 'dl.vietqr.io', '/pay', ''])
  expect([...url.searchParams]).toEqual([['app', app]])
})
