import { factsOf, type ProviderName } from '../donations/way.ts'
import { Refusal } from '../refusal.ts'
import { transactionIdOf } from '../transfers/transfer.ts'
import type { Code } from '../words/words.ts'
import type { Cells } from './cells.ts'
import { type Field, fold } from './columns.ts'
import type { Row } from './row.ts'
import { idOf, instantIn, isRounded, vndOf } from './typed.ts'

/** The cells of one line by what they mean. What cannot be read refuses the file, naming line and column. */
export interface Fields {
  line: number
  has(field: Field): boolean
  /** Trimmed; empty where there is no such column. */
  cell(field: Field): string
  vnd(field: Field): number
  refuse(field: Field, code?: Code): never
}

export function fieldsOf({ line, cells }: Cells, header: Cells, columns: ReadonlyMap<Field, number>): Fields {
  const has = (field: Field) => columns.has(field)
  const cell = (field: Field) => (cells[columns.get(field) ?? -1] ?? '').trim()
  const refuse = (field: Field, code: Code = 'file-cell'): never => {
    const column = (header.cells[columns.get(field) ?? -1] ?? field).trim().replace(/\s+/g, ' ')
    throw new Refusal('malformed', code, { with: { line, column, cell: cell(field) } })
  }
  const vnd = (field: Field): number => vndOf(cell(field)) ?? refuse(field)
  return { line, has, cell, vnd, refuse }
}

const back = /^(hoan|refund|0?[23]$)/
const came = /^(thanh toan|giao dich thanh toan|payment|pay$|sale|purchase|thu$|0?1$|$)/
const done = /^(thanh cong|success|completed|da thanh toan|da quyet toan|settled|$)/
const undone = /^(that bai|khong thanh cong|fail|huy|da huy|cancel|tu choi|reject|het han|expired)/

function idIn(of: Fields, field: Field): string {
  const cell = of.cell(field)
  return idOf(cell) ?? of.refuse(field, isRounded(cell) ? 'file-rounded' : 'file-cell')
}

const atOf = (of: Fields): string => instantIn(of.cell('at')) ?? of.refuse('at')
const textIn = (of: Fields): { text?: string } => {
  const text = of.cell('text').normalize('NFC').replace(/\s+/g, ' ').slice(0, 1_000)
  return text === '' ? {} : { text }
}

/** The amount that came (positive) or left (negative): two columns, or one with a kind or a sign. */
function movedIn(of: Fields): number {
  if (of.has('credit')) {
    const credit = of.cell('credit') === '' ? 0 : of.vnd('credit')
    const debit = of.cell('debit') === '' ? 0 : of.vnd('debit')
    if ((credit !== 0) === (debit !== 0)) return of.refuse('credit')
    return credit > 0 ? credit : -Math.abs(debit || credit)
  }
  const amountVnd = of.vnd('amount')
  const kind = fold(of.cell('kind'))
  if (/^(tien ra|ra|out|debit|ghi no|no|chi)$/.test(kind)) return -Math.abs(amountVnd)
  if (!/^(tien vao|vao|in|credit|ghi co|co|thu|)$/.test(kind)) return of.refuse('kind')
  return amountVnd
}

function transferOf(of: Fields, account: string | undefined): Row {
  const moved = movedIn(of)
  if (moved === 0) of.refuse(of.has('credit') ? 'credit' : 'amount')
  const own = of.cell('account').replace(/\D/g, '') || account
  if (!own) throw new Refusal('malformed', 'file-account')
  const amountVnd = Math.abs(moved)
  return {
    line: of.line,
    kind: moved > 0 ? 'payment' : 'outgoing',
    provider: 'bank',
    transactionId: transactionIdOf({ account: own, reference: idIn(of, 'id'), amountVnd }),
    amountVnd,
    at: atOf(of),
    ...textIn(of),
  }
}

/** Reads one line; `failed`: a payment that came to nothing. */
export function rowOf(of: Fields, provider: ProviderName, account: string | undefined): Row | 'failed' {
  if (provider === 'bank') return transferOf(of, account)
  const status = fold(of.cell('status'))
  if (undone.test(status)) return 'failed'
  if (!done.test(status) && status !== factsOf(provider).file?.doneCode) of.refuse('status')
  const signed = of.vnd('amount')
  const said = fold(of.cell('kind'))
  const isBack = back.test(said) || (said === '' && signed < 0)
  if (!isBack && !came.test(said)) of.refuse('kind')
  if (signed === 0 || (signed < 0 && !isBack)) of.refuse('amount')
  const amountVnd = Math.abs(signed)
  const feeVnd = of.cell('fee') === '' ? undefined : of.vnd('fee')
  // A fee is written with either sign; of a payment it is always a cost.
  const fee = feeVnd === undefined ? {} : { feeVnd: isBack ? feeVnd : Math.abs(feeVnd) }
  if (fee.feeVnd !== undefined && Math.abs(fee.feeVnd) > amountVnd) of.refuse('fee')
  const reference = of.cell('reference') === '' ? {} : { reference: idIn(of, 'reference') }
  return {
    line: of.line,
    kind: isBack ? 'refund' : 'payment',
    provider,
    transactionId: idIn(of, 'id'),
    ...reference,
    ...(isBack && of.cell('of') !== '' ? { of: idIn(of, 'of') } : {}),
    amountVnd,
    ...fee,
    at: atOf(of),
    ...textIn(of),
  }
}
