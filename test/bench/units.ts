/** DynamoDB request units of one gift, from the form to the book, verb by verb: what the README's costs rest on. */
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { sign } from '../../functions/donations/providers/vnpay/signature.ts'
import { client } from '../../functions/store/table.ts'
import { seed } from '../../infra/seed/seed.ts'
import { call } from '../call.ts'
import { openTable } from '../table.ts'

const gifts = 20
const table = await openTable()
process.env.VNPAY_PAY_URL = process.env.VNPAY_API_URL = 'https://vnpay.test'
const account = { tmnCode: 'TESTTMN1', hashSecret: 'secret-of-the-bench' }
mockClient(SSMClient)
  .on(GetParameterCommand)
  .resolves({ Parameter: { Value: JSON.stringify(account) } })
console.info = () => undefined

let acting = ''
const units: Record<string, { reads: number; writes: number }> = {}
client.middlewareStack.add(
  (next, context) => async (args) => {
    Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
    const done = await next(args)
    const { ConsumedCapacity } = done.output as { ConsumedCapacity?: { CapacityUnits?: number } | object[] }
    const used = [ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[]
    const kind = /Get|Query/.test(context.commandName ?? '') ? 'reads' : 'writes'
    const sofar = units[acting] ?? { reads: 0, writes: 0 }
    units[acting] = sofar
    sofar[kind] += used.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
    return done
  },
  { step: 'initialize', name: 'units', priority: 'high' },
)

// biome-ignore lint/suspicious/noExplicitAny: each verb has a shape of its own
async function as(run: string, act: (verb: any) => Promise<any>): Promise<any> {
  acting = run
  return act((await import(`../../functions/${run}.ts`)).handler)
}

await as('programs/publish', (verb) => verb(seed, {}))
for (let number = 1; number <= gifts; number++) {
  const body = { program: 'heo-dat-hoc-tap-binh-tan', amountVnd: 50_000, name: 'Cô Sáu', attempt: crypto.randomUUID() }
  const { json } = await as('donations/give', (verb) => call(verb, { method: 'POST', body }))
  const fields = {
    vnp_Amount: '5000000',
    vnp_TmnCode: account.tmnCode,
    vnp_TransactionNo: String(33_000_000 + number),
    vnp_ResponseCode: '00',
    vnp_TransactionStatus: '00',
    vnp_TxnRef: new URL(json.payUrl).searchParams.get('vnp_TxnRef')!,
  }
  const query = `${new URLSearchParams(fields)}&vnp_SecureHash=${sign(fields, account.hashSecret)}`
  const said = await as('donations/settle-vnpay', (verb) => call(verb, { query }))
  if (said.json.RspCode !== '00') throw new Error(`settle answered ${said.text}`)
  await as('ledger/fold', (verb) => verb({ Records: [] }, {}))
  await as('donations/status', (verb) => call(verb, { params: { receiptKey: json.receiptKey } }))
  await as('ledger/totals', (verb) => call(verb))
  await as('ledger/book', (verb) => call(verb))
}

const shown = ({ reads, writes }: { reads: number; writes: number }) =>
  `${(reads / gifts).toFixed(1)} reads, ${(writes / gifts).toFixed(1)} writes`
const { 'programs/publish': _, ...perGift } = units
for (const [run, used] of Object.entries(perGift)) process.stdout.write(`${run}: ${shown(used)}\n`)
const sum = (kind: 'reads' | 'writes') => Object.values(perGift).reduce((all, used) => all + used[kind], 0)
process.stdout.write(`one gift: ${shown({ reads: sum('reads'), writes: sum('writes') })}\n`)
await table.close()
