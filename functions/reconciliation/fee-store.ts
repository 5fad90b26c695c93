import type { Draw } from '../donations/payment-store.ts'
import type { ProviderName } from '../donations/way.ts'
import { type LedgerItem, unallocated } from '../ledger/entry.ts'
import { entryWrites, readLedger } from '../ledger/store.ts'
import { allPrograms } from '../programs/store.ts'
import { ConditionFailed, transact } from '../store/table.ts'
import { feeWrite, incomeIf } from '../transfers/store.ts'
import { type Income, incomeIdOf } from '../transfers/transfer.ts'
import { feeEntryOf, feeKeyOf, type PaidBy } from './fee.ts'
import { paymentKeyOf } from './recover-store.ts'
import { nameOf, type Row } from './row.ts'
import { reviewRow } from './row-review-store.ts'
import { type FeeMove, feeMoves, type Settled } from './settled.ts'

/** Who bears the fees of each program’s gifts today. */
export const payersNow = async (): Promise<Map<string, PaidBy>> =>
  new Map((await allPrograms()).map(({ slug, giving }) => [slug, giving?.feesPaidBy ?? 'fund']))

/** The fund where the money of a gift lies now; `open` if nobody gave it to a program yet. */
async function purseOf({ program, paymentKey }: LedgerItem): Promise<{ program: string; open?: Income | undefined }> {
  if (program !== unallocated) return { program }
  const [provider, ...id] = paymentKey.split('#')
  const of = await incomeIf(incomeIdOf(provider as ProviderName, id.join('#')))
  return of?.allocatedTo === undefined ? { program, open: of } : { program: of.allocatedTo }
}

const tries = 20

/** The entry of one move, once for ever. Whoever gives the money to a program meanwhile is met by the next try. */
async function keepFee(
  of: { provider: ProviderName; name: string; gift: LedgerItem; paidBy: (program: string) => PaidBy },
  move: FeeMove,
  corrected: string | undefined,
  draw: Draw,
  now: string,
): Promise<void> {
  const { provider, name, gift } = of
  const ids = { entryId: draw.ids().entryId, nonce: draw.nonce() }
  for (let attempt = 1; ; attempt++) {
    const { program, open } = await purseOf(gift)
    const about = { provider, name, program, giftEntryId: gift.entryId, paidBy: of.paidBy(program) }
    const made = feeEntryOf(about, move, corrected, ids, now)
    if ((await readLedger([made.paymentKey]))[0]) return
    try {
      return await transact([...entryWrites(made), ...(open ? [feeWrite(open, move.deltaVnd)] : [])])
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error
    }
  }
}

/** The entry of the payment that a row gives back or has a fee of; undefined where that is no payment of ours, or it has neither. */
export async function giftOf(row: Row, said: readonly Settled[]): Promise<LedgerItem | undefined> {
  if (row.kind !== 'refund' && feeMoves(said).length === 0) return undefined
  const paymentKey = await paymentKeyOf(row)
  return paymentKey === undefined ? undefined : (await readLedger([paymentKey]))[0]
}

/** An entry for the fee that files told of a row; a correction with a review for each other fee told later. Tells all of them. */
export async function keepFees(
  row: Row,
  gift: LedgerItem | undefined,
  said: readonly Settled[],
  payers: ReadonlyMap<string, PaidBy>,
  draw: Draw,
  now: string,
): Promise<FeeMove[]> {
  const moves = feeMoves(said)
  if (!gift || moves.length === 0) return moves
  const { provider } = row
  const name = nameOf(row)
  const first = feeKeyOf({ provider, name })
  let [kept] = await readLedger([first])
  for (const [place, move] of moves.entries()) {
    if (place === 0 && kept) continue
    const before = kept?.facts?.paidBy as PaidBy | undefined
    const paidBy = (program: string) => before ?? (program === unallocated ? 'fund' : (payers.get(program) ?? 'fund'))
    await keepFee({ provider, name, gift, paidBy }, move, place === 0 ? undefined : kept!.entryId, draw, now)
    if (move.beforeVnd !== undefined)
      await reviewRow(
        { ...row, feeVnd: move.feeVnd },
        said[move.ordinal - 1]!,
        'fee-differs',
        { oursVnd: move.beforeVnd },
        now,
      )
    kept ??= (await readLedger([first]))[0]!
  }
  return moves
}
