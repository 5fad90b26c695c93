import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'
import { changes, clock, commands, events, requests } from '../functions/triggers.ts'
import { onlyOurs } from './source-map.ts'

export const root = join(import.meta.dirname, '..')

/** Every `run` of triggers.ts. */
export const runs: readonly string[] = [...requests, ...changes, ...clock, ...events, ...commands].map(({ run }) => run)

/** Part of names of functions and bundles: `donations/give` -> `donations-give`. */
export const nameOf = (run: string): string => run.replace('/', '-')

export interface Bundles {
  /** Folder that holds `index.mjs` and `index.mjs.map` of a run. */
  folderOf(run: string): string
  metafile: Metafile
}

/** The chain of credentials ends at the environment in Lambda; the others are dynamic imports that never happen. */
const never = ['http', 'ini', 'login', 'process', 'sso', 'web-identity'].map(
  (way) => `@aws-sdk/credential-provider-${way}`,
)

/** The names that a module exports, each as a function that makes nothing. */
function hollow(path: string): string {
  const text = readFileSync(path, 'utf8')
  const own = [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name!)
  const renamed = [...text.matchAll(/^export \{ \w+ as (\w+) \}/gm)].map(([, name]) => name!)
  const made = own.map((name) => `export const ${name} = none`)
  return [`const none = () => none`, ...made, ...renamed.map((name) => `export { none as ${name} }`)].join('\n')
}

const errorClass =
  /export class (\w+) extends __BaseException \{\s+static shapeId = "([^"]+)";\s+name = "\1";\s+\$fault = "(\w+)";[\s\S]*?\n\}/g

/** The SDK's errors as they are, each said in a line: SSM has 140 of them, spelled out in 40 kB. */
const short = (text: string): string => `${text.replace(errorClass, 'export class $1 extends error("$1","$3","$2"){}')}
function error(called, fault, shape) {
  return class extends __BaseException {
    static shapeId = shape
    name = called
    $fault = fault
    constructor(given) {
      super({ name: called, $fault: fault, ...given })
      Object.setPrototypeOf(this, new.target.prototype)
      const { message: _, name: __, ...own } = given
      Object.assign(this, own)
    }
  }
}`

/** What the SDK and zod carry along and no verb uses. */
const lean: Plugin = {
  name: 'lean',
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /@aws-sdk[\\/]client-[\w-]+[\\/]package\.json$/ }, async ({ path }) => {
      const { default: whole } = await import(path, { with: { type: 'json' } })
      return { contents: JSON.stringify({ version: whole.version }), loader: 'json' }
    })
    // Each schema carries a maker of JSON Schema; only the API document, which is no bundle, has use for it.
    onLoad({ filter: /zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/ }, ({ path }) => ({
      contents: hollow(path),
      loader: 'js',
    }))
    onLoad({ filter: /client-ssm[\\/]dist-es[\\/]models[\\/]errors\.js$/ }, ({ path }) => ({
      contents: short(readFileSync(path, 'utf8')),
      loader: 'js',
    }))
    // S3's SelectObjectContent alone speaks event streams.
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path }) => ({
      path,
      namespace: 'lean',
      sideEffects: false,
    }))
    onLoad({ filter: /./, namespace: 'lean' }, () => ({
      contents: `const none = () => { throw new Error('event streams are not bundled') }
        export const resolveEventStreamSerdeConfig = (config) => config
        export const eventStreamSerdeProvider = () => ({ serialize: none, deserialize: none })
        export class EventStreamSerde { constructor() { none() } }`,
    }))
  },
}

/**
 * One esbuild call for all verbs; a file of `outdir` per verb. The same sources give the same bytes wherever the
 * repository and `outdir` stand. `rows` narrows it to some verbs.
 */
export async function bundle(outdir: string, rows: readonly string[] = runs): Promise<Bundles> {
  const missing = rows.filter((run) => !existsSync(join(root, 'functions', `${run}.ts`)))
  if (missing.length > 0) throw new Error(`triggers.ts names verbs that have no file: ${missing.join(', ')}`)
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(rows.map((run) => [`${nameOf(run)}/index`, `functions/${run}.ts`])),
    outdir: '.bundles',
    write: false,
    bundle: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: 'linked',
    sourcesContent: false,
    external: [...never, '@smithy/credential-provider-imds'],
    plugins: [lean],
    metafile: true,
    logLevel: 'error',
  })
  for (const { path, contents } of outputFiles) {
    const file = join(outdir, path.slice(join(root, '.bundles').length))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, path.endsWith('.map') ? slim(contents) : contents)
  }
  return { folderOf: (run) => join(outdir, nameOf(run)), metafile }
}

const slim = (contents: Uint8Array): string =>
  JSON.stringify(onlyOurs(JSON.parse(Buffer.from(contents).toString()), (source) => /(^|\/)functions\//.test(source)))

/** The verbs whose bundle contains `file` (a path from the repository's root). */
export function verbsWith(file: string, metafile: Metafile): string[] {
  return runs.filter((run) =>
    Object.entries(metafile.outputs).some(
      ([path, { inputs }]) => path === `.bundles/${nameOf(run)}/index.mjs` && file in inputs,
    ),
  )
}
