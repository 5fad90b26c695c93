import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far a notification's time may be from ours, both ways: an older one may be somebody's copy. */
export const toleranceSeconds = 300

const digest = (t: string, raw: Buffer, secret: string): Buffer =>
  createHmac('sha256', secret).update(`${t}.`).update(raw).digest()

/**
 * Is the body signed by one of these secrets (HMAC-SHA256 over `t.body`), and just now? While a secret is rolled there
 * are several `v1`, and any may match; `v0` and every other scheme prove nothing.
 */
export function isSigned(raw: Buffer, header: string, secrets: readonly string[], nowSeconds: number): boolean {
  const parts = header.split(',').map((part) => part.trim().split('='))
  const of = (scheme: string) => parts.filter(([name]) => name === scheme).map(([, value = '']) => value)
  const [t = '', ...more] = of('t')
  if (!/^\d{1,12}$/.test(t) || more.length > 0) return false
  if (Math.abs(nowSeconds - Number(t)) > toleranceSeconds) return false
  const shown = of('v1')
    .filter((value) => /^[0-9a-f]{64}$/i.test(value))
    .map((value) => Buffer.from(value, 'hex'))
  return secrets.some((secret) => shown.some((value) => timingSafeEqual(value, digest(t, raw, secret))))
}
