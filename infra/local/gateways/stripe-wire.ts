import { createHmac, randomBytes } from 'node:crypto'

/** How Stripe's side names, reads and signs. Written apart from the city's own file, so that two readings of one paper must agree. */
export interface Account {
  secretKey: string
  webhookSecret: string
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
/** `cs_test_a1B2…`; ids are drawn, for a city keeps its payments longer than a stand-in runs. */
export const idOf = (prefix: string, length = 24): string =>
  `${prefix}_${Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join('')}`

/** The header of a notification, as of `seconds`. */
export function signature(body: string, secret: string, seconds: number): string {
  const v1 = createHmac('sha256', secret).update(`${seconds}.${body}`, 'utf8').digest('hex')
  return `t=${seconds},v1=${v1}`
}

type Tree = { [name: string]: Tree | string }

/** Reads `a[b][0]=c` into nested objects; lists are objects with numbers for names. */
export function formOf(body: string): Tree {
  const root: Tree = Object.create(null)
  for (const [path, value] of new URLSearchParams(body)) {
    const names = path.replaceAll(']', '').split('[')
    let at = root
    for (const name of names.slice(0, -1)) {
      const next = at[name]
      const inner: Tree = typeof next === 'object' ? next : Object.create(null)
      at[name] = inner
      at = inner
    }
    at[names.at(-1)!] = value
  }
  return root
}

/** A text in a form by its path; empty if there is none. */
export function textAt(form: Tree, ...path: string[]): string {
  let at: Tree | string | undefined = form
  for (const name of path) at = typeof at === 'object' ? at[name] : undefined
  return typeof at === 'string' ? at : ''
}

/** The pairs below a path, as metadata is written. */
export function pairsAt(form: Tree, ...path: string[]): Record<string, string> {
  let at: Tree | string | undefined = form
  for (const name of path) at = typeof at === 'object' ? at[name] : undefined
  const pairs = typeof at === 'object' ? Object.entries(at) : []
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
export type Form = Tree

/** What Stripe answers to what it does not do. */
export interface Wrong {
  status: 400 | 401 | 404
  error: { type: string; code?: string; param?: string; message: string }
}
export const wrong = (param: string, code = 'parameter_invalid', status: Wrong['status'] = 400): Wrong => ({
  status,
  error: { type: 'invalid_request_error', code, param, message: `${code}: ${param}` },
})
