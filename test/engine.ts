import { readAssembly } from '../infra/local/assembly.ts'
import { startEngine } from '../infra/local/engine.ts'
import { partsOf } from '../infra/local/parts.ts'
import { startProxy } from '../infra/local/proxy.ts'
import { synthesized } from '../infra/local/synth.ts'
import { makeTable } from '../infra/local/table.ts'

/** The template's table in an engine of its own, behind the fault proxy; `file` keeps it on disk, as volume tests need it. */
export async function openEngine(file?: string) {
  const { folder } = await synthesized()
  const [table] = partsOf(readAssembly(folder)).tables
  if (!table) throw new Error('the template has no table')
  const engine = await startEngine(file === undefined ? {} : { file })
  await makeTable(engine.endpoint, table)
  const proxy = await startProxy(engine.endpoint)
  Object.assign(process.env, {
    TABLE_NAME: table.name,
    AWS_ENDPOINT_URL_DYNAMODB: proxy.endpoint,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'local',
    STAGE: 'dev',
  })
  return {
    table: table.name,
    engine: engine.endpoint,
    proxy,
    async close(): Promise<void> {
      await proxy.close()
      await engine.close()
    },
  }
}
