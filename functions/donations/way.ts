import type { Vnd } from '../money.ts'
import { type Facts, facts, type WayFacts } from './providers/facts.ts'

/** Who carries the money. */
export type ProviderName = (typeof facts)[number]['name']
export const providers: readonly ProviderName[] = facts.map(({ name }) => name)

export const factsOf = (provider: ProviderName): Facts => facts.find(({ name }) => name === provider)!

/** What a donor chooses: a provider, and perhaps what its page opens with. In the order that people see. */
export type WayName = (typeof facts)[number]['ways'][number]['name']
export const wayNames: readonly WayName[] = facts.flatMap((of) => of.ways.map(({ name }) => name))

export interface Way extends WayFacts {
  provider: ProviderName
}

export const ways = Object.fromEntries(
  facts.flatMap((of) => of.ways.map((way) => [way.name, { ...way, provider: of.name }])),
) as Readonly<Record<WayName, Way>>

/** The ways whose providers are open, in the order that people see. */
export const waysOf = (open: ReadonlySet<string>): WayName[] => wayNames.filter((name) => open.has(ways[name].provider))

/** Does one payment by this way carry so much? */
export const carries = (name: WayName, amountVnd: Vnd): boolean =>
  amountVnd >= ways[name].limits.minVnd && amountVnd <= ways[name].limits.maxVnd

/** The way of an attempt, so that it can be named again. */
export const wayOf = (provider: ProviderName, choice?: string): WayName =>
  wayNames.find((name) => ways[name].provider === provider && ways[name].choice === choice) ??
  wayNames.find((name) => ways[name].provider === provider)!

/** Can the provider be asked what became of an attempt? */
export const isAsked = (provider: ProviderName): boolean => factsOf(provider).isAsked
