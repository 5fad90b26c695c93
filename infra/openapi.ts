import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import type { Contract } from '../functions/door/http.ts'
import { type RequestTrigger, requests } from '../functions/triggers.ts'
import { nameOf, root } from './bundle.ts'

const problem = z
  .object({
    type: z.string(),
    title: z.string().describe('one sentence for a person, in the language asked for'),
    status: z.int(),
    code: z.string(),
    fields: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  })
  .describe('RFC 9457: what happened, and beside which field')

type Json = Record<string, unknown>

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
  return rest
}

/** Parameters of a path or a query: one per property of its schema. */
function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties, required } = schemaOf(schema, 'input')
  const needed = Array.isArray(required) ? required : []
  return Object.entries(properties ?? {}).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || needed.includes(name),
    schema: each,
  }))
}

const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

const contentOf = (type: string): Json =>
  type === 'application/problem+json' ? problemContent : { [type]: { schema: { type: 'string' } } }

function repliesOf({ replies }: Contract): Json {
  const known = Object.entries(replies).map(([status, { description, schema, type }]) => {
    if (schema)
      return [status, { description, content: { 'application/json': { schema: schemaOf(schema, 'output') } } }]
    if (type === undefined) return [status, { description }]
    const content = [type].flat().map((each) => contentOf(each))
    return [status, { description, content: Object.assign({}, ...content) }]
  })
  const other = { description: 'Any other refusal, or a fault of ours', content: problemContent }
  return { ...Object.fromEntries(known), default: other }
}

function bodyOf({ body }: Contract): Json {
  if (!body) return {}
  const content: Json = {}
  if (body.json) content['application/json'] = { schema: schemaOf(body.json, 'input') }
  if (body.form) content['application/x-www-form-urlencoded'] = { schema: schemaOf(body.form, 'input') }
  return { requestBody: { required: true, content } }
}

async function operationOf({ path, run }: RequestTrigger): Promise<Json> {
  const { contract }: { contract?: Contract } = await import(/* @vite-ignore */ join(root, 'functions', `${run}.ts`))
  if (!contract) throw new Error(`functions/${run}.ts exports no contract`)
  const parameters = [...parametersOf(contract.path, 'path'), ...parametersOf(contract.query, 'query')]
  const named = parameters.filter((each) => each.in === 'path').map(({ name }) => name)
  const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  if (named.join() !== wanted.join()) throw new Error(`functions/${run}.ts: its contract's path is not that of ${path}`)
  return {
    operationId: nameOf(run),
    summary: contract.summary,
    tags: [run.split('/')[0]],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...bodyOf(contract),
    responses: repliesOf(contract),
  }
}

/** The OpenAPI 3.1 document of every request but `$default`, made from the verbs' own contracts. */
export async function openapi(): Promise<Json> {
  const paths: Record<string, Json> = {}
  for (const row of requests as readonly RequestTrigger[]) {
    if (row.path.startsWith('$')) continue
    paths[row.path] = { ...paths[row.path], [row.method.toLowerCase()]: await operationOf(row) }
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Learning city of Ho Chi Minh City',
      version: '1',
      summary: 'Programs, gifts and the public book',
      description: 'The same API that the site itself uses. Amounts are whole đồng; times are ISO 8601 in UTC.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: { Problem: schemaOf(problem, 'output') } },
  }
}

/** Writes the document to a file of the site's output, as `api/openapi.json`. */
export async function writeOpenapi(file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(await openapi(), null, 2)}\n`)
}

if (import.meta.main) {
  const [file] = process.argv.slice(2)
  if (file) await writeOpenapi(file)
  else {
    console.error('node infra/openapi.ts <file>')
    process.exitCode = 1
  }
}
