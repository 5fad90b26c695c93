import { key } from '../store/keys.ts'
import { putOnce } from '../store/once.ts'
import { get } from '../store/table.ts'
import { mostRepeats, repeatOf, type Transfer, transfer, voucherUntil } from './transfer.ts'

/** Keeps a transfer that is not recorded until a person says that it is none of ours. It stays, as a voucher. */
export const hold = (of: Transfer): Promise<boolean> =>
  putOnce({ ...key.unallocated('held', of.transactionId), v: 1, ...of, ...voucherUntil(of.at) })

export async function heldBy(transactionId: string): Promise<Transfer | undefined> {
  const item = await get(key.unallocated('held', transactionId))
  return item && transfer.parse(item)
}

/**
 * The movement as the second, third … of its reference and sum: under the first such id that nobody has, or that has it
 * already. `isKnown`: it has.
 */
export async function asRepeat(of: Transfer): Promise<{ repeat: Transfer; isKnown: boolean }> {
  for (let nth = 2; nth <= mostRepeats; nth++) {
    const transactionId = repeatOf(of.transactionId, nth)
    const kept = (await get(key.payment('bank', transactionId))) ?? (await get(key.unallocated('held', transactionId)))
    if (!kept || kept.toldAs === of.toldAs) return { repeat: { ...of, transactionId }, isKnown: kept !== undefined }
  }
  throw new Error('transfers: one reference and sum stand for too many movements')
}
