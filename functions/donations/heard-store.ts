import type { Donation } from './donation.ts'

/** Part of a condition: what the donation remembers of providers' words is still what was read. */
export const sameHeard = ({ heard }: Donation): { when: string; values: Record<string, string> } =>
  heard
    ? { when: 'heard.meaning = :heardBefore', values: { ':heardBefore': heard.meaning } }
    : { when: 'attribute_not_exists(heard)', values: {} }
