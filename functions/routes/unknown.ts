import { type Contract, http } from '../door/http.ts'
import { Refusal } from '../refusal.ts'
import { requests } from '../triggers.ts'

export const contract = {
  summary: 'Answers every address that no other way in takes',
  replies: { 404: { description: 'No such address' }, 405: { description: 'Another method' } },
} satisfies Contract

const shapeOf = (path: string) => new RegExp(`^${path.replace(/[.$]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`)
const ways = requests.map(({ method, path }) => ({ method, shape: shapeOf(path) }))

export const handler = http(contract, async ({ rawPath }) => {
  const allowed = ways.filter(({ shape }) => shape.test(rawPath)).map(({ method }) => method)
  if (allowed.length > 0) throw new Refusal('method', 'method-unknown', { with: { allowed: allowed.join(', ') } })
  throw new Refusal('unknown', 'route-unknown')
})
