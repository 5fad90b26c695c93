import { randomInt } from 'node:crypto'
import { localTime } from './bank-wire.ts'

/** A transfer that a payer has in the app before confirming: read from a QR code, or typed. */
export interface Order {
  account: string
  amountVnd: number
  memo: string
}

/** One movement on the city's account. Times in milliseconds. */
export interface Movement {
  number: number
  reference: string
  account: string
  direction: 'in' | 'out'
  amountVnd: number
  /** What the bank made of the memo. */
  text: string
  at: number
  balanceVnd: number
}

/** What a bank makes of a memo. `dropped`: nothing is left of it. */
export const manglings = {
  plain: (memo: string) => memo,
  mangled: (memo: string) =>
    `IBFT 0071000888888.${memo.toLowerCase().replace(/(.{5})/g, '$1-')}\nNGUYEN VAN A chuyen tien`,
  masked: (memo: string) => `xxxxxx.${memo}.xxx CT DEN`,
  dropped: () => 'NGUYEN VAN A chuyen tien',
} as const
export type Mangling = keyof typeof manglings

/** The bank's own record. Numbers go on from the time, so that those of an earlier run do not come again. */
export function ledgerOf(now: () => number) {
  const movements: Movement[] = []
  let number = Math.floor(now() / 1_000) % 1_000_000_000
  return {
    movements,
    move({ account, amountVnd, memo }: Order, direction: 'in' | 'out', how: Mangling): Movement {
      const at = now()
      const before = movements.findLast((each) => each.account === account)?.balanceVnd ?? 100_000_000
      const day = localTime(at).slice(2, 10).replaceAll('-', '')
      const movement: Movement = {
        number: ++number,
        reference: `FT${day}${randomInt(10 ** 9, 10 ** 10)}`,
        account,
        direction,
        amountVnd,
        text: manglings[how](memo),
        at,
        balanceVnd: before + (direction === 'in' ? amountVnd : -amountVnd),
      }
      movements.push(movement)
      return movement
    },
  }
}

/** Reads a VietQR as a payer's app does; undefined if it is none. */
export function readOrder(payload: string): Order | undefined {
  const fields = (text: string): Record<string, string> => {
    const found: Record<string, string> = {}
    for (let at = 0; at + 4 <= text.length; ) {
      const length = Number(text.slice(at + 2, at + 4))
      found[text.slice(at, at + 2)] = text.slice(at + 4, at + 4 + length)
      at += 4 + length
    }
    return found
  }
  let crc = 0xffff
  for (const byte of Buffer.from(payload.slice(0, -4))) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff
  }
  const top = fields(payload)
  const account = fields(fields(top['38'] ?? '')['01'] ?? '')['01']
  if (!account || Number.parseInt(payload.slice(-4), 16) !== crc) return undefined
  return { account, amountVnd: Number(top['54'] ?? 0), memo: fields(top['62'] ?? '')['08'] ?? '' }
}
