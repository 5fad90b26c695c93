import { payOrigins, sandbox } from '../../../infra/stages.ts'
import { makeProgram } from '../../make.ts'

/** What the probe says where permissions hold. */
export const goodProbe = {
  ...{ transaction: 'allowed', read: 'allowed', index: 'allowed' },
  ...{ editOfFact: 'denied', foreignRead: 'denied', foreignIndex: 'denied' },
  ...{ foreignWrite: 'denied', foreignInTransaction: 'denied' },
}

export const goodHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; script-src 'self'; form-action 'self' ${payOrigins(sandbox)}; frame-ancestors 'none'`,
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin',
  'permissions-policy': 'geolocation=()',
  'x-robots-tag': 'noindex',
}

/** A deployed city in which everything is as it should be. */
export const goodCity: typeof fetch = async (asked) => {
  const { pathname, protocol, host } = new URL(String(asked))
  const json = (body: unknown, status = 200, type = 'application/json') =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })
  if (protocol === 'http:') return new Response('', { status: 301, headers: { location: `https://${host}/` } })
  if (pathname === '/api/programs') return json({ programs: [makeProgram()] })
  if (pathname.startsWith('/api/programs/')) return json({ program: makeProgram() })
  if (pathname === '/api/payments/vnpay/ipn') return json({ RspCode: '97', Message: '' })
  if (pathname.startsWith('/api/')) return json({}, 404, 'application/problem+json')
  const there = !/khong-co|_frames/.test(pathname)
  const lang = pathname.startsWith('/en/') ? 'en' : 'vi'
  return new Response(`<!doctype html><html lang="${lang}"><h1>x</h1>`, {
    status: there ? 200 : 404,
    headers: goodHeaders,
  })
}
