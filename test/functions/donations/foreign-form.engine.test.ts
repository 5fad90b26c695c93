import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { handler as find } from '../../../functions/donations/find-receipt.ts'
import { handler as give } from '../../../functions/donations/give.ts'
import { handler as pay } from '../../../functions/donations/pay.ts'
import { publishEntity } from '../../../functions/entities/store.ts'
import { publishProgram } from '../../../functions/programs/store.ts'
import { makeEntity, makeProgram } from '../../make.ts'
import { openTable, type Table } from '../../table.ts'
import { callKeeping as call } from '../refused.ts'

const frames: Record<string, string> = {
  give: '{{program}} {{programName}}: {{problem}}|{{amount}}|{{nameValue}}|{{email}}|{{legalName}}|{{taxCode}}|{{confirm}}',
  find: '{{problem}}|{{code}}|{{amount}}',
  problem: '{{title}}: {{message}}',
}
const program = makeProgram()
let table: Table
beforeAll(async () => {
  table = await openTable()
  mockClient(SSMClient)
    .on(GetParameterCommand)
    .rejects(Object.assign(new Error('none'), { name: 'ParameterNotFound' }))
  mockClient(S3Client)
    .on(GetObjectCommand)
    .callsFake(({ Key }: { Key: string }) => ({
      Body: { transformToString: async () => `${Key}#${frames[/\/(\w+)\./.exec(Key)![1]!]}` },
    }))
  vi.spyOn(console, 'info').mockReturnValue()
  await publishEntity(makeEntity())
  await publishProgram(program)
})
afterAll(() => table.close())

const forged = { name: 'X', amount: '500.000', email: 'x@evil.test', legalName: 'X', taxCode: '1', confirmed: '500000' }
const said = 'This was sent by a form on another site, so nothing was done. Do it again here, on the city’s own page'
const sent = (verb: unknown, more: Record<string, string>) =>
  call(verb, {
    method: 'POST',
    params: { receiptKey: 'A'.repeat(22) },
    body: new URLSearchParams({ ...forged, lang: 'en', ...more }),
    headers: { 'sec-fetch-site': 'cross-site', 'accept-language': 'vi' },
  })

it('a gift that another site sent is asked for again: the same program in its language, and nothing of that site’s wish', async () =>
  expect(await sent(give, { program: program.slug })).toMatchObject({
    status: 409,
    text: `_frames/give.en.html#${program.slug} ${program.name.en}: ${said}||||||`,
  }))
it('without a program there is no form to show', async () =>
  expect((await sent(give, {})).text).toBe(`_frames/problem.en.html#This could not be done: ${said}`))
it('a search for a receipt is asked for again, empty', async () =>
  expect(await sent(find, { code: 'K7M29QXR' })).toMatchObject({ status: 409, text: `_frames/find.en.html#${said}||` }))
it('no gift is paid from another site, and the answer speaks the form’s language', async () =>
  expect((await sent(pay, { way: 'vnpay' })).text).toContain(`_frames/problem.en.html#`))
