import type { Facts } from '../facts.ts'

/** Transfers: NAPAS 247 carries less than 500 million in one. Of one of them nobody can be asked; SePay or the bank's file tells of the day. */
export const bank = {
  name: 'bank',
  ways: [
    {
      name: 'bank',
      limits: { minVnd: 5_000, maxVnd: 499_999_999 },
      // a code to scan
      mark: 'M3 3h7v7H3zM14 3h7v7h-7zM3 14h7v7H3zM6.5 6.5h.01M17.5 6.5h.01M6.5 17.5h.01M14 14h3v4M21 14v3M14 21h3M20.5 20.5h.01',
    },
  ],
  feeWord: 'way.fee-bank',
  whenWord: 'way.when-bank',
  isAsked: false,
  // SePay tells of whole days; its own page for trying has the same API
  addresses: {
    place: 4,
    sandbox: { api: 'https://my.dev.sepay.vn/userapi' },
    real: { api: 'https://my.sepay.vn/userapi' },
    sandboxWords: ['dev\\.sepay'],
  },
  signatureHeaders: ['X-SePay-Signature', 'X-SePay-Timestamp'],
} as const satisfies Facts
