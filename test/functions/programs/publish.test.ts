import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { handler as get } from '../../../functions/programs/get.ts'
import { handler as publish } from '../../../functions/programs/publish.ts'
import { client } from '../../../functions/store/table.ts'
import { call } from '../../call.ts'
import { makeEntity, makeGiving, makeProgram } from '../../make.ts'

const table = mockClient(client)
beforeEach(() => {
  table.reset()
  vi.stubEnv('TABLE_NAME', 'city')
  vi.spyOn(console, 'info').mockReturnValue()
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})
const at = { pk: 'program#all', sk: 'heo' }
const run = async (over: object = {}) =>
  JSON.parse(
    JSON.stringify(
      await (publish as (event: unknown, context: object) => Promise<unknown>)(
        { entities: [makeEntity()], areas: [], legacy: [], programs: [makeProgram()], ...over },
        {},
      ),
    ),
  )
/** A table that holds these, and takes every write. */
const holding = (...items: object[]) => {
  table.on(QueryCommand).callsFake(({ ExpressionAttributeValues }) => ({
    Items: items.filter((item) => 'pk' in item && item.pk === ExpressionAttributeValues[':pk']),
  }))
  table.on(GetCommand).resolves({})
  table.on(PutCommand).resolves({})
}
const written = () => table.commandCalls(PutCommand).map(({ args }) => args[0].input)

describe('publishing, seen from the table', () => {
  it('puts each item if it is still absent, whoever it names first', async () => {
    holding()
    expect(await run()).toEqual({ added: ['entity quy', 'program heo'], changed: [], older: [], same: 0 })
    expect(written()).toMatchObject([
      { Item: { pk: 'entity#all', sk: 'quy', version: 1 } },
      {
        TableName: 'city',
        Item: { ...at, ...makeProgram() },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    ])
  })
  it('puts a newer one in the place of the very one that it saw', async () => {
    holding({ ...makeEntity(), pk: 'entity#all', sk: 'quy' })
    table.on(GetCommand).resolves({ Item: { ...makeProgram(), ...at } })
    expect((await run({ entities: [], programs: [makeProgram({ version: 2 })] })).changed).toEqual(['program heo'])
    expect(written()).toMatchObject([
      { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': 1 } },
    ])
  })
  it('counts a write as its own whose answer was lost, and another’s as not', async () => {
    holding({ ...makeEntity(), pk: 'entity#all', sk: 'quy' })
    const lost = new ConditionalCheckFailedException({ message: '', $metadata: {} })
    let kept: object | undefined
    table.on(GetCommand).callsFake(() => ({ Item: kept }))
    table.on(PutCommand).callsFake(({ Item }) => {
      kept = Item
      throw lost
    })
    expect((await run({ entities: [] })).added).toEqual(['program heo'])
    kept = undefined
    table.on(PutCommand).callsFake(({ Item }) => {
      kept = { ...Item, mark: 'another run' }
      throw lost
    })
    expect(await run({ entities: [] })).toEqual({ added: [], changed: [], older: [], same: 1 })
  })
  it.each([
    [
      'an altered purpose',
      makeProgram({ version: 2, giving: makeGiving({ plan: { vi: 'a', en: 'b' }, purpose: [] }) }),
    ],
    ['a broken day', { ...makeProgram(), sources: [{ title: { vi: 'a', en: 'b' }, asOf: '2026-13-01' }] }],
    ['no program at all', 'x'],
  ])('writes nothing of %s', async (_, program) => {
    holding({ ...makeProgram(), ...at })
    expect(await run({ programs: [program] })).toHaveProperty('refused')
    expect(written()).toEqual([])
  })
  it('keeps what was published to donors', async () => {
    holding({ ...makeProgram(), ...at }, { ...makeEntity(), pk: 'entity#all', sk: 'quy' })
    const text = { vi: 'Việc khác.', en: 'Something else.' }
    const purpose = [{ version: 1, from: '2026-01-01', text }]
    const said = await run({ programs: [makeProgram({ version: 2, giving: makeGiving({ purpose }) })] })
    expect(said.refused.en).toMatchObject({ code: 'published-stays', title: expect.stringContaining('heo (1)') })
    const accounts = [{ ...makeEntity().accounts[0]!, number: '009' }]
    expect((await run({ entities: [makeEntity({ version: 2, accounts })] })).refused.vi.title).toContain('quy (001)')
    expect(written()).toEqual([])
  })
  it('names the area that a former district wrongly ends in', async () => {
    holding()
    const legacy = [
      {
        v: 1,
        version: 1,
        code: '773',
        slug: 'quan-4-773',
        name: { vi: 'Quận 4', en: 'District 4' },
        province: 'Thành phố Hồ Chí Minh',
        map: 'before-2025-07-01',
        successors: [{ code: '99999', part: false }],
      },
    ]
    expect((await run({ legacy })).refused.en.title).toContain('99999')
    expect(written()).toEqual([])
  })
})

describe('reading a program, seen from the table', () => {
  it('never asks the table for what is no slug', async () => {
    for (const slug of ['../x', 'A', '%00', '', 'x'.repeat(101)])
      expect((await call(get, { params: { slug } })).json).toMatchObject({ status: 404, code: 'program-unknown' })
    expect(table.calls()).toEqual([])
  })
  it('tells only what is declared', async () => {
    table.on(GetCommand, { Key: at }).resolves({ Item: { ...makeProgram(), ...at, mark: 'm', note: 'inner' } })
    table.on(GetCommand, { Key: { pk: 'entity#all', sk: 'quy' } }).resolves({ Item: makeEntity() })
    const said = await call(get, { params: { slug: 'heo' } })
    expect(said.json.program).toEqual(makeProgram())
    expect(said.json.entity).toEqual(makeEntity())
  })
  it('answers a damaged item with one fixed sentence', async () => {
    table.on(GetCommand).resolves({ Item: { ...at, v: 1 } })
    const said = await call(get, { params: { slug: 'heo' } })
    expect([said.status, said.json.code, said.text.includes('expected')]).toEqual([500, 'fault', false])
  })
})
