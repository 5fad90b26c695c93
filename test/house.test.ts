import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { families, key } from '../functions/store/keys.ts'
import { requests } from '../functions/triggers.ts'
import { functionsOf } from './functions-of.ts'
import { code, importsOf, kindOf, may, packages, rows, verbs } from './kinds.ts'

const functions = code.filter((path) => path.startsWith('functions/'))
const read = (path: string) => readFileSync(path, 'utf8')

/** Modules that a file imports; `import type` costs nothing and binds nothing, so it may cross. */
describe('the house', () => {
  it('imports only downward', () => {
    const wrong = functions.flatMap((path) => {
      const kind = kindOf(path)
      return importsOf(path).flatMap((name) => {
        const target = kindOf(name)
        if (target === 'package') return packages[kind]?.test(name) ? [] : [`${path} (${kind}) imports ${name}`]
        if (kind === 'verb' && verbs.has(path) && verbs.has(name)) return [`${path} imports another verb, ${name}`]
        return may[kind]!.includes(target) ? [] : [`${path} (${kind}) imports ${name} (${target})`]
      })
    })
    expect(wrong).toEqual([])
  })
  it('lets infra see triggers, keys, facts of providers and, for its document and seed, contracts and nouns', () => {
    const wrong = code
      .filter((path) => /^infra\/(?!openapi\.ts|seed\/|local\/|deploy\/|office\/)/.test(path))
      .flatMap((path) => importsOf(path).map((name) => `${path} imports ${name}`))
      .filter((found) => / imports functions\/(?!(triggers|store\/keys|donations\/providers\/facts)\.ts$)/.test(found))
    expect(wrong).toEqual([])
  })
  it('lets deploy and office see nouns and the readers of secrets, and act only through AWS', () => {
    const wrong = code
      .filter((path) => /^infra\/(deploy|office)\//.test(path))
      .flatMap((path) => importsOf(path).map((name) => ({ path, name, kind: kindOf(name) })))
      .filter(({ name }) => name.startsWith('functions/') && name !== 'functions/store/keys.ts')
      .filter(({ kind }) => !['noun', 'facts', 'provider', 'root', 'words'].includes(kind))
    expect(wrong).toEqual([])
  })
  it('lets the office see nouns and words, and act only through commands', () => {
    const wrong = code
      .filter((path) => path.startsWith('infra/office/'))
      .flatMap((path) => importsOf(path).map((name) => ({ path, name, kind: kindOf(name) })))
      .filter(({ name }) => name.startsWith('functions/'))
      .filter(({ kind }) => !['noun', 'words', 'root'].includes(kind))
    expect(wrong).toEqual([])
  })
  it('lets pages see nouns, words and money, never stores, doors or AWS', () => {
    const wrong = code
      .filter((path) => path.startsWith('site/'))
      .flatMap((path) => importsOf(path).map((name) => ({ path, name, kind: kindOf(name) })))
      .filter(({ name, kind }) =>
        name.startsWith('functions/')
          ? !['noun', 'words', 'root'].includes(kind)
          : /^@aws|^@middy|^(infra|test)\//.test(name),
      )
    expect(wrong).toEqual([])
  })
  it('keeps functions out of infra and site', () => {
    const wrong = functions.filter((path) => importsOf(path).some((name) => /^(infra|site|test)\//.test(name)))
    expect(wrong).toEqual([])
  })
  it('keeps stores, doors, AWS and schemas out of the pages’ scripts', () => {
    const seen = (path: string, trail: Set<string>): Set<string> => {
      for (const name of importsOf(path))
        if (!trail.has(name)) {
          trail.add(name)
          if (existsSync(name)) seen(name, trail)
        }
      return trail
    }
    const scripts = code.filter((path) => path.startsWith('site/src/scripts/'))
    expect(scripts.length).toBeGreaterThan(0)
    for (const path of scripts)
      expect([
        path,
        [...seen(path, new Set())].filter((name) => /^(zod|@aws|@middy)|functions\/(door|store)|store\.ts$/.test(name)),
      ]).toEqual([path, []])
  })
  it('has each verb exactly once in triggers.ts, with its handler and its contract', async () => {
    expect(verbs.size).toBe(rows.length)
    for (const { run } of rows) {
      const text = read(`functions/${run}.ts`)
      expect([run, /export const handler/.test(text)]).toEqual([run, true])
    }
    for (const { run } of requests)
      expect([run, /export const contract/.test(read(`functions/${run}.ts`))]).toEqual([run, true])
    const strays = functions.filter((path) => !verbs.has(path) && /export const handler/.test(read(path)))
    expect(strays).toEqual([])
  })
  it('knows money families as add only', () => {
    for (const row of rows) {
      for (const kind of ['writes', 'edits', 'erases'] as const) {
        const touched: readonly string[] = (row as { [k in typeof kind]?: readonly string[] })[kind] ?? []
        expect([row.run, kind, touched.filter((family) => families[family as keyof typeof families].money)]).toEqual([
          row.run,
          kind,
          [],
        ])
      }
    }
  })
  it('keeps people apart: a personal family never shares a partition with another', () => {
    const parts = Object.entries(key).map(
      ([family, make]) => [family, (make as (...of: string[]) => { pk: string })('a', 'b', 'c').pk] as const,
    )
    for (const [family, pk] of parts) expect(pk.startsWith(`${family}#`)).toBe(true)
  })
  it('has no drawer for odds and ends, and no barrel', () => {
    const drawers = code.filter(
      (path) =>
        /(^|\/)(utils?|helpers?|common|lib|types|shared|misc)(\/|\.ts$)/.test(path) || /(^|\/)index\.ts$/.test(path),
    )
    expect(drawers).toEqual([])
  })
  it('imports zod as a star, for the named import bundles all its locales', () => {
    expect(
      code.filter(
        (path) => path !== 'test/house.test.ts' && /import (?!type \* as z|\* as z)[^\n]*from 'zod'/.test(read(path)),
      ),
    ).toEqual([])
  })
  it('lets each verb that answers with a page read the frames', () => {
    const withPages = rows.filter(({ run }) => /from '\.\.\/door\/page\.ts'/.test(read(`functions/${run}.ts`)))
    expect(withPages.length).toBeGreaterThan(4)
    for (const row of withPages) expect([row.run, 'objects' in row && row.objects]).toEqual([row.run, ['_frames/']])
  })
  it('keeps files small and functions shorter than a screen', () => {
    const lines = (path: string) => read(path).split('\n').length
    // Lists grow by a row with each room; they are data.
    const data = (path: string) => /\/(seed|data|words|vectors)\//.test(path) || path === 'functions/triggers.ts'
    const sized = code.filter((path) => !data(path))
    expect(sized.filter((path) => lines(path) > 200).map((path) => `${path}: ${lines(path)}`)).toEqual([])
    const longest = code
      .filter((path) => path.endsWith('.ts') && !path.startsWith('test/') && !data(path))
      .flatMap((path) =>
        functionsOf(path)
          .filter(({ length }) => length > 70)
          .map(({ name }) => `${path}: ${name}`),
      )
    expect(longest).toEqual([])
    const sizes = functions.map(lines).sort((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60)
  })
  it('leaves no loose ends and names no machine', () => {
    const own = (path: string) => path !== 'test/house.test.ts'
    const loose = code
      .filter(own)
      .filter((path) =>
        /\b(TODO|FIXME|XXX)\b|as any\b|as unknown as|@ts-ignore|\b(it|test|describe)\.(skip|only|todo)\b/.test(
          read(path),
        ),
      )
    expect(loose).toEqual([])
    const text = [...code, 'README.md', 'package.json', 'package-lock.json', 'cdk.json', '.ci/run']
      .filter(own)
      .filter((path) => existsSync(path) && statSync(path).isFile())
    expect(
      text.filter((path) => /(^|[^A-Za-z0-9_.])\/(work|farm|root)\/|registry\.npmjs|if \(local\)/.test(read(path))),
    ).toEqual([])
  })
  it('has the fixed top level', () => {
    const shown = readdirSync('.').filter(
      (name) =>
        !name.startsWith('.') &&
        !['node_modules', 'cdk.out', 'package-lock.json', 'biome.json', 'vitest.config.ts'].includes(name),
    )
    expect(shown.sort()).toEqual([
      'README.md',
      'cdk.json',
      'functions',
      'infra',
      'package.json',
      'site',
      'test',
      'tsconfig.json',
    ])
  })
})
