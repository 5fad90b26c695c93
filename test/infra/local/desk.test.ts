import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDesk } from '../../../infra/local/gateways/desk.ts'

const played: string[] = []
const standIn = (origin: string, more: object) => ({
  origin,
  payments: () => [{ reference: 'LC<1>', amountVnd: 50_000 }],
  notices: () => [],
  ...more,
})
const counters = {
  vnpay: standIn('http://vnpay.test', {
    approve: (reference: string) => played.push(`approve ${reference}`),
    decline: (reference: string) => played.push(`decline ${reference}`),
  }),
  bank: standIn('http://bank.test', {
    notices: () => [{ reference: 'LC<1>', answers: ['200'] }],
    approve: (reference: string) => played.push(`bank ${reference}`),
  }),
}
let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  desk = await openDesk(counters as never)
})
afterAll(() => desk.close())

it('lists what is pending and what was told at every provider, and plays the provider', async () => {
  const text = await (await fetch(`${desk.origin}/`)).text()
  expect(text).toMatch(/vnpay\.test.*LC&#60;1&#62;.*50\.000.*pending.*Từ chối.*bank\.test.*đã báo: 200/s)
  const play = (act: string, provider = 'vnpay') =>
    fetch(`${desk.origin}/play`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ provider, act, reference: 'LC<1>' }),
    })
  expect([(await play('approve')).status, (await play('decline')).status]).toEqual([303, 303])
  expect((await play('approve', 'bank')).status).toBe(303)
  expect([(await play('decline', 'bank')).status, (await play('toString')).status]).toEqual([404, 404])
  expect((await play('approve', 'none')).status).toBe(404)
  expect(played).toEqual(['approve LC<1>', 'decline LC<1>', 'bank LC<1>'])
})
