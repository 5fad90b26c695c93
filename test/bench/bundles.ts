/** What each verb weighs, and what importing it costs against a bundle of the same SDK clients alone. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundle, runs } from '../../infra/bundle.ts'

const outdir = mkdtempSync(join(tmpdir(), 'bundles-'))
const { folderOf } = await bundle(outdir)
const clients = {
  dynamodb: `import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; import { DynamoDBDocumentClient, GetCommand, QueryCommand, PutCommand, DeleteCommand, BatchGetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'; globalThis.kept = [DynamoDBDocumentClient.from(new DynamoDBClient({})), GetCommand, QueryCommand, PutCommand, DeleteCommand, BatchGetCommand, TransactWriteCommand];`,
  s3: `import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3'; globalThis.s3 = [new S3Client({}), GetObjectCommand];`,
  ssm: `import { SSMClient, GetParameterCommand } from '@aws-sdk/client-ssm'; globalThis.ssm = [new SSMClient({}), GetParameterCommand];`,
}

const importTime = `const s = performance.now(); await import(process.argv[1]); process.stdout.write(String(performance.now() - s))`
const env = { ...process.env, AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }
function milliseconds(file: string): number {
  const times = Array.from({ length: 15 }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', importTime, file], { env })),
  )
  return times.sort((a, b) => a - b)[7]!
}

async function bareOf(used: (keyof typeof clients)[]): Promise<string> {
  const entry = join(outdir, `bare-${used.join('-')}.mjs`)
  writeFileSync(entry, used.map((each) => clients[each]).join('\n'))
  const outfile = join(outdir, `bare-${used.join('-')}.out.mjs`)
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    nodePaths: ['node_modules'],
    logLevel: 'error',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  })
  return outfile
}

for (const run of runs) {
  const file = join(folderOf(run), 'index.mjs')
  const text = readFileSync(file, 'utf8')
  const used = [
    /TransactWriteItems|GetItem/.test(text) && 'dynamodb',
    /GetObject/.test(text) && 's3',
    /GetParameter/.test(text) && 'ssm',
  ].filter((each) => each !== false) as (keyof typeof clients)[]
  const bare = used.length > 0 ? milliseconds(await bareOf(used)) : undefined
  const ours = milliseconds(file)
  process.stdout.write(
    `${run}: ${Math.round(statSync(file).size / 1_000)} kB, import ${ours.toFixed(0)} ms${bare ? ` against ${bare.toFixed(0)} ms of ${used.join('+')} alone, ratio ${(ours / bare).toFixed(2)}` : ''}\n`,
  )
}
