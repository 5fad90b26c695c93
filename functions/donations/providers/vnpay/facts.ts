import type { Facts } from '../facts.ts'

const limits = { minVnd: 5_000, maxVnd: 499_999_999 }

/** Limits as on VNPAY's own page, which opens with what the donor chose (`vnp_BankCode`). */
export const vnpay = {
  name: 'vnpay',
  ways: [
    {
      name: 'vnpay',
      limits,
      // a camera's frame over a code
      mark: 'M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5M8 8h3v3H8zM15.5 8.5h.01M8.5 15.5h.01M13 13h3v3M1.5 12H5M19 12h3.5',
    },
    {
      name: 'vnpay-atm',
      choice: 'VNBANK',
      limits,
      // a card with its chip
      mark: 'M2 5h20v14H2zM5.5 9h4v3.5h-4zM5.5 16h3M11 16h3M16.5 16h2',
      takesCards: true,
    },
    {
      name: 'vnpay-card',
      choice: 'INTCARD',
      limits,
      // a card with its stripe
      mark: 'M2 5h20v14H2zM2 9h20M5.5 15.5h5M16 15.5h2.5',
      takesCards: true,
      mayExchange: true,
    },
  ],
  isAsked: true,
  begunCode: '01',
  // asked, it answers with the code of the question
  silentCode: '00',
  // vnp_ResponseCode
  reasons: {
    '07': 'declined',
    '09': 'not-registered',
    '10': 'wrong-code',
    '11': 'expired',
    '12': 'locked',
    '13': 'wrong-code',
    '24': 'cancelled',
    '51': 'insufficient',
    '65': 'limit',
    '75': 'bank-away',
    '79': 'wrong-code',
    '99': 'declined',
  },
  addresses: {
    place: 0,
    sandbox: {
      pay: 'https://sandbox.vnpayment.vn/paymentv2/vpcpay.html',
      api: 'https://sandbox.vnpayment.vn/merchant_webapi/api/transaction',
    },
    real: {
      pay: 'https://pay.vnpay.vn/vpcpay.html',
      api: 'https://merchant.vnpay.vn/merchant_webapi/api/transaction',
    },
  },
  file: {
    columns: {
      id: ['ma giao dich vnpay', 'ma gd vnpay', 'vnp transactionno', 'transaction no', 'transactionno', 'ma giao dich'],
      reference: ['vnp txnref', 'txnref', 'ma thanh toan'],
    },
    doneCode: '00',
  },
} as const satisfies Facts
