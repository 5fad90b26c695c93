import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { record } from '../../../functions/donations/payment-store.ts'
import { memoOf } from '../../../functions/donations/refund.ts'
import type { Row } from '../../../functions/reconciliation/row.ts'
import { dayOf, later } from '../../../functions/time.ts'
import { recordTransfer } from '../../../functions/transfers/record-store.ts'
import { keepOutgoing } from '../../../functions/transfers/store.ts'
import { seed } from '../../../infra/seed/seed.ts'
import { call } from '../../call.ts'
import { startAs } from '../../noted.ts'
import { askedBack, draw, pledged, told } from '../gifts.ts'
import { donorOf } from '../mail/touches.ts'
import { bankFile, delivering, vnpayFile } from './delivering.ts'
import { partsOf, rowOf } from './files.ts'
import { answering, charged, moved } from './telling.ts'

/** Lets a verb act; its keys are noted. */
type As = (run: string, act: (verb: unknown) => Promise<unknown>) => Promise<unknown>

/** What SePay and Stripe tell by themselves: a lost gift with a name, money without a code or of nobody, its fee, money out. */
async function collectAll(as: As, at: string): Promise<void> {
  const account = seed.entities[0]!.accounts[0]!.number
  startAs('')
  const lost = await pledged(donorOf('Bà Mười'), at, randomUUID(), 'bank')
  const back = memoOf(await askedBack((await paidBy('bank', at)).id, 6_000, at))
  const [day, clockTime] = [dayOf(at), '12:00:00']
  const fetched = answering({
    sepay: [
      moved({
        account,
        reference: 'FT81',
        inVnd: 50_000,
        text: lost.attempts[0]!.reference,
        at: `${day} ${clockTime}`,
      }),
      moved({ account, reference: 'FT82', inVnd: 9_000, at: `${day} ${clockTime}` }),
      moved({ account, reference: 'FT83', outVnd: 6_000, text: `CHI ABCDEFGH ${back}`, at: `${day} ${clockTime}` }),
      moved({ account: '999', reference: 'FT84', inVnd: 1_000, at: `${day} ${clockTime}` }),
    ],
    stripe: [charged({ intent: 'pi_nobody', reference: 'LC-NOBODY', amountVnd: 40_000, fee: 400, at })],
  })
  vi.useFakeTimers({ now: Date.parse(at) + 2 * 86_400_000, toFake: ['Date'] })
  await as('reconciliation/collect', (verb) => (verb as (event: unknown, context: object) => Promise<unknown>)({}, {}))
  vi.useRealTimers()
  await as('reconciliation/fetch-day', (verb) =>
    (verb as (event: unknown, context: object) => Promise<unknown>)({ provider: 'bank', day }, {}),
  )
  fetched.mockRestore()
}

/** The same from files that were left: VNPAY's settlement and the bank's statement. */
async function readAll(as: As, at: string): Promise<void> {
  const account = seed.entities[0]!.accounts[0]!.number
  startAs('')
  const lost = await pledged(donorOf('Bà Bảy'), at, randomUUID())
  const back = memoOf(await askedBack((await paidBy('bank', at)).id, 7_000, at))
  const day = dayOf(at)
  delivering({
    'vnpay/1.csv': {
      text: vnpayFile(day, [
        ['991001', lost.attempts[0]!.reference, 50_000, 550],
        ['991002', 'LC-NOBODY', 9_000, 99],
      ]),
      at,
    },
    [`bank/${account}/1.csv`]: {
      text: bankFile(day, [
        ['FT91', 9_000, 0, 'ung ho'],
        ['FT92', 0, 7_000, `CHI ABCDEFGH ${back}`],
      ]),
      at,
    },
  })
  vi.useFakeTimers({ now: Date.parse(at) + 2 * 86_400_000, toFake: ['Date'] })
  await as('reconciliation/take-delivered', (verb) =>
    (verb as (event: unknown, context: object) => Promise<unknown>)({}, {}),
  )
  vi.useRealTimers()
}

async function paidBy(provider: 'bank', at: string) {
  const gift = await pledged({}, at, randomUUID(), provider)
  await record(gift.id, told(gift, { paidAt: at }), draw, at)
  return gift
}

/** Everything that the verbs of reconciliation do: a lost gift with a name, a row of nobody, fees, money out, days closed and read. */
export async function reconcileAll(as: As, reference: string): Promise<void> {
  const now = new Date().toISOString()
  const [before, today] = [later(now, -86_400), dayOf(now)]
  const invoke = (run: string, event: unknown) =>
    as(run, (verb) => (verb as (event: unknown, context: object) => Promise<unknown>)(event, {}))
  const take = (rows: Row[], day: string, over = {}) =>
    invoke('reconciliation/take', partsOf(rows, { days: { from: day, to: day }, ...over })[0])
  const lost = rowOf('990001', 50_000, { at: before, reference, feeVnd: 550 })
  await take([lost, rowOf('990002', 9_000, { at: before, feeVnd: 99 })], dayOf(before))
  const account = seed.entities[0]!.accounts[0]!.number.replace(/\W/g, '')
  startAs('')
  const paid = await paidBy('bank', before)
  // Words of a payout that nobody made, and of a refund that somebody ordered.
  const text = `CHI ABCDEFGH ${memoOf(await askedBack(paid.id, 5_000, before))}`
  const out = { account, direction: 'out', amountVnd: 5_000, text } as const
  await keepOutgoing({ ...out, transactionId: `${account}.FT9.5000`, at: now })
  const left = rowOf(`${account}.FT1.5000`, 5_000, { at: before, provider: 'bank', kind: 'outgoing', text })
  const income = rowOf(`${account}.FT2.6000`, 6_000, { at: before, provider: 'bank' })
  await take([left, income], dayOf(before))
  startAs('')
  const gift = await pledged(donorOf('Bà Chín'), before, randomUUID(), 'bank')
  const came = { account, direction: 'in', text: 'ung ho', at: before } as const
  for (const reference of ['FT3', 'FT4'])
    await recordTransfer({ ...came, amountVnd: 8_000, transactionId: `${account}.${reference}.8000` }, draw, before)
  const memo = gift.attempts[0]!.reference
  await take([rowOf(`${account}.FT3.7000`, 7_000, { at: before, provider: 'bank', text: memo })], dayOf(before))
  const { reviews } = (await invoke('review/resolve', {})) as { reviews: { id: string; like?: string }[] }
  const { id } = reviews.find(({ like }) => like?.includes('.FT3.'))!
  await invoke('reconciliation/decide-held', { id, by: 'Lan', because: 'đã xem' })
  await collectAll(as, before)
  await readAll(as, before)
  for (const provider of ['vnpay', 'bank'] as const)
    await take([], today, { provider, sha256: (provider === 'bank' ? '1' : '0').repeat(64) })
  vi.useFakeTimers({ now: Date.now() + 2 * 86_400_000, toFake: ['Date'] })
  await invoke('reconciliation/close-day', {})
  vi.useRealTimers()
  await invoke('reconciliation/tell', { day: today })
  await as('reconciliation/list-statements', (verb) => call(verb, { query: `month=${today.slice(0, 7)}` }))
  await as('reconciliation/get-statement', (verb) => call(verb, { params: { day: today } }))
}
