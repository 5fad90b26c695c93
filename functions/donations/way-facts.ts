import type { Giving } from '../programs/program.ts'
import { type Lang, say } from '../words/words.ts'
import { factsOf, type ProviderName, type WayName, wayNames, ways } from './way.ts'

export const providerName = (provider: ProviderName, lang: Lang): string => say(lang, `provider.${provider}`)

/** A way to pay as its button names it. */
export const wayLabel = (name: WayName, lang: Lang): string => say(lang, `way.${name}`)

/** What follows, when the money arrives, what it costs and whom, and how much it carries: said before anybody pays, a line each. */
export function wayNote(name: WayName, feesPaidBy: Giving['feesPaidBy'], lang: Lang): string {
  const { provider: by, limits, mayExchange } = ways[name]
  const { feeWord = `way.fee-${feesPaidBy}`, whenWord = 'way.when-provider' } = factsOf(by)
  const provider = providerName(by, lang)
  return [
    say(lang, `way.to-${by}`),
    say(lang, feeWord, { provider }),
    ...(mayExchange ? [say(lang, 'way.fee-abroad')] : []),
    say(lang, whenWord, { provider }),
    say(lang, 'way.limits', { min: { vnd: limits.minVnd }, max: { vnd: limits.maxVnd } }),
  ].join('\n')
}

/** What a receipt says of how a payment came: the provider, and what its page opened with. */
export function paidBy(provider: ProviderName, choice: string | undefined, lang: Lang): string {
  const chosen = wayNames.find(
    (name) => choice !== undefined && ways[name].provider === provider && ways[name].choice === choice,
  )
  return [providerName(provider, lang), ...(chosen ? [wayLabel(chosen, lang)] : [])].join(' · ')
}
