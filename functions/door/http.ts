import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type * as z from 'zod'
import { Refusal } from '../refusal.ts'
import type { Lang } from '../words/words.ts'
import { type Body, isForm, readBody, readRaw } from './body.ts'
import { addressOf, isForeign, langOf, originOf } from './caller.ts'
import { log, logFault } from './log.ts'
import { faultOf, problemOf, reasonsOf, refuseFields } from './problem.ts'

interface Answer {
  description: string
  /** Shape of a JSON reply. What it does not declare cannot leave. */
  schema?: z.ZodObject
  /** Media types of a reply that is not JSON. */
  type?: string | readonly string[]
}

/** What a request verb takes and gives; the OpenAPI document is made from it. */
export interface Contract {
  summary: string
  path?: z.ZodObject
  query?: z.ZodObject
  body?: { json?: z.ZodObject; form?: z.ZodObject }
  /** The body is a provider's word, signed over its bytes: nothing reads it before the verb has verified it. */
  signed?: true
  replies: Readonly<Record<number, Answer>>
}

type Read<S> = S extends z.ZodType ? z.infer<S> : Record<never, never>
type BodyOf<C extends Contract> =
  | (C['body'] extends { json: infer J extends z.ZodObject } ? { json: z.infer<J> } : never)
  | (C['body'] extends { form: infer F extends z.ZodObject } ? { form: z.infer<F> } : never)

export interface Call<C extends Contract> {
  path: Read<C['path']>
  query: Read<C['query']>
  body: BodyOf<C>
  rawQuery: string
  rawPath: string
  /** The bytes of a signed body; empty for every other contract. */
  raw: Buffer
  /** Names in lower case, as API Gateway hands them over. */
  headers: Readonly<Record<string, string | undefined>>
  lang: Lang
  /** The person's address as the edge states it. */
  caller: string
  origin: string
  now: string
}

export type Reply = { status: number; headers?: Record<string, string> } & (
  | { json: unknown }
  | { text: string; type: string }
  | { location: string }
  | { empty: true }
)

type Asked = Pick<Call<Contract>, 'lang' | 'caller' | 'origin' | 'now' | 'rawPath' | 'raw' | 'headers'> & {
  sent: Body
  path: Record<string, string>
}

interface Options {
  /** Answers a refusal in another form than a problem document: a page. undefined leaves it to the door. */
  refused?: (refusal: Refusal, asked: Asked) => Promise<Reply | undefined>
  /** Answers a fault as a page. */
  faulted?: (asked: Asked) => Promise<Reply>
}

/** Wraps a verb: reads and checks the request, checks the reply, turns refusals and faults into words. */
export function http<const C extends Contract>(
  contract: C,
  run: (call: Call<C>) => Promise<Reply>,
  options: Options = {},
) {
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(async (event) => {
    const started = performance.now()
    const asked: Asked = {
      lang: langOf(event),
      caller: addressOf(event),
      origin: originOf(event),
      now: new Date().toISOString(),
      rawPath: event.rawPath,
      raw: Buffer.alloc(0),
      headers: event.headers,
      sent: { none: true },
      path: {},
    }
    let result: APIGatewayProxyStructuredResultV2
    try {
      asked.path = Object.fromEntries(
        Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']),
      )
      if (contract.signed) asked.raw = readRaw(event)
      if (contract.body) {
        if (isForm(event)) asked.sent = { form: {} }
        const read = readBody(event)
        const foreign = 'form' in read && isForeign(event)
        asked.sent = foreign ? { form: addressIn(read.form) } : read
        if ('form' in asked.sent) asked.lang = langOf(event, asked.sent.form)
        if (foreign) throw new Refusal('conflict', 'form-foreign')
      }
      result = answer(
        contract,
        await run({
          ...asked,
          ...parse(contract, event, asked),
          rawQuery: event.rawQueryString,
        } as Call<C>),
      )
    } catch (error) {
      result = answer(contract, await say(error, asked, options))
    }
    log('request', {
      route: event.routeKey,
      status: result.statusCode,
      milliseconds: Math.round(performance.now() - started),
    })
    return result
  })
}

/**
 * What a link could say as well: which page, in which language. All else that another site's form holds might be that
 * site's wish, and the donor who is shown our page would send it as their own.
 */
const addressIn = (form: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(form).filter(([name]) => name === 'lang' || name === 'program'))

function parse(
  contract: Contract,
  event: APIGatewayProxyEventV2,
  asked: Asked,
): { path: unknown; query: unknown; body: unknown } {
  const reasons = []
  const path = contract.path?.safeParse(asked.path)
  if (path && !path.success) throw new Refusal('unknown', 'route-unknown')
  const query = contract.query?.safeParse(event.queryStringParameters ?? {}, { reportInput: true })
  if (query && !query.success) reasons.push(...reasonsOf(query.error))
  const { sent } = asked
  const kind = 'json' in sent ? 'json' : 'form' in sent ? 'form' : undefined
  const schema = kind && contract.body?.[kind]
  if (contract.body && !schema) throw new Refusal('media', 'media-unknown')
  const body = schema?.safeParse('json' in sent ? sent.json : 'form' in sent ? { ...sent.form } : undefined, {
    reportInput: true,
  })
  if (body && !body.success) reasons.push(...reasonsOf(body.error))
  if (reasons.length > 0) throw refuseFields(reasons)
  return { path: path?.data ?? {}, query: query?.data ?? {}, body: kind && body ? { [kind]: body.data } : {} }
}

async function say(error: unknown, asked: Asked, options: Options): Promise<Reply> {
  if (error instanceof Refusal) {
    const page = await options.refused?.(error, asked)
    if (page) return page
    const problem = problemOf(error, asked.lang)
    const allow: Record<string, string> = typeof error.with.allowed === 'string' ? { allow: error.with.allowed } : {}
    return {
      status: problem.status,
      text: JSON.stringify(problem),
      type: 'application/problem+json',
      headers: { 'content-language': asked.lang, ...allow },
    }
  }
  logFault(error)
  if (options.faulted) return options.faulted(asked)
  return {
    status: 500,
    text: JSON.stringify(faultOf(asked.lang)),
    type: 'application/problem+json',
    headers: { 'content-language': asked.lang },
  }
}

function answer(contract: Contract, reply: Reply): APIGatewayProxyStructuredResultV2 {
  const cacheSeconds = Number(process.env.CACHE_SECONDS ?? 0)
  const cache = cacheSeconds > 0 && reply.status === 200 ? `public, max-age=0, s-maxage=${cacheSeconds}` : 'no-store'
  const headers = { 'cache-control': cache, ...reply.headers }
  if ('location' in reply)
    return { statusCode: reply.status, headers: { ...headers, location: reply.location }, body: '' }
  if ('empty' in reply) return { statusCode: reply.status, headers, body: '' }
  if ('text' in reply)
    return {
      statusCode: reply.status,
      headers: { ...headers, 'content-type': `${reply.type}; charset=utf-8` },
      body: reply.text,
    }
  const schema = contract.replies[reply.status]?.schema
  if (!schema) throw new Error(`door: reply ${reply.status} is not in the contract`)
  return {
    statusCode: reply.status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(schema.parse(reply.json)),
  }
}
