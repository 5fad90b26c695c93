import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { changes, clock, commands, events, requests } from '../functions/triggers.ts'

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return ['node_modules', 'dist', '.astro'].includes(entry.name) ? [] : filesIn(path)
    return [path]
  })
/** Every file of code, from the root. */
export const code = ['functions', 'infra', 'site', 'test']
  .flatMap(filesIn)
  .filter((path) => /\.(ts|astro|mjs|css)$/.test(path))

/** What a file imports at run time: paths from the root, or names of packages. */
export const importsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'";]*?from\s*)?['"]([^'"]+)['"]/gm)].map(
    ([, name]) => (name!.startsWith('.') ? normalize(join(dirname(path), name!)) : name!),
  )

export const rows = [...requests, ...changes, ...clock, ...events, ...commands]
export const verbs = new Set(rows.map(({ run }) => `functions/${run}.ts`))
/** What a file of the house is; who may import whom goes by it. */
export const kindOf = (path: string): string => {
  if (!path.startsWith('functions/')) return path.includes('/') && existsSync(path) ? path.split('/')[0]! : 'package'
  if (verbs.has(path)) return 'verb'
  const [, room, file] = path.split('/')
  if (file === undefined) return 'root'
  if (['door', 'words'].includes(room!)) return room!
  if (room === 'store') return 'table'
  if (/\/providers\/(\w+\/)?facts\.ts$/.test(path)) return 'facts'
  if (path.includes('/providers/')) return 'provider'
  return /store\.ts$/.test(file) ? 'store' : /-page\.ts$/.test(file) ? 'verb' : 'noun'
}
export const may: Record<string, string[]> = {
  verb: ['verb', 'door', 'noun', 'provider', 'store', 'table', 'words', 'root', 'package'],
  store: ['store', 'noun', 'table', 'root', 'package', 'words'],
  noun: ['noun', 'facts', 'root', 'words', 'package'],
  provider: ['provider', 'facts', 'noun', 'root', 'package'],
  // Plain data: it weighs on every bundle and on the pages.
  facts: ['facts'],
  door: ['door', 'root', 'words', 'package'],
  table: ['table', 'root', 'package'],
  words: ['words', 'root'],
  root: ['root', 'facts', 'words', 'table'],
}
export const packages: Record<string, RegExp> = {
  verb: /^zod$/,
  store: /^zod$/,
  noun: /^(zod|node:crypto)$/,
  provider: /^(zod|node:crypto)$/,
  door: /^(zod|@middy\/core|node:crypto|@aws-sdk\/client-(s3|sesv2|ssm))$/,
  table: /^(node:util|@aws-sdk\/(client-dynamodb|lib-dynamodb))$/,
  root: /^zod$/,
}
