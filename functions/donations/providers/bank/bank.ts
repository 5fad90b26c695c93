import { makeMemo } from '../../memo.ts'
import type { Gateway, Provider } from '../provider.ts'
import { accountOf } from './account.ts'
import { sepayStatement } from './statement.ts'

/** A transfer by VietQR: our own page says how, the memo is the reference, and a person sends money back by hand. */
export const bank: Provider = {
  name: 'bank',
  opensSeconds: 30 * 86_400,
  reference: makeMemo,
  open(secret, at, send = fetch): Gateway {
    const token = accountOf(secret).sepay?.apiToken
    return {
      begin: async () => ({ payUrl: undefined }),
      ...(token === undefined ? {} : { statement: (day) => sepayStatement(day, { token, url: at.api, send }) }),
    }
  },
}
