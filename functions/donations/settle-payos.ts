import { type Contract, http } from '../door/http.ts'
import { count, log } from '../door/log.ts'
import { draw } from '../door/random.ts'
import { secret } from '../door/secret.ts'
import { isOurs, recordTransfer } from '../transfers/record-store.ts'
import { accountOf } from './providers/bank/account.ts'
import { payosTransfer, readPayos } from './providers/bank/payos.ts'
import { noteHeard } from './pulse-store.ts'
import { forged, heard, repliesTo, unheard } from './tellers.ts'

export const contract = {
  summary: 'payOS tells of a transfer; the answer ends or repeats its notification',
  signed: true,
  replies: repliesTo('payOS'),
} satisfies Contract

export const handler = http(
  contract,
  async ({ raw, now }) => {
    const kept = await secret('bank')
    // No account is watched here yet: whoever calls is no fault of ours to wake anybody for.
    if (kept === undefined) return unheard
    const account = accountOf(kept)
    const word = readPayos(raw, account)
    // An address is registered only if the probe is taken; whoever else sends it gains nothing.
    if (word?.isProbe && !(await isOurs(String(word.data.accountNumber ?? '')))) return heard
    if (!word?.isSigned) {
      count('ForgedTransfer')
      return forged
    }
    await noteHeard('payos', now)
    const told = payosTransfer(word.data)
    const recorded = told ? await recordTransfer(told, draw, now) : 'nothing'
    if (recorded === 'foreign') count('ForeignAccount')
    log('transfer', { by: 'payos', recorded })
    return heard
  },
  {
    faulted: async () => {
      count('TransferFault')
      return unheard
    },
  },
)
