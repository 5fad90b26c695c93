import { beforeAll, describe, expect, it } from 'vitest'
import { type RequestTrigger, requests } from '../../functions/triggers.ts'
import { openapi } from '../../infra/openapi.ts'

interface Content {
  [type: string]: { schema: Record<string, unknown> }
}
interface Operation {
  operationId: string
  summary: string
  parameters?: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}
let document: Awaited<ReturnType<typeof openapi>>
let operations: { path: string; method: string; operation: Operation }[]

beforeAll(async () => {
  document = JSON.parse(JSON.stringify(await openapi()))
  operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  )
})

describe('the API document', () => {
  it('has each request of triggers.ts but $default, and no more', () => {
    const rows: readonly RequestTrigger[] = requests
    const ways = rows.filter(({ path }) => path !== '$default').map(({ method, path }) => `${method} ${path}`)
    expect(ways.length).toBeGreaterThan(10)
    expect(operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(ways.sort())
  })
  it('is OpenAPI 3.1: every operation is named once, says what it answers, and names its path’s parameters', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, method, operation } of operations) {
      expect(['get', 'post', 'put', 'patch', 'delete']).toContain(method)
      expect(operation.summary.length).toBeGreaterThan(5)
      const inPath = (operation.parameters ?? []).filter((each) => each.in === 'path')
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
      expect(inPath.every(({ required }) => required)).toBe(true)
      for (const [status, { description }] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^([1-5]\d\d|default)$/)
        expect(description).not.toBe('')
      }
      expect(Object.keys(operation.responses).length).toBeGreaterThan(1)
    }
  })
  it('has schemas of JSON Schema 2020-12 that lead nowhere outside', () => {
    const references: string[] = []
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [name, each] of Object.entries(value)) {
        if (name === '$ref') references.push(String(each))
        expect(['$schema', 'nullable', 'definitions']).not.toContain(name)
        walk(each)
      }
    }
    walk(document)
    expect(new Set(references)).toEqual(new Set(['#/components/schemas/Problem']))
    expect(document.components).toMatchObject({ schemas: { Problem: { type: 'object' } } })
  })
  it('shows both ways to give, with the limits', () => {
    const give = operations.find(({ operation }) => operation.operationId === 'donations-give')?.operation
    expect(Object.keys(give?.requestBody?.content ?? {}).sort()).toEqual([
      'application/json',
      'application/x-www-form-urlencoded',
    ])
    expect(give?.requestBody?.content['application/json']?.schema).toMatchObject({
      additionalProperties: false,
      required: ['program', 'amountVnd'],
      properties: { amountVnd: { type: 'integer', minimum: 5_000, maximum: 499_999_999 } },
    })
    expect(give?.responses['303']?.content).toBeUndefined()
  })
})
