import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { Refusal } from '../refusal.ts'

export const maxBytes = 16_384

/** Was a form sent, readable or not? Its answer is a page. */
export const isForm = (event: APIGatewayProxyEventV2): boolean => mediaOf(event) === 'application/x-www-form-urlencoded'

const mediaOf = ({ headers }: APIGatewayProxyEventV2): string =>
  (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()

export type Body = { json: unknown } | { form: Record<string, string> } | { none: true }

/** What was sent, byte for byte, however API Gateway wrapped it. Throws a Refusal for too much. */
export function readRaw(event: APIGatewayProxyEventV2): Buffer {
  const raw = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (raw.length > maxBytes) throw new Refusal('too-large', 'body-too-large', { with: { max: maxBytes } })
  return raw
}

/** Reads what was sent. Throws a Refusal for too much, another media type, broken JSON and fields that stand twice. */
export function readBody(event: APIGatewayProxyEventV2): Body {
  const raw = readRaw(event)
  const media = mediaOf(event)
  if (raw.length === 0 && media === '') return { none: true }
  const text = decode(raw)
  if (media === 'application/json') return { json: readJson(text) }
  if (media === 'application/x-www-form-urlencoded') return { form: readForm(text) }
  throw new Refusal('media', 'media-unknown')
}

function decode(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    throw new Refusal('malformed', 'body-unreadable')
  }
}

function readForm(text: string): Record<string, string> {
  const form: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(text)) {
    if (name in form)
      throw new Refusal('malformed', 'fields', { with: { count: 1 }, fields: [{ field: name, code: 'field-twice' }] })
    form[name] = value
  }
  return form
}

function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    const twice = firstTwice(text)
    if (twice !== undefined)
      throw new Refusal('malformed', 'fields', {
        with: { count: 1 },
        fields: [{ field: twice, code: 'field-twice' }],
      })
    return value
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('malformed', 'body-unreadable')
  }
}

/** The first key that stands twice in one object of well-formed JSON, `__proto__` included; JSON.parse keeps the last in silence. */
export function firstTwice(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = []
  const token = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [mark] = found
    if (mark === '{') open.push(new Set())
    else if (mark === '[') open.push(undefined)
    else if (mark === '}' || mark === ']') open.pop()
    else if (found[1] !== undefined) {
      const name: string = JSON.parse(mark.slice(0, mark.length - found[1].length))
      const names = open.at(-1)
      if (names?.has(name)) return name
      names?.add(name)
    }
  }
  return undefined
}
