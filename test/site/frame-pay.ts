import { writeVietQr } from '../../functions/donations/providers/bank/vietqr.ts'
import type { Reason } from '../../functions/donations/reason.ts'
import { type WayName, wayNames, ways } from '../../functions/donations/way.ts'
import { wayLabel } from '../../functions/donations/way-facts.ts'
import type { Gaps } from '../../functions/door/frame.ts'
import { currentAccount } from '../../functions/entities/entity.ts'
import { formatVnd } from '../../functions/money.ts'
import { drawQr } from '../../functions/qr/drawing.ts'
import { Refusal } from '../../functions/refusal.ts'
import { formatDay } from '../../functions/time.ts'
import { type Lang, say } from '../../functions/words/words.ts'
import { wayRows } from '../../site/src/ways.ts'
import { base, call, entity, type Filled, giving, hostile, program, refused, states } from './frame-base.ts'

const { maxVnd } = giving.limits
const stays = { ...states, unpaid: false }
const reasons: Partial<Record<string, Reason>> = { declined: 'insufficient', unpaid: 'cancelled' }

/** Where a gift stands that was not received, and how to pay it after all. */
function back(lang: Lang, state: keyof typeof stays, amountVnd: number, same: WayName, more: Gaps = {}): Gaps {
  const reason = reasons[state]
  const others = wayNames.filter((name) => name !== same)
  return {
    ...base,
    ...stays,
    [state]: true,
    paid: false,
    processing: false,
    ...call(lang),
    offers: reason !== undefined,
    provider: say(lang, `provider.${ways[same].provider}`),
    amount: formatVnd(amountVnd, lang),
    programName: program.name[lang],
    receiptUrl: '/receipts/key',
    transferUrl: same === 'bank' ? '/receipts/key/transfer?lang=vi' : '',
    giveAgainUrl: '/ung-ho/heo-dat/?amount=50000',
    statusUrl: '/api/status',
    promisedOn: state === 'checking' ? formatDay('2026-11-26', lang) : '',
    refresh: ['waiting', 'unpaid'].includes(state),
    problem: '',
    reason: reason ? say(lang, `reason.${reason}`) : '',
    payUrl: '/receipts/key/pay',
    said: state === 'unpaid' ? 'status=-49&checksum=0' : '',
    sameWay: same,
    sameWayLabel: wayLabel(same, lang),
    others: true,
    otherWays: wayRows(others, entity, giving, lang).map((row) => ({ ...row, chosen: false, wayNote: '' })),
    ...more,
  }
}

export function goingBack(lang: Lang): Filled[] {
  const { problem } = refused(new Refusal('closed', 'provider-closed'), lang)
  const alone = { problem, sameWay: '', others: false, otherWays: [] }
  return [
    ['Waiting', back(lang, 'waiting', maxVnd, 'vnpay-card')],
    ['Waiting for a transfer', back(lang, 'waiting', 50_000, 'bank')],
    ['Waiting, and no page to pay on opens', back(lang, 'waiting', 50_000, 'momo', alone)],
    ['Checking', back(lang, 'checking', 50_000, 'vnpay')],
    ['Declined', back(lang, 'declined', 50_000, 'vnpay-atm')],
    ['Declined, and no page to pay on opens', back(lang, 'declined', 50_000, 'momo', alone)],
    ['Cancelled, as the provider says', back(lang, 'unpaid', maxVnd, 'zalopay')],
    ['Waiting, paid as the provider says', back(lang, 'waiting', 50_000, 'momo', { paid: true })],
    ['Waiting, at work as the provider says', back(lang, 'waiting', 50_000, 'momo', { processing: true })],
    ['Waiting for a transfer since yesterday', back(lang, 'waiting', 50_000, 'bank', { late: true })],
  ]
}

export function transfer(lang: Lang): Filled[] {
  const { bank, bin, number } = currentAccount(entity)!
  const amountVnd = maxVnd
  const memo = 'HTBCDFGHJKLMNPQR'
  const { path, box } = drawQr(writeVietQr({ bin: bin!, account: number, amountVnd, memo }))
  const order: Gaps = {
    ...base,
    qrPath: path,
    qrBox: box,
    bank,
    number,
    holder: hostile,
    memo,
    programName: program.name[lang],
    amount: formatVnd(amountVnd, lang),
    amountPlain: String(amountVnd),
    ...call(lang),
    state: 'waiting',
    refresh: true,
    receiptUrl: '/receipts/key?lang=vi',
    otherUrl: '/receipts/key/return?lang=vi#other-ways',
    statusUrl: '/api/status',
  }
  return [
    ['Waiting', order],
    [
      'Declined before, watched no more',
      { ...order, holder: entity.legalName[lang], state: 'declined', refresh: false },
    ],
  ]
}
