import { createHash } from 'node:crypto'
import type { Entity } from '../entities/entity.ts'
import type { Program } from '../programs/program.ts'
import { dayOf } from '../time.ts'
import type { Donation } from './donation.ts'

/** The fiscal part of a receipt: frozen when the money came, kept ten years, no person in it. */
export type FiscalReceipt = Record<string, string | number>

/** ISO/IEC 7064 MOD 11,10 check digit of a string of digits. */
export function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}

/** `20261123-4839-2075-1`: the day in Asia/Ho_Chi_Minh, eight random digits, a check digit over all of them. */
export function receiptNumber(receivedAt: string, random: string): string {
  const day = dayOf(receivedAt).replaceAll('-', '')
  return `${day}-${random.slice(0, 4)}-${random.slice(4, 8)}-${checkDigit(day + random.slice(0, 8))}`
}

export function fiscalReceipt(
  donation: Donation,
  payment: { number: string; amountVnd: number; receivedAt: string; entryId: string; provider: string },
): FiscalReceipt {
  return {
    format: 'learning-city-receipt-v1',
    number: payment.number,
    code: donation.code,
    program: donation.program,
    purposeVersion: donation.purposeVersion,
    entity: donation.entity,
    provider: payment.provider,
    amountVnd: payment.amountVnd,
    currency: 'VND',
    receivedAt: payment.receivedAt,
    entryId: payment.entryId,
  }
}

/** RFC 8785 of a flat object of strings (made NFC) and integers. */
export function canonical(receipt: FiscalReceipt): string {
  const members = Object.keys(receipt)
    .sort()
    .map((name) => {
      const value = receipt[name]!
      if (typeof value === 'number' && !Number.isSafeInteger(value))
        throw new TypeError(`receipt: ${name} is no integer`)
      return `${JSON.stringify(name.normalize('NFC'))}:${JSON.stringify(typeof value === 'string' ? value.normalize('NFC') : value)}`
    })
  return `{${members.join(',')}}`
}

/** SHA-256("ledger-receipt-v1" || nonce (32 bytes) || canonical receipt), base64: binds the public entry to the donor's receipt. */
export function commitment(receipt: FiscalReceipt, nonce: string): string {
  const bytes = Buffer.from(nonce, 'base64url')
  if (bytes.length !== 32) throw new RangeError('receipt: the nonce has 32 bytes')
  return createHash('sha256').update('ledger-receipt-v1').update(bytes).update(canonical(receipt)).digest('base64')
}

/** What a receipt names beside the donation; read when it is shown. */
export interface ReceiptContext {
  program: Program
  entity: Entity
}
