import type { Vnd } from '../../money.ts'
import type { Row } from '../../reconciliation/row.ts'
import type { Told } from '../payment.ts'
import type { ProviderName } from '../way.ts'

/** One attempt to pay, as a provider is told of it. */
export interface Order {
  reference: string
  amountVnd: Vnd
  /** What the donor reads at the provider: letters, digits and single spaces. */
  info: string
  lang: 'vi' | 'en'
  callerAddress: string
  createdAt: string
  expiresAt: string
  /** Where the donor comes back to; it never changes a state. */
  returnUrl: string
  /** Where a provider that is told so sends its notification; a bare path without a query. */
  notifyUrl: string
  /** What its page opens with. */
  choice?: string | undefined
}

/** What became of an attempt, asked of the provider. */
export interface Question {
  reference: string
  createdAt: string
  amountVnd: Vnd
  requestId: string
  now: string
  callerAddress: string
  /** The provider's page of the attempt, where the provider made its address. */
  payUrl?: string | undefined
}

/** A payment of which all or a part goes back. */
export interface Back {
  /** Ours, of this refund; letters and digits. */
  refundReference: string
  reference: string
  transactionId: string
  amountVnd: Vnd
  /** What the payment brought, and when its attempt was made. */
  paidVnd: Vnd
  createdAt: string
  /** When this refund was ordered; a repeat says the same, so that it stays one refund. */
  orderedAt: string
  now: string
  /** Who gave the order, as the provider wants to know. */
  by: string
  /** False if any other refund of the payment was ever ordered: what is told of the whole payment may be of that one. */
  isOnly?: boolean
  /** False if another refund of the payment is under way. */
  isOnlyOpen?: boolean
  /** The provider said of this very refund that it has begun. */
  isAccepted?: boolean
}

/**
 * Recorded as if it had been told; `half` and `amount` cannot be; `nothing`: the provider does not know the attempt;
 * `too-late`: it speaks of the attempt no more.
 */
export type Said = Omit<Told, 'asked'> | 'half' | 'amount' | 'nothing' | 'too-late'

/** `accepted` is not done: it is asked again. `unknown`: no answer, so it may have happened. */
export type RefundSaid = { state: 'done' | 'accepted' | 'refused' | 'unknown'; code: string; transactionId?: string }

/** What a provider says, signed, in the address that a donor comes back by. Never recorded: it may be old, and it may never come. */
export type Returned = Pick<Told, 'reference' | 'amountVnd' | 'responseCode'> & {
  meaning: 'received' | 'failed' | 'pending'
}

/**
 * What such an address says; undefined if it is forged, or leaves open whether money came. `pending` is only what the
 * provider is at work on: what merely has no end yet may wait for the donor.
 */
export function returnedBy<N>(
  read: { forged: true } | { forged: false; notification: N },
  toldBy: (notification: N) => Said,
  isAtWork: (responseCode: string) => boolean = () => false,
): Returned | undefined {
  const said = read.forged ? 'nothing' : toldBy(read.notification)
  if (typeof said === 'string') return undefined
  const { reference, amountVnd, responseCode, meaning } = said
  if (meaning === 'moved' || (meaning === 'pending' && !isAtWork(responseCode))) return undefined
  return { reference, amountVnd, responseCode, meaning }
}

/** The provider takes this reference no more: it knows it already, or its day is over. The same gift needs a new attempt. */
export class ReferenceUsed extends Error {
  constructor(provider: ProviderName, code: string) {
    super(`${provider}: the reference is used (${code})`)
    this.name = 'ReferenceUsed'
  }
}

/** One line of what a provider says of a day: money that came, went back to a donor, or left the account. */
export type StatementLine = Omit<Row, 'line' | 'provider'>

/** A provider with its account, ready to be spoken to. Methods throw on a broken network, a broken answer or a false signature. */
export interface Gateway {
  /** Throws ReferenceUsed if only another reference helps. The page where the donor pays; undefined where the city's own page says how. `isTheirs`: the provider made the address, and makes it once. */
  begin(order: Order): Promise<{ payUrl: string | undefined; isTheirs?: boolean }>
  /** Absent where nobody can be asked. */
  ask?(question: Question): Promise<Said>
  /** Reads the raw query that a donor came back with. Absent where the provider signs none. */
  returned?(rawQuery: string): Returned | undefined
  /** Absent where a person sends the money back by hand. */
  refund?(back: Back): Promise<RefundSaid>
  followRefund?(back: Back): Promise<RefundSaid>
  /** All that moved on a day of Asia/Ho_Chi_Minh (`2026-11-25`), the oldest first. Absent where only a file tells. */
  statement?(day: string): Promise<StatementLine[]>
}

/** Where a provider is reached; from the stage. */
export interface Addresses {
  pay: string
  api: string
}

/** The one shape of a payment provider. Its notification has a shape of its own, so the file also exports how to read and answer it. */
export interface Provider {
  name: ProviderName
  /** How long its page stays open for one attempt. */
  opensSeconds: number
  /** The attempt's name at the provider, unique for ever. `letters` draws capital letters. */
  reference(letters: (length: number) => string, now: string): string
  /** Throws one sentence that quotes nothing if the secret is not of its shape. */
  open(secret: string, at: Addresses, send?: typeof fetch): Gateway
}

/** Reads a secret's JSON by a schema; throws one sentence that quotes nothing. */
export function readAccount<A>(schema: { parse(value: unknown): A }, secret: string, shape: string): A {
  try {
    return schema.parse(JSON.parse(secret))
  } catch {
    // What a parser says of a broken secret quotes it.
    throw new Error(`the secret is not ${shape} as JSON`)
  }
}

/** How long a provider may think before an attempt is given up; a Lambda has more. */
export const patienceMs = 8_000
