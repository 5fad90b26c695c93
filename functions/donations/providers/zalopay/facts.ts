import type { Facts } from '../facts.ts'

/** ZaloPay publishes no limits: these are the city's. */
export const zalopay = {
  name: 'zalopay',
  ways: [
    {
      name: 'zalopay',
      limits: { minVnd: 5_000, maxVnd: 50_000_000 },
      // a phone that nods
      mark: 'M8 2h8c1.2 0 2 .8 2 2v16c0 1.2-.8 2-2 2H8c-1.2 0-2-.8-2-2V4c0-1.2.8-2 2-2zM9 10.5l2.3 2.5 4-5M11 19h2',
    },
  ],
  isAsked: true,
  // the status of the redirect; of a question, both codes
  reasons: {
    ...{ '-49': 'cancelled', '-54': 'expired', '-63': 'insufficient' },
    ...{ '2/-54': 'expired', '2/-63': 'insufficient' },
  },
  addresses: {
    place: 2,
    sandbox: { pay: 'https://qcgateway.zalopay.vn', api: 'https://sb-openapi.zalopay.vn/v2' },
    real: { pay: 'https://gateway.zalopay.vn', api: 'https://openapi.zalopay.vn/v2' },
    sandboxWords: ['sb-openapi', 'sbgateway', 'qcgateway'],
  },
  file: {
    columns: {
      id: ['ma giao dich zalopay', 'zp trans id', 'zptransid', 'transaction id', 'ma giao dich'],
      reference: ['app trans id', 'apptransid', 'merchant trans id'],
    },
    doneCode: '1',
  },
} as const satisfies Facts
