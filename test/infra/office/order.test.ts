import { PassThrough } from 'node:stream'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { problemOf, refuseFields } from '../../../functions/door/problem.ts'
import { Refusal } from '../../../functions/refusal.ts'
import type { Lang } from '../../../functions/words/words.ts'
import { turnGiving } from '../../../infra/deploy/giving.ts'
import { ask, operate } from '../../../infra/deploy/shell.ts'
import { failureOf } from '../../../infra/office/failure.ts'
import { typedOf } from '../../../infra/office/money.ts'
import { orderIn } from '../../../infra/office/order.ts'
import { stageOf } from '../../../infra/stages.ts'

const lambda = mockClient(LambdaClient)
const answer = (said: unknown, more: object = {}) =>
  lambda.on(InvokeCommand).resolves({ Payload: new TextEncoder().encode(JSON.stringify(said)) as never, ...more })
const refuse = (refusal: Refusal) => answer({ refused: { vi: problemOf(refusal, 'vi'), en: problemOf(refusal, 'en') } })
const order = (lang: Lang = 'vi', verb = 'transfers/allocate') =>
  orderIn(new LambdaClient(), stageOf('dev'), lang)(verb, { id: 'A' })
const named = (name: string, more: object = {}) => Object.assign(new Error(`${name} of AWS`), { name }, more)
/** What an officer reads. */
const said = (lang: Lang = 'vi', verb?: string) =>
  order(lang, verb).then(
    () => 'done',
    ({ message }: Error) => message,
  )

beforeEach(() => {
  lambda.reset()
})

describe('an order of the office', () => {
  it('goes to the function of its stage, and its answer comes back', async () => {
    answer({ isNew: true })
    expect(await order()).toEqual({ isNew: true })
    expect(lambda.commandCalls(InvokeCommand)[0]!.args[0].input).toEqual({
      ...{ FunctionName: 'learning-city-dev-transfers-allocate', Payload: '{"id":"A"}' },
    })
  })
  it('that is refused says why in one sentence, and not which function said it', async () => {
    refuse(new Refusal('conflict', 'payout-same-person'))
    expect(await said()).toBe('Người đề nghị không tự duyệt được. Cần một người khác')
    expect(await said('en')).not.toMatch(/learning-city|allocate/)
  })
  it('names fields by what an officer types, and others by their own name', async () => {
    const missing = ['because', 'payee.taxCode', 'amountVnd', 'days.from', 'rows.3.at'].map(
      (field) => ({ field, code: 'field-missing' }) as const,
    )
    refuse(refuseFields(missing))
    const each = (sentence: string) =>
      ['--because', '--tax', '--amount', '--from', 'rows.3.at'].map((name) => `${name}: ${sentence}`).join('; ')
    expect(await said()).toBe(`Có 5 chỗ cần sửa (${each('Cần điền mục này')})`)
    expect(await said('en')).toContain(each('This field is needed'))
  })
  it('that breaks says that it may have been recorded, that it may be typed again, and whom to tell what', async () => {
    answer({ errorMessage: 'Task timed out\nafter 45.00 seconds' }, { FunctionError: 'Unhandled' })
    expect(await said()).toBe(
      'Không làm được: máy chủ báo lỗi (Task timed out after 45.00 seconds). Chưa rõ đã ghi hay chưa; gõ lại lệnh là an toàn. Vẫn lỗi thì báo kỹ sư, nhắc tên hàm learning-city-dev-transfers-allocate',
    )
    expect(await said('en')).toMatch(/^It could not be finished: .*safe.* learning-city-dev-transfers-allocate$/)
    answer(null)
    expect(await said()).toContain('(no answer)')
    lambda.on(InvokeCommand).rejects(named('ResourceNotFoundException'))
    expect(await said()).toContain('(ResourceNotFoundException: ResourceNotFoundException of AWS)')
  })
  it.each([
    ['AccessDeniedException', 'Vai trò của bạn không được làm việc này', 'Your role may not do this'],
    ['ExpiredTokenException', 'Chưa đăng nhập AWS', 'Nobody is signed in to AWS'],
    ['CredentialsProviderError', 'Chưa đăng nhập AWS', 'Nobody is signed in to AWS'],
    ['TimeoutError', 'Không nối được tới máy chủ', 'The server was not reached'],
  ])('that AWS answers with %s says so in both languages', async (name, vi, en) => {
    lambda.on(InvokeCommand).rejects(named(name))
    expect(await said()).toMatch(new RegExp(`^${vi}`))
    expect(await said('en')).toMatch(new RegExp(`^${en}`))
    expect(await said()).not.toContain('of AWS')
  })
  it.each(['payouts/propose', 'payouts/approve'])(
    '%s that a role may not give is the other person’s half',
    async (verb) => {
      lambda.on(InvokeCommand).rejects(named('AccessDeniedException'))
      expect(await said('vi', verb)).toBe('Nửa này của việc chi là của người kia; phải có hai người')
      expect(await said('en', verb)).toMatch(/other officer/)
    },
  )
  it('that no network carries says so, whatever is wrapped around it', async () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    lambda.on(InvokeCommand).rejects(new Error('request failed', { cause }))
    expect(await said()).toMatch(/^Không nối được.*an toàn$/)
    expect([failureOf('ECONNREFUSED'), failureOf(new Error('boom'))]).toEqual([undefined, undefined])
  })
})

describe('what was typed', () => {
  it('is refused in the language it was typed for, by the name of the option', () => {
    expect(() => typedOf(['refund', '--amont', '1'])).toThrow(/^Không có --amont\. Gõ được: --amount, /)
    expect(() => typedOf(['refund', '--amont', '1', '--lang', 'en'])).toThrow(/^There is no --amont\./)
    expect(() => typedOf(['refund', 'A', '--because', '--lang=en'])).toThrow(/^Behind --because /)
    expect(() => typedOf(['refund', 'A', '--yes=no'])).toThrow('Phía sau --yes')
  })
  it('is told the options of its own command only', () => {
    expect(() => typedOf(['statement', '--amount', '1'])).toThrow(
      /^Không có --amount\. Gõ được: --day, --stage, --lang, --by, --yes$/,
    )
    expect(() => typedOf(['--stage', 'local', 'review', '--payee', 'A'])).toThrow(
      /Gõ được: --because, --outcome, --stage/,
    )
    expect(typedOf(['refund', 'A', '--outside', '--amount', '5k']).typed.options).toMatchObject({ outside: true })
  })
})

describe('a question', () => {
  const output = () => new PassThrough()
  it('is answered by what is typed, also where the terminal closes right behind it', async () => {
    const input = new PassThrough()
    input.end(' có \n')
    expect(await ask('Làm không?', { input, output: output() })).toBe('có')
  })
  it('is answered by nothing where the terminal is closed, now or before', async () => {
    const input = new PassThrough()
    const asked = ask('Làm không?', { input, output: output() })
    input.end()
    expect(await asked).toBe('')
    expect(await ask('Làm không?', { input, output: output() })).toBe('')
  })
})

describe('a command that fails', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  it('ends with exit code 1 and one sentence, without a trace', async () => {
    vi.stubEnv('DEBUG', '')
    const print = vi.spyOn(console, 'error').mockReturnValue()
    const before = process.exitCode
    refuse(new Refusal('unknown', 'payout-unknown', { with: { id: 'A' } }))
    await operate(async () => {
      await order()
    })
    const ended = process.exitCode
    process.exitCode = before
    expect([ended, print.mock.calls]).toEqual([1, [['\nKhông có đề nghị chi mang mã A']]])
  })
  it('of an operator names the options of that command, and a fault names its function', async () => {
    refuse(refuseFields([{ field: 'reason.en', code: 'field-unreadable' }]))
    const turn = () => turnGiving(new LambdaClient(), 'learning-city-dev-giving-turn', { open: false })
    await expect(turn()).rejects.toThrow(/^Fields to fix: 1 \(--reason-en: /)
    answer({ errorMessage: 'boom' }, { FunctionError: 'Unhandled' })
    await expect(turn()).rejects.toThrow('learning-city-dev-giving-turn failed: boom')
  })
})
