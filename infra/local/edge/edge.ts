import type { IncomingMessage, ServerResponse } from 'node:http'
import { withPolicy } from './answer.ts'
import { type Rule, rulesOf } from './behaviors.ts'
import { edgeCache, queryFor, type Stored, secondsToKeep } from './cache.ts'
import { origins, type Places } from './origin.ts'
import type { EdgeParts } from './shape.ts'
import { type Asked, failure, generated, queryAfter, read, responseOf, revised, type Said, write } from './viewer.ts'

interface Options {
  parts: EdgeParts
  places: Places
  /** Milliseconds since 1970. */
  now(): number
}

const longestUrl = 8_192

/** Answers requests as the template's distribution would. It speaks plain HTTP: on this machine nothing is moved to https. */
export function edgeOf({ parts, places, now }: Options) {
  const rules = rulesOf(parts, places)
  const [
    { CustomErrorResponses: errors, DefaultRootObject: first } = { CustomErrorResponses: [], DefaultRootObject: '' },
  ] = parts.distributions
  const cache = edgeCache(now)
  const { ask, close } = origins(places)
  const ruleOf = (path: string): Rule => rules.find(({ fits }) => fits.test(path)) ?? rules.at(-1)!

  /** From the cache or from the origin, before error pages. */
  async function fetched(asked: Asked, { origin, caching, asking }: Rule): Promise<Said> {
    const { request, rawQuery } = asked
    const key = keyOf(asked, origin.Id, caching)
    const stored = ['GET', 'HEAD'].includes(request.method) ? cache.find(key) : undefined
    if (stored && cache.fresh(stored)) return { ...stored, from: 'Hit', age: Math.floor((now() - stored.at) / 1_000) }
    const askedAt = now()
    const answer = await ask(origin, { ...asked, request, rawQuery, caching, asking, ...etagOf(stored) })
    const refreshed = answer.status === 304 ? stored : undefined
    const said = refreshed ? { ...refreshed, headers: { ...refreshed.headers, ...answer.headers } } : answer
    const seconds = secondsToKeep(said, caching, errors, now())
    if (request.method === 'GET' && seconds > 0) cache.keep(key, said, seconds, askedAt)
    return { status: said.status, headers: said.headers, body: said.body, from: refreshed ? 'RefreshHit' : 'Miss' }
  }

  /** Replaces an error by the distribution's page for it. */
  async function withErrorPage(asked: Asked, said: Said): Promise<Said> {
    if (said.status < 400) return said
    const custom = errors.find(({ ErrorCode }) => ErrorCode === said.status)
    if (!custom?.ResponsePagePath) return { ...said, from: 'Error' }
    const uri = custom.ResponsePagePath
    const request = { ...asked.request, uri, method: 'GET' }
    const page = await fetched({ ...asked, request, rawQuery: '', body: Buffer.alloc(0) }, ruleOf(uri))
    if (page.status !== 200) return { ...said, from: 'Error' }
    return { ...page, status: custom.ResponseCode ?? said.status, from: 'Error' }
  }

  async function answer(asked: Asked, rule: Rule): Promise<Said> {
    const { request: sent, rawQuery, viewer } = asked
    if (sent.uri.length + rawQuery.length > longestUrl) return failure(414)
    if (!rule.methods.includes(sent.method)) return withErrorPage(asked, failure(403))
    const ip = viewer.replace(/:\d+$/, '')
    const before = await rule.scripts['viewer-request']?.({ kind: 'viewer-request', ip, request: sent })
    if (before && 'statusCode' in before) return generated(before)
    const request = before ?? sent
    if (request.uri === '/' && first) request.uri = `/${first}`
    const next = { ...asked, request, rawQuery: queryAfter(rawQuery, request) }
    const said = await withErrorPage(next, await fetched(next, rule))
    const after = await rule.scripts['viewer-response']?.({
      ...{ kind: 'viewer-response', ip, request },
      response: responseOf(said),
    })
    return after && 'statusCode' in after ? revised(said, after) : said
  }

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(message)
    const rule = ruleOf(asked.request.uri)
    // A function of the edge that fails is a 503.
    const said = await answer(asked, rule).catch(() => failure(503))
    write(message, response, { ...said, headers: withPolicy(said.headers, rule.heading) }, rule.packing)
  }

  return {
    handle: (message: IncomingMessage, response: ServerResponse): void =>
      void handle(message, response).catch(() => response.destroy()),
    /** Forgets everything that is kept, as an invalidation of `/*` does. */
    invalidate: () => cache.clear(),
    close,
  }
}

/** With it the origin is asked whether it still holds what is kept. */
const etagOf = (stored: Stored | undefined): { etag?: string } =>
  stored?.status === 200 && typeof stored.headers.etag === 'string' ? { etag: stored.headers.etag } : {}

function keyOf({ request, rawQuery }: Asked, origin: string, caching: Rule['caching']): string {
  const { HeadersConfig, QueryStringsConfig } = caching.ParametersInCacheKeyAndForwardedToOrigin
  const headers = HeadersConfig.Headers.map((name) => `${name}:${request.headers[name.toLowerCase()]?.value ?? ''}`)
  return [origin, request.uri, queryFor(rawQuery, QueryStringsConfig), ...headers].join('\n')
}
