import { makeMemo } from '../../memo.ts'
import type { Provider } from '../provider.ts'
import { accountOf } from './account.ts'

/** A transfer by VietQR: our own page says how, the memo is the reference, and a person sends money back by hand. */
export const bank: Provider = {
  name: 'bank',
  opensSeconds: 30 * 86_400,
  reference: makeMemo,
  open(secret) {
    accountOf(secret)
    return { begin: async () => ({ payUrl: undefined }) }
  },
}
