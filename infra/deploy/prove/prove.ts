import type { At } from '../at.ts'
import type { Report } from '../report.ts'
import type { Shipped } from '../ship/ship.ts'
import { forgedNotification } from './forged.ts'
import { missing, pages, plainHttp } from './pages.ts'
import { permissions } from './permissions.ts'
import { programs, sameProgram } from './program.ts'

interface Known {
  open: boolean
  now: Date
}

/** Tries the city as people, thieves and its own functions would. */
export async function prove(at: At, { check }: Report, shipped: Shipped, { open, now }: Known) {
  const { tableName } = shipped
  const [slug] = await programs(at, shipped)
  await check('pages and headers', () => pages(at, shipped, slug))
  await check('what is not there', () => missing(at, shipped))
  await check('http', () => plainHttp(at, shipped))
  await check('one program', () => sameProgram(at, shipped, tableName, slug))
  await check('forged notification', () => forgedNotification(at, shipped, tableName, { open, now }))
  await check('permissions', () => permissions(at))
}
