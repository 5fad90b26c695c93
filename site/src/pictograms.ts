/** Drawn by us, one pen each, on a field of 48 by 48. */
export const drawings: Readonly<Record<string, string>> = {
  // a clay pig with its slit
  'piggy-bank':
    'M12 36v5h5v-3.5c4.5 1 9.5 1 14 0V41h5v-6.5c2-1.5 3.5-3.5 4.300-6H44v-8h-3.5c-1-2.300-2.700-4.300-5-5.700L36 9c-3 0-5.5 1-7 3-8-1.5-17 .5-20 7-2 4.5-1.5 12.5 3 17M9 20c-3-.5-5-2.5-4.5-5.5M19 16.5c3-1 7-1 10-.2M34.5 21.5v.01',
  // big and small sandals at a doorstep
  'spiritual-parents':
    'M1 45h46M3 18a5 6 0 0 1 10 0c0 4-1.5 6-1.5 9.5s1 4.5 1 8a4.5 5 0 0 1-9 0c0-3.5 1-4.5 1-8S3 22 3 18zM4 23l4-6 4 6M15 18a5 6 0 0 1 10 0c0 4-1.5 6-1.5 9.5s1 4.5 1 8a4.5 5 0 0 1-9 0c0-3.5 1-4.5 1-8S15 22 15 18zM16 23l4-6 4 6M29.5 26a3.2 3.8 0 0 1 6.4 0c0 2.6-1 3.8-1 6s.7 3 .7 5.2a2.9 3.2 0 0 1-5.8 0c0-2.2.7-3 .7-5.2S29.5 28.6 29.5 26zM30.3 29.2l2.4-3.6 2.4 3.6M38 26a3.2 3.8 0 0 1 6.4 0c0 2.6-1 3.8-1 6s.7 3 .7 5.2a2.9 3.2 0 0 1-5.8 0c0-2.2.7-3 .7-5.2S38 28.6 38 26zM38.8 29.2l2.4-3.6 2.4 3.6',
  // two labels on one thread
  scholarship: 'M13 14l7 7-9 17-8-4 4-15zM12 20v.01M13 14c4-9 18-9 22 0M35 14l6 5 4 15-8 4-9-17zM36 20v.01',
  // house, alley, office doors
  'learning-society':
    'M4 42V24l9-8 9 8v18M10 42V31h6v11M22 42V14h9v28M26 20h1M26 26h1M26 32h1M31 42V8h13v34M35 42V32h5v10M35 14h1M39.5 14h1M35 20h1M39.5 20h1M35 26h1M39.5 26h1M2 42h44',
  // a study lamp
  association: 'M12 42h18M21 42V30L11 18l12-10M23 8c6-4 14 0 15 8L21 22c-4-4-3-11 2-14M27 26l3 6M34 23l5 5',
  // a ten in a circle, as a teacher writes it
  recognition:
    'M40 15C35 5 19 3 10 12S4 37 15 42s26 0 28-13S36 7 24 6M14 19l4-3v17M31 16c-4 0-5.5 4-5.5 8.5S27 33 31 33s5.5-4 5.5-8.5S35 16 31 16',
  // a tear-off calendar
  week: 'M9 10h30v31H9zM9 17h30M16 6v7M32 6v7M39 33l-8 8M31 41v-8h8M19 24h9l-5.5 11',
  // a van with book spines
  'mobile-library':
    'M10 36H4V12h27v24H18M31 18h7l6 8v10h-4M31 36h1M10 36a4 4 0 1 0 8 0 4 4 0 1 0-8 0M32 36a4 4 0 1 0 8 0 4 4 0 1 0-8 0M9 30V18h4v12M13 20h4v10M17 17h4v13M22 30l3-12 3.5 1-3 11M7 30h21M35 22v5h8',
  // an open book and a lotus
  storytelling:
    'M24 42c-5-4-12-5-20-4V20c4-.5 8 0 11 1M24 42c5-4 12-5 20-4V20c-4-.5-8 0-11 1M24 42V30M24 30c-6-1-10-5-11-11 4 0 6 1 8 3 0-5 1-9 3-13 2 4 3 8 3 13 2-2 4-3 8-3-1 6-5 10-11 11',
  // open louvred shutters
  'learning-center':
    'M16 6h16v36H16zM16 6L5 10v34l11-2M32 6l11 4v34l-11-2M8 15l5-1.5M8 21l5-1M8 27l5-.5M8 33h5M40 15l-5-1.5M40 21l-5-1M40 27l-5-.5M40 33h-5M24 6v36',
  // a ruler
  strategy: 'M6 34L34 6l8 8-28 28zM12 28l3 3M16.5 23.5l5 5M21 19l3 3M25.5 14.5l5 5M30 10l3 3',
  // folded paper
  newsletter: 'M6 8h26v34H10c-3 0-4-2-4-4zM32 18h10v20c0 2.5-1.5 4-4 4M12 15h14M12 22h6v7h-6zM22 22h4M22 29h4M12 36h14',
  // a raised hand
  questions:
    'M15 28V13c0-3.5 5-3.5 5 0v9M20 22V9c0-3.5 5-3.5 5 0v13M25 22V11c0-3.5 5-3.5 5 0v12M30 24v-8c0-3.5 5-3.5 5 0v15c0 7-4 12-11 12-5 0-8-2-10-6L9 28c-1.5-3 2-5 4-3l2 3',
  // an open notebook with its margin
  book: 'M24 12c-5-4-12-5-19-4v30c7-1 14 0 19 4 5-4 12-5 19-4V8c-7-1-14 0-19 4zM24 12v30M10 15c4-.3 7 .3 9.5 1.5M10 22c4-.3 7 .3 9.5 1.5M10 29c4-.3 7 .3 9.5 1.5M29 17c2.5-1.300 5.5-1.800 9.5-1.5M29 24c2.5-1.300 5.5-1.800 9.5-1.5M29 31c2.5-1.300 5.5-1.800 9.5-1.5',
}
