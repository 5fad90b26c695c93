import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { handler as list } from '../../../functions/questions/list.ts'
import { publishQuestion } from '../../../functions/questions/store.ts'
import { client } from '../../../functions/store/table.ts'
import { call } from '../../call.ts'
import { makeQuestion } from '../../make.ts'

const table = mockClient(client)
const at = (slug: string) => ({ pk: 'question#all', sk: slug })
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

describe('the list of questions, seen from the table', () => {
  it('asks one partition, and answers in the order shown with nothing that is not declared', async () => {
    const made = [makeQuestion({ slug: 'b', order: 2 }), makeQuestion({ slug: 'c' }), makeQuestion({ slug: 'a' })]
    table.on(QueryCommand).resolves({ Items: made.map((each) => ({ ...each, ...at(each.slug), mark: 'm' })) })
    const said = await call(list)
    expect([said.status, said.json]).toEqual([200, { questions: [made[2], made[1], made[0]] }])
    expect(table.commandCalls(QueryCommand)[0]!.args[0].input.ExpressionAttributeValues).toEqual({
      ':pk': 'question#all',
    })
  })
  it('is empty before anything is published', async () => {
    table.on(QueryCommand).resolves({ Items: [] })
    expect((await call(list)).json).toEqual({ questions: [] })
  })
  it('answers a damaged item with one fixed sentence', async () => {
    table.on(QueryCommand).resolves({ Items: [{ ...at('a'), v: 1 }] })
    const said = await call(list)
    expect([said.status, said.json.code, said.text.includes('expected')]).toEqual([500, 'fault', false])
  })
  it('is never given what is no question', async () => {
    await expect(async () => publishQuestion(makeQuestion({ answer: [] }))).rejects.toThrow()
    expect(table.commandCalls(PutCommand)).toEqual([])
  })
})
