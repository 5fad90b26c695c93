/**
 * The whole table on one page. A family is the first part of a partition key and the unit of permission:
 * a function may touch only the families that its row in triggers.ts names.
 */
export const table = {
  partition: 'pk',
  sort: 'sk',
  expiry: 'expiresAtSeconds',
  index: { name: 'gsi1', partition: 'gsi1pk', sort: 'gsi1sk' },
} as const

interface FamilyFacts {
  /** The question that the family's keys answer. */
  answers: string
  /** True if an item tells something of a person. */
  personal: boolean
  kept: string
  /** The verb or the clock that erases it; null where nothing may. */
  erasedBy: string | null
  /** Facts of money are added, never edited and never erased. */
  money: boolean
}

// biome-ignore format: a table reads best as a table
export const families = {
  program:   { personal: false, money: false, answers: 'all programs; one by slug', kept: 'for ever', erasedBy: null },
  entity:    { personal: false, money: false, answers: 'the legal entities that take money', kept: 'for ever', erasedBy: null },
  area:      { personal: false, money: false, answers: 'the 168 units and the legacy districts', kept: 'for ever', erasedBy: null },
  question:  { personal: false, money: false, answers: 'what people ask, with the answers', kept: 'for ever', erasedBy: null },
  switch:    { personal: false, money: false, answers: 'does the city take gifts now, and if not, why', kept: 'for ever', erasedBy: null },
  attempt:   { personal: false, money: false, answers: 'which donation did this client attempt make', kept: '400 days', erasedBy: 'expiry' },
  donation:  { personal: false, money: false, answers: 'one donation; by short code (index)', kept: '10 years once received, else 400 days', erasedBy: 'expiry' },
  donor:     { personal: true,  money: false, answers: 'the nonce of a donor’s receipt; the organization that gave', kept: '10 years once received, else 30 days', erasedBy: 'expiry' },
  name:      { personal: true,  money: false, answers: 'the name that a donor chose to show', kept: '10 years or until hidden; 30 days if nothing was paid', erasedBy: 'donations/hide-name' },
  email:     { personal: true,  money: false, answers: 'where the receipt of a donation is sent', kept: '90 days after the receipt was sent; 30 days if nothing was paid', erasedBy: 'mail/erase-email' },
  address:   { personal: true,  money: false, answers: 'which donations sent receipts to an address (salted digest)', kept: '90 days after a receipt was sent', erasedBy: 'mail/erase-email' },
  letter:    { personal: true,  money: false, answers: 'letters that wait to be sent (16 shards)', kept: 'until sent', erasedBy: 'mail/send' },
  receipt:   { personal: false, money: false, answers: 'which donation does this receipt key open', kept: '10 years once received, else 400 days', erasedBy: 'expiry' },
  reference: { personal: false, money: false, answers: 'which donation does this provider reference pay', kept: '400 days', erasedBy: 'expiry' },
  due:       { personal: false, money: false, answers: 'which payment attempts must be asked about now (16 shards a provider)', kept: 'until answered, 48 hours at most', erasedBy: 'donations/ask' },
  unallocated: { personal: true, money: false, answers: 'bank transfers without a code, open or given to a program; transfers held for a person; how a teller numbers them; what was told of in a quarter of an hour', kept: 'until given to a program; then 10 years, as vouchers of money', erasedBy: 'expiry' },
  outgoing:  { personal: true,  money: false, answers: 'transfers that left the account, by day', kept: '10 years, as vouchers of money', erasedBy: 'expiry' },
  payment:   { personal: false, money: true,  answers: 'did the provider already tell us of this transaction', kept: 'for ever', erasedBy: null },
  ledger:    { personal: false, money: true,  answers: 'the double entry of one payment', kept: 'for ever', erasedBy: null },
  number:    { personal: false, money: true,  answers: 'is this receipt number taken', kept: 'for ever', erasedBy: null },
  outbox:    { personal: false, money: false, answers: 'entries that wait for their place in the book (16 shards)', kept: 'until folded', erasedBy: 'ledger/fold' },
  head:      { personal: false, money: false, answers: 'how long the book is', kept: 'for ever', erasedBy: null },
  batch:     { personal: false, money: true,  answers: 'the lines of the book, in order', kept: 'for ever', erasedBy: null },
  line:      { personal: false, money: true,  answers: 'where in the book an entry stands', kept: 'for ever', erasedBy: null },
  total:     { personal: false, money: false, answers: 'received, paid out and left, per program and for the city', kept: 'for ever', erasedBy: null },
  refund:    { personal: false, money: false, answers: 'what goes back to donors, under way or ended; its entry is the fact', kept: 'for ever', erasedBy: null },
  payout:    { personal: false, money: false, answers: 'what is proposed to be paid out, or was decided; its entry is the fact', kept: 'for ever', erasedBy: null },
  hold:      { personal: false, money: false, answers: 'what of a fund is promised and not yet in the book', kept: 'for ever', erasedBy: null },
  pulse:     { personal: false, money: false, answers: 'when did each provider last tell us something', kept: 'for ever', erasedBy: null },
  limit:     { personal: true,  money: false, answers: 'how often did an address try this lately (salted digest)', kept: 'twice its window, at most an hour', erasedBy: 'expiry' },
  probe:     { personal: false, money: false, answers: 'may a function write what its row names (asked by a deploy)', kept: 'an hour', erasedBy: 'expiry' },
  mark:      { personal: false, money: false, answers: 'may a function add what nobody edits (asked by a deploy)', kept: 'an hour', erasedBy: 'expiry' },
  settled:   { personal: false, money: true,  answers: 'what did a statement file say of this transaction', kept: 'for ever', erasedBy: null },
  taken:     { personal: false, money: false, answers: 'which rows of a statement file are taken; which files tell of a day; which delivered files were looked at', kept: 'for ever, as vouchers of money', erasedBy: null },
  statement: { personal: false, money: true,  answers: 'the statements of a month’s days, with their versions', kept: 'for ever', erasedBy: null },
  review:    { personal: false, money: false, answers: 'money that a person must look at, by month', kept: 'for ever', erasedBy: null },
} as const satisfies Record<string, FamilyFacts>

export type Family = keyof typeof families

export interface Key {
  pk: string
  sk: string
}

export const shards = 16
const shardOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % shards

const one = (family: Family, id: string, sk = 'it'): Key => ({ pk: `${family}#${id}`, sk })

export const key = {
  program: (slug: string) => one('program', 'all', slug),
  entity: (slug: string) => one('entity', 'all', slug),
  area: (code: string) => one('area', 'all', code),
  question: (slug: string) => one('question', 'all', slug),
  switch: (of: 'giving') => one('switch', of),
  attempt: (attempt: string) => one('attempt', attempt),
  donation: (id: string) => one('donation', id),
  donor: (donation: string) => one('donor', donation),
  name: (nameId: string) => one('name', nameId),
  email: (donation: string) => one('email', donation),
  address: (digest: string, donation: string) => one('address', digest, donation),
  letter: (dueAt: string, id: string) => one('letter', `${shardOf(id)}`, `${dueAt}#${id}`),
  receipt: (receiptKey: string) => one('receipt', receiptKey),
  reference: (provider: string, reference: string) => one('reference', `${provider}#${reference}`),
  due: (provider: string, dueAt: string, reference: string) =>
    one('due', `${provider}#${shardOf(reference)}`, `${dueAt}#${reference}`),
  unallocated: (state: 'open' | 'done' | 'held' | 'alias' | 'bare' | `told.${string}`, transactionId: string) =>
    one('unallocated', state, transactionId),
  outgoing: (day: string, transactionId: string) => one('outgoing', day, transactionId),
  payment: (provider: string, transactionId: string) => one('payment', `${provider}#${transactionId}`),
  ledger: (paymentKey: string) => one('ledger', paymentKey),
  number: (receiptNumber: string) => one('number', receiptNumber),
  outbox: (paymentKey: string) => one('outbox', `${shardOf(paymentKey)}`, paymentKey),
  head: () => one('head', 'book'),
  batch: (batch: number) => one('batch', `${batch}`),
  line: (entryId: string) => one('line', entryId),
  total: (account: string) => one('total', account),
  refund: (state: 'open' | 'ended', id: string) => one('refund', state, id),
  payout: (state: 'open' | 'ended', id: string) => one('payout', state, id),
  hold: (program: string) => one('hold', program),
  pulse: (provider: string) => one('pulse', 'all', provider),
  limit: (window: string) => one('limit', window),
  probe: (id: string) => one('probe', id),
  mark: (id: string) => one('mark', id),
  settled: (provider: string, name: string, ordinal: number) =>
    one('settled', `${provider}#${name}`, `${ordinal}`.padStart(4, '0')),
  taken: (of: string, part: string) => one('taken', of, part),
  statement: (day: string, version: number) =>
    one('statement', day.slice(0, 7), `${day}#${`${version}`.padStart(4, '0')}`),
  review: (month: string, at: string, id: string) => one('review', month, `${at}#${id}`),
} as const satisfies Record<Family, (...parts: never[]) => Key>

/** Partitions of what is spread over shards, so that no gift waits for another. */
const partitions = (prefix: string): string[] => Array.from({ length: shards }, (_, shard) => `${prefix}#${shard}`)
export const outboxPartitions = partitions('outbox')
export const letterPartitions = partitions('letter')
export const duePartitions = (provider: string): string[] => partitions(`due#${provider}`)

/** Index key: a donation by its short code. */
export const byCode = (code: string) => ({ gsi1pk: `donation#${code}`, gsi1sk: 'it' })
