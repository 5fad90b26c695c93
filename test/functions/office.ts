import { vi } from 'vitest'
import { all } from '../../functions/donations/providers/all.ts'
import type { Gateway, RefundSaid } from '../../functions/donations/providers/provider.ts'
import { memoOf } from '../../functions/donations/refund.ts'
import { openRefunds } from '../../functions/donations/refund-store.ts'
import { isInDoubt } from '../../functions/donations/returned-store.ts'
import { donationByReceiptKey, donationsByCode } from '../../functions/donations/store.ts'
import { draw } from '../../functions/door/random.ts'
import { openPayouts } from '../../functions/payouts/store.ts'
import { keepIncome, keepOutgoing } from '../../functions/transfers/store.ts'
import { seed } from '../../infra/seed/seed.ts'
import { startAs } from '../noted.ts'

type As = <T>(run: string, act: (verb: unknown) => Promise<T>) => Promise<T>
type Order = (run: string, input: object) => Promise<object>

const [by, because, { slug }] = ['Lan', 'trả trùng', seed.programs[0]!] as const
const day = 86_400_000

/** What VNPAY says to an order to give back and to a question about one, in turn; the last for ever. */
function vnpaySays(...states: [RefundSaid['state'], ...RefundSaid['state'][]]): void {
  const say = async () => ({ state: (states.length > 1 ? states.shift() : states[0])!, code: '1' })
  const gateway: Gateway = { begin: async () => ({ payUrl: '' }), refund: say, followRefund: say }
  vi.spyOn(all.vnpay!, 'open').mockReturnValue(gateway)
}

async function paymentOf(receiptKey: string) {
  startAs('')
  const { code, payments } = await donationByReceiptKey(receiptKey)
  return { code, number: payments[0]!.number }
}

async function giveBack(order: Order, of: { code: string; number: string }): Promise<void> {
  const give = (amountVnd: number) => order('donations/refund-gift', { ...of, by, because, amountVnd })
  for (const [place, state] of (['done', 'refused', 'unknown', ...Array(4).fill('accepted')] as const).entries()) {
    vnpaySays(state)
    await give(1_000 + place)
  }
}

async function moneyWithoutCode(order: Order): Promise<void> {
  startAs('')
  const at = new Date().toISOString()
  const transfer = { account: '1', direction: 'in', amountVnd: 60_000, at, text: '' } as const
  for (const place of [0, 1, 2, 3]) {
    const of = { ...transfer, transactionId: `T${place}` }
    await keepIncome(of, draw, at)
  }
  for (const transfer of ['T0', 'T1', 'T2'])
    await order('donations/refund-gift', { transfer, by, because, amountVnd: 1_000 })
  startAs('')
  const last = (await openRefunds()).filter(({ state }) => state === 'to-transfer').at(-1)!
  await keepOutgoing({ ...transfer, transactionId: 'O', direction: 'out', amountVnd: 1_000, text: memoOf(last) })
  await order('transfers/allocate', {})
  await order('transfers/allocate', { transfer: 'T3', program: slug, by, because })
}

async function finishByHand(order: Order): Promise<void> {
  await order('donations/finish-refund', {})
  for (const [byHand, end] of [
    [true, 'done'],
    [false, 'done'],
    [false, 'refused'],
  ] as const) {
    startAs('')
    const of = (await openRefunds()).filter(({ state }) => (state === 'to-transfer') === byHand)[0]!
    await order('donations/finish-refund', { id: of.id, end, reference: 'R', by })
  }
}

async function follow(order: Order): Promise<void> {
  for (const [days, first, next] of [
    [20, 'unknown', 'unknown'],
    [21, 'done', 'refused'],
  ] as const) {
    vnpaySays(first, next)
    vi.useFakeTimers({ now: Date.now() + days * day, toFake: ['Date'] })
    await order('donations/follow-refunds', {})
    vi.useRealTimers()
  }
}

async function payOut(order: Order): Promise<void> {
  const payee = { name: 'Công ty', taxCode: '0300588569' }
  const bill = { program: slug, payee, purpose: { vi: 'vở', en: 'notebooks' }, evidence: 'ab'.repeat(32) }
  for (const nth of [1, 2, 3]) await order('payouts/propose', { ...bill, amountVnd: 7_000, by, nth })
  await order('payouts/decline', {})
  startAs('')
  const [one, ...more] = await openPayouts()
  await order('payouts/decline', { id: one!.id, by: 'Hoa', because })
  for (const { id } of more) await order('payouts/approve', { id, by: 'Hoa' })
}

interface Stands {
  id: string
  reason: string
  code?: string
}

/** A review of money that may have moved and of which nobody was told more: answers to our questions come in any order. */
async function stillInDoubt(reviews: readonly Stands[]): Promise<Stands> {
  startAs('')
  for (const of of reviews.filter(({ reason }) => reason === 'may-have-moved'))
    if ((await donationsByCode(of.code!)).some(isInDoubt)) return of
  throw new Error('no gift is in doubt')
}

/** Everything that the office orders of a gift that was received, each with what it needs. */
export async function actAsOffice(as: As, receiptKey: string): Promise<void> {
  const order: Order = (run, input) =>
    as(run, async (verb) => {
      const said = await (verb as (event: unknown, context: object) => Promise<object>)(input, {})
      if ('refused' in said) throw new Error(JSON.stringify(said.refused))
      return said
    })
  const of = await paymentOf(receiptKey)
  await giveBack(order, of)
  await moneyWithoutCode(order)
  await finishByHand(order)
  await order('ledger/fold', {})
  vnpaySays('refused')
  const amountVnd = 2_000
  await order('donations/refund-gift', { ...of, by, because, amountVnd })
  await follow(order)
  await payOut(order)
  const { reviews } = (await order('review/resolve', {})) as { reviews: Stands[] }
  await order('review/resolve', { id: (await stillInDoubt(reviews)).id, outcome: 'returned', by, because })
  await order('office/today', {})
  vi.mocked(all.vnpay!.open).mockRestore()
}
