import type { Vnd } from '../../money.ts'
import type { Names } from '../../reconciliation/columns.ts'
import type { Word } from '../../words/words.ts'
import type { Reason } from '../reason.ts'
import { bank } from './bank/facts.ts'
import { momo } from './momo/facts.ts'
import type { Addresses } from './provider.ts'
import { stripe } from './stripe/facts.ts'
import { vnpay } from './vnpay/facts.ts'
import { zalopay } from './zalopay/facts.ts'

/** A way to pay, as donors choose it. */
export interface WayFacts {
  name: string
  /** What the provider's page opens with. */
  choice?: string
  /** Least and most of one payment; what a provider does not publish is the city's own limit. */
  limits: { readonly minVnd: Vnd; readonly maxVnd: Vnd }
  /** The path of its mark: our own, one pen, on a field of 24 by 24. No provider's logo is copied. */
  mark: string
  /** Whoever tries stolen cards may try them here. */
  takesCards?: true
  /** The payer's bank may charge for the exchange of money. */
  mayExchange?: true
}

/** Where it is reached; without `pay` where no page of its own is opened. */
type Reach = Pick<Addresses, 'api'> & Partial<Pick<Addresses, 'pay'>>

/** What is known of a provider without its account: plain data that every room, the stages and the pages may read. */
export interface Facts {
  /** Stands in accounts of the book, in keys, in addresses and in the name of its secret. */
  name: string
  /** In the order that donors see. */
  ways: readonly WayFacts[]
  /** What is said of the fee, where it is not what the program promises of fees. */
  feeWord?: Word
  /** What is said of when the money comes, where it is not once the provider confirms. */
  whenWord?: Word
  /** Can it be asked what became of an attempt? */
  isAsked: boolean
  /** Pending, and yet no money is on its way: the payment was begun and nobody has paid. */
  begunCode?: string
  /** The code of a failure that never says why: after its page's time, it is that the time is over. */
  silentCode?: string
  /** Codes as the provider publishes them; one that is not here says no more than that it was declined. */
  reasons?: Readonly<Record<string, Reason>>
  /** The headers that hold a notification's signature; the edge hands over no other. */
  signatureHeaders?: readonly string[]
  addresses?: {
    /** Its place in the stack's PaymentOrigins, for ever: a new provider takes the next one. */
    place: number
    sandbox: Reach
    /** The merchant contract states them; confirm them there before giving opens. */
    real: Reach
    /** What tells its sandbox's addresses, beside the words "sandbox" and "test". */
    sandboxWords?: readonly string[]
  }
  /** What tells a secret of a test account, where test and money have the same addresses. */
  testSecret?: RegExp
  /** Its file of settled payments: its own columns beside those that all gateways have, and the status of what is done. */
  file?: { columns: Names; doneCode: string }
}

/** Every provider, in the order that donors see; one without a secret in the stage is not offered. */
export const facts = [bank, momo, zalopay, vnpay, stripe] as const satisfies readonly Facts[]
