/** Apps that dl.vietqr.io opens on a phone, by its names (https://www.vietqr.io/deeplink.md). */
export const bankApps = [
  ['Vietcombank', 'vcb'],
  ['VietinBank', 'icb'],
  ['BIDV', 'bidv'],
  ['Agribank', 'vba'],
  ['MB', 'mb'],
  ['Techcombank', 'tcb'],
  ['ACB', 'acb'],
  ['VPBank', 'vpb'],
  ['TPBank', 'tpb'],
  ['OCB', 'ocb'],
] as const

/** Opens the app and nothing else: with the account, the amount and the memo a third party would read along. */
export const appUrl = (app: string): string => `https://dl.vietqr.io/pay?app=${app}`
