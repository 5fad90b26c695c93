import { providers } from '../../functions/donations/way.ts'
import { providerName } from '../../functions/donations/way-facts.ts'
import { unallocated } from '../../functions/ledger/entry.ts'
import { settlerIn } from '../../functions/transfers/transfer.ts'
import type { Both } from '../../functions/words/words.ts'
import type { Office } from './office.ts'
import { say } from './words/words.ts'

type Speaks = Pick<Office, 'lang'>

/** Who tells of transfers on the bank account. */
const tellers: Readonly<Record<string, string>> = { sepay: 'SePay', payos: 'payOS' }

/** A provider or teller as people call it; what is none is told as it is. */
export function providerIn({ lang }: Speaks, provider: string): string {
  const known = providers.find((each) => each === provider)
  return known ? providerName(known, lang) : (tellers[provider] ?? provider)
}

/** Who tells of whole days by itself: of the bank account, SePay. */
export const tellerIn = (office: Speaks, provider: string): string =>
  providerIn(office, provider === 'bank' ? 'sepay' : provider)

/** Whoever holds or brings the money, to be asked about it: of transfers, the bank. */
export const holderIn = (office: Speaks, provider: string): string =>
  provider === 'bank' ? say(office.lang, 'holder.bank') : providerIn(office, provider)

/** What stands where a program stands, as people call it: its name, or which money it is. */
export function programIn({ lang }: Speaks, program: string, name?: Both): string {
  if (name) return name[lang]
  if (program === unallocated) return say(lang, 'fund.unallocated')
  const provider = settlerIn(program)
  return provider === undefined ? program : say(lang, 'fund.settlement', { provider: providerIn({ lang }, provider) })
}

/** The fund where its money lies. */
export const fundIn = (office: Speaks, program: string, name?: Both): string =>
  name ? say(office.lang, 'fund.program', { program: name }) : programIn(office, program)
