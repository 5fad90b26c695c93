import type { Facts } from '../facts.ts'

/** Limits as MoMo publishes them for its onetime payment. */
export const momo = {
  name: 'momo',
  ways: [
    {
      name: 'momo',
      limits: { minVnd: 5_000, maxVnd: 50_000_000 },
      // a wallet
      mark: 'M4 7V6c0-1.2.8-2 2-2h11v3M4 7h15c1.2 0 2 .8 2 2v9c0 1.2-.8 2-2 2H6c-1.2 0-2-.8-2-2zM21 11.5h-4.5a2 2 0 0 0 0 4H21',
    },
  ],
  isAsked: true,
  begunCode: '1000',
  // resultCode
  reasons: {
    '10': 'bank-away',
    '1001': 'insufficient',
    '1002': 'declined',
    '1003': 'cancelled',
    '1004': 'limit',
    '1005': 'expired',
    '1006': 'cancelled',
    '1007': 'locked',
    '1017': 'cancelled',
    '1026': 'declined',
    '2019': 'declined',
    '4001': 'locked',
    '4002': 'not-registered',
    '4100': 'wrong-code',
  },
  addresses: {
    place: 1,
    sandbox: { pay: 'https://test-payment.momo.vn', api: 'https://test-payment.momo.vn/v2/gateway/api' },
    real: { pay: 'https://payment.momo.vn', api: 'https://payment.momo.vn/v2/gateway/api' },
  },
  file: {
    columns: { id: ['ma giao dich momo', 'transid', 'trans id', 'transaction id', 'ma giao dich'] },
    doneCode: '0',
  },
} as const satisfies Facts
