/** A verb behind its door against a bare handler that makes the same calls to the table; both in this process, turn by turn. */
import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
import { handler as totals } from '../../functions/ledger/totals.ts'
import { handler as get } from '../../functions/programs/get.ts'
import { handler as publish } from '../../functions/programs/publish.ts'
import { key } from '../../functions/store/keys.ts'
import { client, query } from '../../functions/store/table.ts'
import { seed } from '../../infra/seed/seed.ts'
import { call, eventOf } from '../call.ts'
import { openTable } from '../table.ts'

const rounds = 3_000
const [program] = seed.programs
const read = async (at: { pk: string; sk: string }) =>
  (await client.send(new GetCommand({ TableName: process.env.TABLE_NAME, Key: at, ConsistentRead: true }))).Item
const bare = {
  async get(event: { pathParameters?: Record<string, string | undefined> }) {
    const found = await read(key.program(event.pathParameters!.slug!))
    const entity = await read(key.entity(String(found!.entity)))
    return {
      statusCode: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ program: found, entity }),
    }
  },
  async totals() {
    const programs = await query(`program#all`)
    const keys = ['city', ...programs.map(({ slug }) => String(slug))].map((account) => key.total(account))
    const { Responses } = await client.send(
      new BatchGetCommand({ RequestItems: { [process.env.TABLE_NAME!]: { Keys: keys, ConsistentRead: true } } }),
    )
    return { statusCode: 200, body: JSON.stringify(Responses) }
  },
}

const percentile = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)]!

async function race(name: string, verb: () => Promise<unknown>, plain: () => Promise<unknown>): Promise<void> {
  const times: [number[], number[]] = [[], []]
  for (let round = -300; round < rounds; round++) {
    for (const [place, run] of [verb, plain].entries()) {
      const start = performance.now()
      await run()
      if (round >= 0) times[place]!.push(performance.now() - start)
    }
  }
  const row = (share: number) => ({ verb: percentile(times[0], share), bare: percentile(times[1], share) })
  for (const [label, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    const { verb: ours, bare: theirs } = row(share)
    process.stdout.write(
      `${name} ${label}: ${ours.toFixed(2)} ms against ${theirs.toFixed(2)} ms, ratio ${(ours / theirs).toFixed(2)}\n`,
    )
  }
}

const table = await openTable()
console.info = () => undefined
await (publish as (event: unknown, context: object) => Promise<unknown>)(seed, {})
const asked = { path: `/api/programs/${program!.slug}`, params: { slug: program!.slug } }
await race(
  'programs/get',
  () => call(get, asked),
  () => bare.get(eventOf(asked)),
)
await race(
  'ledger/totals',
  () => call(totals),
  () => bare.totals(),
)
await table.close()
