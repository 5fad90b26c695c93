import * as z from 'zod'
import { type Contract, http, type Reply } from '../door/http.ts'
import { count, log } from '../door/log.ts'
import { draw } from '../door/random.ts'
import { secret } from '../door/secret.ts'
import { recordTransfer } from '../transfers/record-store.ts'
import { accountOf } from './providers/bank-account.ts'
import { isSepay, sepayTransfer } from './providers/sepay.ts'
import { noteHeard } from './pulse-store.ts'

export const contract = {
  summary: 'SePay tells of a movement on an account; the answer ends or repeats its notification',
  signed: true,
  replies: {
    200: { description: 'Heard; it need not be told again', schema: z.object({ success: z.literal(true) }) },
    400: { description: 'Not from SePay', type: 'text/plain' },
    500: { description: 'Not recorded; it shall be told again', type: 'text/plain' },
  },
} satisfies Contract

const heard: Reply = { status: 200, json: { success: true } }
/** Says nothing that helps to guess. */
const bare = (status: 400 | 500): Reply => ({ status, text: '', type: 'text/plain' })

export const handler = http(
  contract,
  async ({ raw, headers, now }) => {
    const kept = await secret('bank')
    // No account is watched here yet: whoever calls is no fault of ours to wake anybody for.
    if (kept === undefined) return bare(500)
    if (!isSepay(raw, headers, accountOf(kept), now)) {
      count('ForgedTransfer')
      return bare(400)
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
      return bare(500)
    },
  },
)
