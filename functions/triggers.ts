import { facts } from './donations/providers/facts.ts'
import type { Family } from './store/keys.ts'

/** What a way in may touch. Everything that is not named is denied. */
interface Touches {
  /** `room/file` of the verb. */
  run: string
  /** Who is hurt if it fails; becomes the alarm's sentence. */
  impact: string
  reads?: readonly Family[]
  /** Put, Update, Delete and ConditionCheck. */
  writes?: readonly Family[]
  /** Put only, for facts that nobody may edit. */
  adds?: readonly Family[]
  edits?: readonly Family[]
  erases?: readonly Family[]
  /** Names of secrets under the stage's prefix. */
  secrets?: readonly string[]
  /** Prefixes in the site bucket that it may read. */
  objects?: readonly string[]
  /** Reads the statements that were left in the stage's own bucket for them. */
  statements?: true
  /** Sends letters from the stage's own address. */
  mails?: true
  /** Metrics that it counts, and how many in five minutes are too many. */
  watches?: readonly { metric: string; atLeast: number; impact: string }[]
  timeoutSeconds?: number
  memoryMb?: number
}

export interface RequestTrigger extends Touches {
  method: 'GET' | 'POST' | 'ANY'
  path: string
  /** How long the edge may keep the answer; browsers ask each time. Without it nothing is kept. */
  cacheSeconds?: number
}

export interface ChangeTrigger extends Touches {
  /** Families whose changes ring; the event is a doorbell, never data. */
  family: Family
  /** Also run on the clock, so that a lost ring is mended. */
  sweepMinutes?: number
}

export interface ClockTrigger extends Touches {
  everyMinutes: number
}

/** What another service tells the account's event bus. */
export interface EventTrigger extends Touches {
  source: string
  /** Its `detail-type`. */
  types: readonly string[]
  /** Only of the letters that this stage sends: its own set of SES. */
  ofLetters?: true
}

export interface CommandTrigger extends Touches {
  /** Which officers of the money may give this order, beside whoever runs the stage; without it none. */
  officers?: 'each' | 'proposes' | 'approves'
}

/** Accounts at payment providers; a provider whose secret the stage lacks is not offered. */
const accounts: readonly string[] = facts.map(({ name }) => name).sort()

/** What recording a provider's word touches. */
const settles = {
  reads: ['reference', 'donation', 'donor', 'name', 'email', 'payment'],
  adds: ['payment', 'ledger', 'number', 'donor', 'receipt', 'outbox', 'letter', 'review', 'pulse'],
  edits: ['donation', 'donor', 'name', 'email'],
} as const
/** And what recording a transfer does: it may name no gift. */
const settlesTransfers = {
  ...settles,
  reads: ['entity', 'unallocated', ...settles.reads],
  adds: [...settles.adds, 'unallocated'],
} as const

/** What taking a statement of a provider or bank touches. */
const takesStatements = {
  timeoutSeconds: 300,
  memoryMb: 512,
  reads: [
    ...([
      'settled',
      'taken',
      'statement',
      'payment',
      'ledger',
      'reference',
      'donation',
      'donor',
      'name',
      'email',
    ] as const),
    ...([
      'program',
      'entity',
      'head',
      'batch',
      'outbox',
      'outgoing',
      'unallocated',
      'payout',
      'refund',
      'review',
    ] as const),
  ],
  adds: [
    ...([
      'settled',
      'taken',
      'statement',
      'payment',
      'ledger',
      'number',
      'donor',
      'receipt',
      'outbox',
      'letter',
    ] as const),
    ...(['review', 'unallocated', 'outgoing'] as const),
  ],
  edits: ['donation', 'donor', 'name', 'email', 'unallocated', 'review'],
} as const

/** Who must hear of it when a provider's word is not recorded, is of no order of ours, or is forged. */
const settleAlarms = (provider: string, lost: string) => [
  { metric: 'SettleFault', atLeast: 1, impact: lost },
  { metric: 'UnknownOrder', atLeast: 1, impact: `${provider} took money for an order that we do not know` },
  {
    metric: 'ForgedNotification',
    atLeast: 20,
    impact: `somebody forges payments, or the ${provider} secret is wrong and no gift is recorded`,
  },
]

export const requests = [
  {
    method: 'GET',
    path: '/api/programs',
    run: 'programs/list',
    reads: ['program', 'entity', 'area'],
    cacheSeconds: 60,
    impact: 'residents cannot see programs',
  },
  {
    method: 'GET',
    path: '/api/programs/{slug}',
    run: 'programs/get',
    reads: ['program', 'entity'],
    cacheSeconds: 60,
    impact: 'residents cannot read a program',
  },
  {
    method: 'GET',
    path: '/api/areas',
    run: 'areas/list',
    reads: ['area'],
    cacheSeconds: 60,
    impact: 'residents cannot find their ward',
  },
  {
    method: 'GET',
    path: '/api/questions',
    run: 'questions/list',
    reads: ['question'],
    cacheSeconds: 60,
    impact: 'residents find no answers to what they ask',
  },
  {
    method: 'GET',
    path: '/api/giving',
    run: 'giving/state',
    reads: ['switch'],
    cacheSeconds: 30,
    impact: 'donors are not told that giving is closed before they try',
  },
  {
    method: 'GET',
    path: '/api/totals',
    run: 'ledger/totals',
    reads: ['total', 'program'],
    cacheSeconds: 2,
    impact: 'totals on the site stand still',
  },
  {
    method: 'GET',
    path: '/api/book',
    run: 'ledger/book',
    reads: ['head', 'batch', 'name', 'total', 'line'],
    cacheSeconds: 2,
    impact: 'nobody can read the public book',
  },
  {
    method: 'GET',
    path: '/api/book.csv',
    run: 'ledger/book-csv',
    reads: ['head', 'batch', 'name', 'total', 'line'],
    cacheSeconds: 2,
    timeoutSeconds: 20,
    impact: 'nobody can copy the public book',
  },
  {
    method: 'GET',
    path: '/api/statements',
    run: 'reconciliation/list-statements',
    reads: ['statement'],
    cacheSeconds: 60,
    impact: 'nobody can read the statements of the days',
  },
  {
    method: 'GET',
    path: '/api/statements/{day}',
    run: 'reconciliation/get-statement',
    reads: ['statement'],
    cacheSeconds: 60,
    impact: 'nobody can read the statement of a day',
  },
  {
    method: 'GET',
    path: '/api/ways',
    run: 'donations/list-ways',
    secrets: accounts,
    cacheSeconds: 60,
    impact: 'donors do not see which ways to pay are open',
  },
  {
    method: 'POST',
    path: '/api/donations',
    run: 'donations/give',
    reads: ['switch', 'program', 'entity', 'attempt', 'donation', 'donor', 'name', 'email'],
    edits: ['limit', 'donation'],
    adds: ['attempt', 'donation', 'donor', 'name', 'email', 'receipt', 'reference', 'due'],
    secrets: accounts,
    timeoutSeconds: 20,
    objects: ['_frames/'],
    impact: 'donors cannot give',
  },
  {
    method: 'GET',
    path: '/api/donations/{receiptKey}',
    run: 'donations/status',
    reads: ['receipt', 'donation'],
    impact: 'donors cannot see whether their gift arrived',
  },
  {
    method: 'GET',
    path: '/api/donations/{receiptKey}/receipt.json',
    run: 'donations/receipt-file',
    reads: ['receipt', 'donation', 'donor', 'name', 'ledger'],
    impact: 'donors cannot keep their receipt as a file',
  },
  {
    method: 'GET',
    path: '/api/payments/vnpay/ipn',
    run: 'donations/settle-vnpay',
    timeoutSeconds: 20,
    ...settles,
    secrets: ['vnpay'],
    watches: settleAlarms('VNPAY', 'VNPAY tells of payments and none is recorded; it repeats for a while'),
    impact: 'paid gifts are not recorded until the next question to VNPAY',
  },
  {
    method: 'POST',
    path: '/api/payments/sepay/ipn',
    run: 'donations/settle-sepay',
    timeoutSeconds: 20,
    ...settlesTransfers,
    reads: [...settlesTransfers.reads, 'outgoing'],
    adds: [...settlesTransfers.adds, 'outgoing'],
    secrets: ['bank'],
    watches: [
      {
        metric: 'TransferFault',
        atLeast: 1,
        impact: 'SePay or payOS tells of transfers and none is recorded; it repeats for half an hour',
      },
      {
        metric: 'ForeignAccount',
        atLeast: 1,
        impact: 'SePay or payOS tells of money on an account that no entity has',
      },
      {
        metric: 'ForgedTransfer',
        atLeast: 20,
        impact: 'somebody forges transfers, or the secret bank is wrong and no transfer is recorded',
      },
    ],
    impact: 'transfers are not recorded until the next statement of the bank',
  },
  {
    method: 'POST',
    path: '/api/payments/payos/ipn',
    run: 'donations/settle-payos',
    timeoutSeconds: 20,
    ...settlesTransfers,
    secrets: ['bank'],
    impact: 'transfers that payOS tells of are not recorded until the next statement of the bank',
  },
  {
    method: 'POST',
    path: '/api/payments/stripe/ipn',
    run: 'donations/settle-stripe',
    timeoutSeconds: 20,
    ...settles,
    secrets: ['stripe'],
    watches: settleAlarms('Stripe', 'Stripe tells of payments and none is recorded; it repeats for three days'),
    impact: 'gifts by cards from abroad are not recorded until the next question to Stripe',
  },
  {
    method: 'POST',
    path: '/api/payments/zalopay/ipn',
    run: 'donations/settle-zalopay',
    timeoutSeconds: 20,
    ...settles,
    secrets: ['zalopay'],
    watches: settleAlarms('ZaloPay', 'ZaloPay tells of payments and none is recorded; it repeats three times at most'),
    impact: 'paid gifts are not recorded until the next question to ZaloPay',
  },
  {
    method: 'POST',
    path: '/api/payments/momo/ipn',
    run: 'donations/settle-momo',
    timeoutSeconds: 14,
    ...settles,
    secrets: ['momo'],
    watches: settleAlarms(
      'MoMo',
      'MoMo tells of a payment and it is not recorded; MoMo may not tell again, the next question finds it',
    ),
    impact: 'gifts paid by MoMo are not recorded until the next question to MoMo',
  },
  {
    method: 'POST',
    path: '/api/receipts',
    run: 'donations/find-receipt',
    reads: ['donation'],
    edits: ['limit'],
    objects: ['_frames/'],
    impact: 'donors cannot find a lost receipt',
  },
  {
    method: 'POST',
    path: '/api/receipts/link',
    run: 'mail/request-links',
    edits: ['limit'],
    adds: ['letter'],
    objects: ['_frames/'],
    impact: 'donors cannot have the links of their receipts sent again',
  },
  {
    method: 'GET',
    path: '/receipts/{receiptKey}',
    run: 'donations/show-receipt',
    reads: ['receipt', 'donation', 'donor', 'name', 'email', 'line', 'program', 'entity'],
    objects: ['_frames/'],
    impact: 'donors cannot open their receipt',
  },
  {
    method: 'GET',
    path: '/receipts/{receiptKey}/confirmation',
    run: 'donations/show-confirmation',
    reads: ['receipt', 'donation', 'donor', 'name', 'line', 'program', 'entity'],
    objects: ['_frames/'],
    impact: 'organizations cannot print the confirmation of what they gave',
  },
  {
    method: 'POST',
    path: '/receipts/{receiptKey}/erase-email',
    run: 'mail/erase-email',
    reads: ['receipt', 'donation', 'email'],
    erases: ['email', 'address'],
    objects: ['_frames/'],
    impact: 'donors cannot have their email address forgotten',
  },
  {
    method: 'GET',
    path: '/receipts/{receiptKey}/return',
    run: 'donations/return',
    reads: ['receipt', 'donation', 'program', 'entity'],
    secrets: accounts,
    objects: ['_frames/'],
    impact: 'donors come back from the bank to nothing',
  },
  {
    method: 'GET',
    path: '/receipts/{receiptKey}/transfer',
    run: 'donations/show-transfer',
    reads: ['receipt', 'donation', 'program', 'entity'],
    objects: ['_frames/'],
    impact: 'donors cannot see where to transfer their gift',
  },
  {
    method: 'POST',
    path: '/receipts/{receiptKey}/pay',
    run: 'donations/pay',
    reads: ['switch', 'receipt', 'donation', 'program', 'entity'],
    edits: ['limit', 'donation'],
    adds: ['reference', 'due'],
    secrets: accounts,
    timeoutSeconds: 20,
    objects: ['_frames/'],
    impact: 'donors whose payment failed cannot try another way',
  },
  {
    method: 'POST',
    path: '/receipts/{receiptKey}/hide-name',
    run: 'donations/hide-name',
    reads: ['receipt', 'donation'],
    erases: ['name'],
    objects: ['_frames/'],
    impact: 'donors cannot take their name out of the book',
  },
  {
    method: 'ANY',
    path: '$default',
    run: 'routes/unknown',
    objects: ['_frames/'],
    impact: 'a wrong address gets a bare answer',
  },
] as const satisfies readonly RequestTrigger[]

export const changes = [
  {
    family: 'outbox',
    run: 'ledger/fold',
    sweepMinutes: 1,
    timeoutSeconds: 50,
    memoryMb: 512,
    reads: ['outbox', 'head', 'batch', 'total'],
    writes: ['head', 'total'],
    adds: ['batch', 'line'],
    erases: ['outbox'],
    impact: 'the public book and the totals stand still; no gift is lost',
  },
  {
    family: 'letter',
    run: 'mail/send',
    sweepMinutes: 1,
    timeoutSeconds: 50,
    mails: true,
    reads: ['letter', 'email', 'address', 'donation', 'program', 'entity'],
    writes: ['letter'],
    edits: ['email'],
    adds: ['address'],
    watches: [
      { metric: 'LetterWaits', atLeast: 3, impact: 'SES takes no letters; receipts by email wait, none is lost' },
    ],
    impact: 'receipts by email wait; none is lost',
  },
] as const satisfies readonly ChangeTrigger[]

export const clock = [
  {
    everyMinutes: 1,
    run: 'donations/ask',
    timeoutSeconds: 50,
    reads: ['due', 'donation', 'donor', 'name', 'email', 'payment'],
    adds: ['payment', 'ledger', 'number', 'donor', 'receipt', 'outbox', 'letter', 'review', 'due'],
    edits: ['donation', 'donor', 'name', 'email'],
    erases: ['due'],
    secrets: accounts,
    watches: [
      {
        metric: 'UnansweredQuestion',
        atLeast: 20,
        impact: 'a payment provider does not answer about gifts that it has not told us of',
      },
      {
        metric: 'LostAccount',
        // Once a minute for each while it lasts; one bad minute of all of them is no reason to wake anybody.
        atLeast: 5,
        impact:
          'the secret of a payment provider is lost or broken here, so that gifts that wait cannot be asked about',
      },
    ],
    impact: 'gifts whose notification was lost stay unrecorded',
  },
  {
    everyMinutes: 1,
    run: 'donations/follow-refunds',
    timeoutSeconds: 50,
    reads: ['refund', 'donation', 'donor', 'name', 'unallocated', 'outgoing', 'hold', 'line'],
    writes: ['refund', 'hold'],
    adds: ['ledger', 'outbox', 'review'],
    edits: ['donation', 'unallocated'],
    secrets: accounts,
    watches: [
      {
        metric: 'UnansweredRefund',
        atLeast: 20,
        impact: 'a payment provider does not answer about money that goes back to donors',
      },
    ],
    impact: 'donors who are owed a refund are not told that it was made',
  },
  {
    everyMinutes: 60,
    run: 'reconciliation/close-day',
    timeoutSeconds: 300,
    memoryMb: 512,
    reads: [
      ...(['statement', 'taken', 'settled', 'head', 'batch', 'outbox', 'payment', 'ledger', 'outgoing'] as const),
      ...(['payout', 'refund', 'review'] as const),
    ],
    adds: ['statement', 'ledger', 'outbox', 'review'],
    edits: ['review'],
    impact: 'the statement of yesterday is not published',
  },
  {
    everyMinutes: 60,
    run: 'reconciliation/collect',
    ...takesStatements,
    secrets: accounts,
    watches: [
      {
        metric: 'UncollectedStatement',
        atLeast: 1,
        impact: 'a provider that tells of whole days by itself has not told of one; the books are not compared with it',
      },
    ],
    impact: 'the books are not compared with what SePay and Stripe tell; files can still be taken',
  },
  {
    everyMinutes: 60,
    run: 'reconciliation/take-delivered',
    ...takesStatements,
    statements: true,
    watches: [
      {
        metric: 'UnreadableStatement',
        atLeast: 1,
        impact: 'a file that was left among the statements cannot be read; money reconcile --file says why',
      },
    ],
    impact: 'files that were left among the statements are not taken; they still can be by hand',
  },
] as const satisfies readonly ClockTrigger[]

export const events = [
  {
    source: 'aws.ses',
    types: ['Email Bounced', 'Email Complaint Received', 'Email Rejected'],
    ofLetters: true,
    run: 'mail/bounce',
    reads: ['address'],
    edits: ['email'],
    impact: 'donors are not told that a letter did not arrive',
  },
] as const satisfies readonly EventTrigger[]

export const commands = [
  {
    run: 'programs/publish',
    reads: ['program', 'entity', 'area', 'question'],
    writes: ['program', 'entity', 'area', 'question'],
    timeoutSeconds: 60,
    impact: 'staff cannot publish programs',
  },
  {
    run: 'giving/turn',
    reads: ['switch'],
    writes: ['switch'],
    impact: 'staff cannot close giving',
  },
  {
    run: 'donations/refund-gift',
    officers: 'each',
    reads: ['donation', 'donor', 'name', 'unallocated', 'refund', 'hold', 'line', 'total', 'program'],
    writes: ['refund', 'hold'],
    adds: ['ledger', 'outbox'],
    edits: ['donation', 'unallocated'],
    secrets: accounts,
    timeoutSeconds: 45,
    impact: 'officers cannot give money back',
  },
  {
    run: 'donations/finish-refund',
    officers: 'each',
    reads: ['donation', 'donor', 'name', 'unallocated', 'outgoing', 'refund', 'hold', 'line', 'program'],
    writes: ['refund', 'hold'],
    adds: ['ledger', 'outbox'],
    edits: ['donation', 'unallocated'],
    impact: 'officers cannot say that a refund was made by hand',
  },
  {
    run: 'transfers/allocate',
    officers: 'each',
    reads: ['unallocated', 'program'],
    writes: ['unallocated'],
    adds: ['ledger', 'outbox'],
    impact: 'money without a code cannot be given to its program',
  },
  {
    run: 'payouts/propose',
    officers: 'proposes',
    reads: ['program', 'payout', 'total', 'hold', 'line'],
    writes: ['payout'],
    impact: 'officers cannot propose a payout',
  },
  {
    run: 'payouts/approve',
    officers: 'approves',
    reads: ['program', 'payout', 'total', 'hold', 'line'],
    writes: ['payout', 'hold'],
    adds: ['ledger', 'outbox'],
    impact: 'money cannot be paid out',
  },
  {
    run: 'payouts/decline',
    officers: 'each',
    reads: ['program', 'payout'],
    writes: ['payout'],
    impact: 'officers do not see which payouts wait, and cannot decline one',
  },
  {
    run: 'review/resolve',
    officers: 'each',
    reads: ['review', 'donation', 'program'],
    edits: ['review', 'donation'],
    impact: 'officers do not see money that a person must look at',
  },
  {
    run: 'office/today',
    officers: 'each',
    reads: [
      ...(['head', 'batch', 'line', 'name', 'due', 'review', 'pulse', 'refund', 'payout', 'unallocated'] as const),
      ...(['program', 'switch'] as const),
    ],
    timeoutSeconds: 30,
    memoryMb: 512,
    impact: 'officers do not see how the day stands',
  },
  {
    run: 'reconciliation/take',
    officers: 'each',
    ...takesStatements,
    impact: 'the officers cannot compare the books with a provider’s statement',
  },
  {
    run: 'reconciliation/fetch-day',
    officers: 'each',
    secrets: accounts,
    timeoutSeconds: 60,
    impact: 'the officers cannot ask a provider what moved on a day',
  },
  {
    run: 'reconciliation/decide-held',
    officers: 'each',
    timeoutSeconds: 300,
    memoryMb: 512,
    reads: [
      ...['review', 'unallocated', 'taken', 'settled', 'statement', 'payment', 'ledger', 'reference', 'donation'],
      ...['donor', 'name', 'email', 'entity', 'head', 'batch', 'outbox', 'outgoing', 'payout', 'refund'],
    ],
    adds: [
      ...['payment', 'ledger', 'number', 'donor', 'receipt', 'outbox', 'letter', 'review', 'unallocated', 'statement'],
    ],
    edits: ['review', 'donation', 'donor', 'name', 'email'],
    impact: 'a transfer that was held for a person cannot be recorded',
  },
  {
    run: 'reconciliation/tell',
    officers: 'each',
    reads: ['statement'],
    impact: 'the officers cannot ask for the statement of a day',
  },
  {
    run: 'probe/permission',
    reads: ['probe'],
    writes: ['probe'],
    adds: ['mark'],
    impact: 'a deploy cannot prove what functions may touch',
  },
] as const satisfies readonly CommandTrigger[]
