import { edgeScript } from './script.ts'
import type { Behavior, CachePolicy, EdgeParts, HeadersPolicy, Origin, OriginRequestPolicy } from './shape.ts'

/** A behavior with everything that it names. */
export interface Rule {
  fits: RegExp
  origin: Origin
  methods: readonly string[]
  caching: CachePolicy
  asking: OriginRequestPolicy | undefined
  heading: HeadersPolicy | undefined
  packing: { gzip: boolean; brotli: boolean }
  scripts: Partial<Record<'viewer-request' | 'viewer-response', ReturnType<typeof edgeScript>>>
}

/** `*` is any text, `?` any letter; the first slash may be missing. */
const wild = (pattern: string): RegExp => {
  const text = pattern.replace(/^(?!\/|\*)/, '/').replace(/[.+^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${text.replace(/\*/g, '.*').replace(/\?/g, '.')}$`)
}

/** The behaviors in the order in which they are asked; the default is the last. Throws one sentence if one leads nowhere. */
export function rulesOf(parts: EdgeParts, hosts: { has(name: string): boolean }): Rule[] {
  const [distribution] = parts.distributions
  if (!distribution || parts.distributions.length > 1) throw new Error('the local edge runs exactly one distribution')
  const known = <T>(map: ReadonlyMap<string, T>, id: string): T => {
    const found = map.get(id)
    if (found === undefined) throw new Error(`the distribution names ${id}, which the local edge does not know`)
    return found
  }
  const scripts = new Map([...parts.code].map(([arn, code]) => [arn, edgeScript(code)]))
  const origins = new Map(distribution.Origins.map((origin) => [origin.Id, origin]))
  const ruleOf = (behavior: Behavior): Rule => {
    const origin = known(origins, behavior.TargetOriginId)
    if (!hosts.has(origin.DomainName))
      throw new Error(`the distribution reads from ${origin.DomainName}, which is not on this machine`)
    const caching = known(parts.caching, behavior.CachePolicyId)
    const { EnableAcceptEncodingGzip: gzip, EnableAcceptEncodingBrotli: brotli } =
      caching.ParametersInCacheKeyAndForwardedToOrigin
    // What may not be kept at all is not compressed either.
    const packs = behavior.Compress && caching.MaxTTL > 0
    const { OriginRequestPolicyId, ResponseHeadersPolicyId } = behavior
    return {
      ...{ fits: wild(behavior.PathPattern ?? '*'), origin, methods: behavior.AllowedMethods, caching },
      asking: OriginRequestPolicyId ? known(parts.asking, OriginRequestPolicyId) : undefined,
      heading: ResponseHeadersPolicyId ? known(parts.heading, ResponseHeadersPolicyId) : undefined,
      packing: { gzip: packs && gzip, brotli: packs && brotli },
      scripts: Object.fromEntries(
        behavior.FunctionAssociations.map(({ EventType, FunctionARN }) => [EventType, known(scripts, FunctionARN)]),
      ),
    }
  }
  return [...distribution.CacheBehaviors, distribution.DefaultCacheBehavior].map(ruleOf)
}
