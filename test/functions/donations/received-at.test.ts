import { expect, it } from 'vitest'
import { attemptAt, pledge } from '../../../functions/donations/donation.ts'
import { receive } from '../../../functions/donations/payment.ts'
import { later, stampOf } from '../../../functions/time.ts'

const now = '2026-11-23T07:05:09.000Z'
const first = attemptAt({ provider: 'vnpay' }, 'LC1', 15 * 60, now)
const gift = { program: 'heo', purposeVersion: 1, entity: 'quy', amountVnd: 50_000, lang: 'vi' as const }
const made = pledge(gift, { donation: 'd1', receiptKey: 'k'.repeat(22), code: 'ABCDEFGH', nameId: 'n1' }, first, now)

/** The payment of which we hear a day later. */
function heard(paidAt: string) {
  const said = { meaning: 'received' as const, responseCode: '00', transactionStatus: '00', asked: false }
  const told = { provider: 'vnpay' as const, reference: 'LC1', transactionId: '1', amountVnd: 50_000, ...said, paidAt }
  const nonce = Buffer.alloc(32, 7).toString('base64url')
  return receive(made, told, nonce, { entryId: 'e', digits: '12345678' }, later(now, 86_400)).payment
}

it('money came when its provider says, where that can be, though we hear of it a day later', () => {
  const number = expect.stringMatching(`^${stampOf(now).slice(0, 8)}-`)
  expect(heard(later(now, 60))).toMatchObject({ receivedAt: later(now, 60), number })
  for (const odd of [later(now, -40 * 3_600), later(now, 2 * 86_400), ''])
    expect(heard(odd).receivedAt).toBe(later(now, 86_400))
})
