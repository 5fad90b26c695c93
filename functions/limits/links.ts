import type { Try } from './giving.ts'

/** A street behind one address may lose its links in one evening; a machine that tries addresses is far above. */
const ofAddress = { of: 'links', tries: 20, withinSeconds: 600 }
/** Nobody is written to more often, whoever asks. */
const toAddress = { of: 'links-to', tries: 3, withinSeconds: 1_800, isShared: true }

/** What asking for one's links counts against; `digest` stands for the address that is written to. */
export const triesOfLinks = (caller: string, digest: string): Try[] => [
  { limit: ofAddress, who: caller },
  { limit: toAddress, who: digest },
]
