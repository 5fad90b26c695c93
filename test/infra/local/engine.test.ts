import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAssembly } from '../../../infra/local/assembly.ts'
import { startEngine } from '../../../infra/local/engine.ts'
import { partsOf, type TablePart } from '../../../infra/local/parts.ts'
import { synthesized } from '../../../infra/local/synth.ts'
import { makeTable } from '../../../infra/local/table.ts'

const base = mkdtempSync(join(tmpdir(), 'engine-'))
afterAll(() => rmSync(base, { recursive: true }))
let part: TablePart
beforeAll(async () => {
  part = partsOf(readAssembly((await synthesized()).folder)).tables[0]!
})

describe('the engine', () => {
  it('keeps the template’s table, and the index without which its stream grows slow', async () => {
    const file = join(base, 'table.db')
    const first = await startEngine({ file })
    expect(await makeTable(first.endpoint, part)).toBe('made')
    await first.close()
    const second = await startEngine({ file })
    expect(await makeTable(second.endpoint, part)).toBe('kept')
    const indexes = new DatabaseSync(file, { readOnly: true })
      .prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = '_stream_records'")
      .all()
    expect(indexes).toContainEqual({ name: '_runner_stream_order' })
    const other = { ...part, KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' as const }] }
    await expect(makeTable(second.endpoint, other)).rejects.toThrow('a table of another shape than the template')
    await second.close()
  })
  it('runs several at once on ports of their own', async () => {
    const all = await Promise.all([1, 2, 3].map(() => startEngine({})))
    expect(new Set(all.map(({ endpoint }) => endpoint)).size).toBe(3)
    await Promise.all(all.map((each) => each.close()))
  })
  it('that is not there is one sentence with a way to get one', async () => {
    await expect(startEngine({ program: join(base, 'nowhere') })).rejects.toThrow(
      /^There is no DynamoDB engine for \S+ on npm\. Run one and name it, for instance: docker run .*DYNAMODB_ENDPOINT=/,
    )
  })
  it('that does not start says why', async () => {
    const program = join(base, 'broken')
    writeFileSync(program, '#!/bin/sh\necho "the disk is full" >&2; exit 1\n', { mode: 0o755 })
    await expect(startEngine({ program })).rejects.toThrow('The DynamoDB engine does not start: the disk is full')
  })
})
