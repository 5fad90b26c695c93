import { type Contract, http, type Reply } from '../door/http.ts'
import { asPages } from '../door/page.ts'
import { Refusal } from '../refusal.ts'
import { requests } from '../triggers.ts'

export const contract = {
  summary: 'Answers every address that no other way in takes',
  replies: {
    301: { description: 'The address has a slash too many' },
    303: { description: 'The page that the address belongs to' },
    404: { description: 'No such address' },
    405: { description: 'Another method' },
  },
} satisfies Contract

const shapeOf = (path: string) => new RegExp(`^${path.replace(/[.$]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`)
const ways = requests.map(({ method, path }) => ({ method, shape: shapeOf(path) }))
const isForPeople = (path: string) => path.startsWith('/receipts/')

/** Addresses that people come by: a slash at the end, and a form's own address opened again. */
function better(path: string): Reply | undefined {
  const [, receipt] = /^(\/receipts\/[\w-]{22})(?:\/return)?\/$/.exec(path) ?? []
  if (receipt) return { status: 301, location: path.slice(0, -1) }
  const [, hidden] = /^(\/receipts\/[\w-]{22})\/hide-name\/?$/.exec(path) ?? []
  return hidden ? { status: 303, location: hidden } : undefined
}

export const handler = http(
  contract,
  async ({ rawPath }) => {
    const elsewhere = better(rawPath)
    if (elsewhere) return elsewhere
    const allowed = ways.filter(({ shape }) => shape.test(rawPath)).map(({ method }) => method)
    if (allowed.length > 0) throw new Refusal('method', 'method-unknown', { with: { allowed: allowed.join(', ') } })
    throw new Refusal('unknown', isForPeople(rawPath) ? 'receipt-unknown' : 'route-unknown')
  },
  { refused: async (refusal, asked) => (isForPeople(asked.rawPath) ? asPages.refused(refusal, asked) : undefined) },
)
