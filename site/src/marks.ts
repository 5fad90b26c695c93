import type { WayName } from '../../functions/donations/way.ts'

/** A mark for each way to pay: our own, one pen each, on a field of 24 by 24. No provider's logo is copied. */
export const marks: Readonly<Record<WayName, string>> = {
  // a code to scan
  bank: 'M3 3h7v7H3zM14 3h7v7h-7zM3 14h7v7H3zM6.5 6.5h.01M17.5 6.5h.01M6.5 17.5h.01M14 14h3v4M21 14v3M14 21h3M20.5 20.5h.01',
  // a wallet
  momo: 'M4 7V6c0-1.2.8-2 2-2h11v3M4 7h15c1.2 0 2 .8 2 2v9c0 1.2-.8 2-2 2H6c-1.2 0-2-.8-2-2zM21 11.5h-4.5a2 2 0 0 0 0 4H21',
  // a phone that nods
  zalopay: 'M8 2h8c1.2 0 2 .8 2 2v16c0 1.2-.8 2-2 2H8c-1.2 0-2-.8-2-2V4c0-1.2.8-2 2-2zM9 10.5l2.3 2.5 4-5M11 19h2',
  // a camera's frame over a code
  vnpay: 'M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5M8 8h3v3H8zM15.5 8.5h.01M8.5 15.5h.01M13 13h3v3M1.5 12H5M19 12h3.5',
  // a card with its chip
  'vnpay-atm': 'M2 5h20v14H2zM5.5 9h4v3.5h-4zM5.5 16h3M11 16h3M16.5 16h2',
  // a card with its stripe
  'vnpay-card': 'M2 5h20v14H2zM2 9h20M5.5 15.5h5M16 15.5h2.5',
  // the globe
  stripe: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM3.5 9h17M3.5 15h17M12 3c-4.5 5-4.5 13 0 18M12 3c4.5 5 4.5 13 0 18',
}
