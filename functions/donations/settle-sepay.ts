import { type Contract, http } from '../door/http.ts'
import { count, log } from '../door/log.ts'
import { draw } from '../door/random.ts'
import { secret } from '../door/secret.ts'
import { recordTransfer } from '../transfers/record-store.ts'
import { accountOf } from './providers/bank/account.ts'
import { isSepay, sepayTransfer } from './providers/bank/sepay.ts'
import { noteHeard } from './pulse-store.ts'
import { forged, heard, repliesTo, unheard } from './tellers.ts'

export const contract = {
  summary: 'SePay tells of a movement on an account; the answer ends or repeats its notification',
  signed: true,
  replies: repliesTo('SePay'),
} satisfies Contract

export const handler = http(
  contract,
  async ({ raw, headers, now }) => {
    const kept = await secret('bank')
    // No account is watched here yet: whoever calls is no fault of ours to wake anybody for.
    if (kept === undefined) return unheard
    const account = accountOf(kept)
    if (!isSepay(raw, headers, account, now)) {
      count('ForgedTransfer')
      return forged
    }
    await noteHeard('sepay', now)
    const told = sepayTransfer(raw)
    const recorded = told ? await recordTransfer(told, draw, now) : 'nothing'
    if (recorded === 'foreign') count('ForeignAccount')
    log('transfer', { by: 'sepay', recorded })
    return heard
  },
  {
    faulted: async () => {
      count('TransferFault')
      return unheard
    },
  },
)
