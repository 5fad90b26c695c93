import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stack } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { describe, expect, it } from 'vitest'
import { examine } from '../../infra/app.ts'
import { bundle, nameOf, root, runs, verbsWith } from '../../infra/bundle.ts'
import { stageOf } from '../../infra/stages.ts'
import { appOf } from './assembly.ts'
import { newFolder } from './folder.ts'

/** A process that cannot reach anything: every socket fails, and there is no account. */
const offline = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net'; import dns from 'node:dns'
  net.Socket.prototype.connect = () => { throw new Error('synthesis reached for the network') }
  dns.lookup = () => { throw new Error('synthesis reached for the network') }`)}`

function cdk(context: object, outdir: string) {
  const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AWS|VITEST|NODE)_/.test(name)))
  return spawnSync(process.execPath, ['--import', offline, join(root, 'infra/app.ts')], {
    cwd: tmpdir(),
    encoding: 'utf8',
    env: { ...bare, CDK_OUTDIR: outdir, CDK_CONTEXT_JSON: JSON.stringify(context), AWS_EC2_METADATA_DISABLED: 'true' },
  })
}

describe('synthesis', () => {
  it('needs no network and no account, and no rule finds what is not explained', () => {
    const outdir = newFolder()
    const { status, stderr } = cdk({ stage: 'prod' }, outdir)
    expect([status, stderr]).toEqual([0, ''])
    expect(
      readdirSync(outdir)
        .filter((name) => name.endsWith('.template.json'))
        .sort(),
    ).toEqual(['learning-city-prod-data.template.json', 'learning-city-prod-service.template.json'])
  })
  it('stops at a finding that nobody explained', () => {
    const app = appOf(stageOf('dev'))
    new Bucket(app.node.findChild('learning-city-dev-data') as Stack, 'Loose')
    expect(() => examine(app).synth()).toThrow(
      /AwsSolutions-S1[\s\S]*AwsSolutions-S10|AwsSolutions-S10[\s\S]*AwsSolutions-S1/,
    )
    expect(() => examine(appOf(stageOf('dev'))).synth()).not.toThrow()
  })
  it('answers an unknown stage with one sentence', () => {
    const { status, stderr } = cdk({ stage: 'nowhere' }, newFolder())
    expect([status, stderr.trim()]).toEqual([1, 'stage "nowhere" is unknown; there are dev, staging, prod'])
  })
})

describe('bundles', () => {
  it('are the same bytes each time, within their budgets, and know no machine', async () => {
    const [one, two] = [newFolder(), newFolder()]
    const { metafile, folderOf } = await bundle(one)
    // Some of each kind: what differs from time to time differs in all.
    const again = runs.filter((_, place) => place % 6 === 0)
    await bundle(two, again)
    for (const run of runs) {
      const files = readdirSync(folderOf(run)).sort()
      expect(files).toEqual(['index.mjs', 'index.mjs.map'])
      for (const file of again.includes(run) ? files : [])
        expect(readFileSync(join(one, nameOf(run), file)).equals(readFileSync(join(two, nameOf(run), file)))).toBe(true)
      const code = readFileSync(join(folderOf(run), 'index.mjs'), 'utf8')
      const { inputs } = metafile.outputs[`.bundles/${nameOf(run)}/index.mjs`]!
      const withSdk = Object.keys(inputs).some((path) => path.includes('node_modules/@aws-sdk/client-'))
      expect([run, Buffer.byteLength(code) <= (withSdk ? 600_000 : 150_000)]).toEqual([run, true])
      expect(code + readFileSync(join(folderOf(run), 'index.mjs.map'), 'utf8')).not.toContain(root)
    }
    expect(verbsWith('functions/triggers.ts', metafile)).toEqual(['routes/unknown'])
    expect(verbsWith('functions/donations/give.ts', metafile)).toEqual(['donations/give'])
    expect(verbsWith('functions/door/http.ts', metafile)).toEqual(
      expect.arrayContaining(['donations/give', 'areas/list']),
    )
  })
  it('have maps that lead to our own lines', async () => {
    const { folderOf } = await bundle(newFolder(), ['areas/list'])
    const file = join(folderOf('areas/list'), 'index.mjs')
    const map = JSON.parse(readFileSync(`${file}.map`, 'utf8'))
    expect(map.sources).toContain('../../functions/areas/list.ts')
    expect(map.sources.filter((source: string) => source.includes('node_modules'))).toEqual([])
    const code = readFileSync(file, 'utf8').split('\n')
    const reader = new SourceMap(map)
    // The verb’s own sentence stands in the bundle and must lead back to the line where it was written.
    const sentence = 'The 168 units of the city'
    const line = code.findIndex((each) => each.includes(sentence))
    const entry = reader.findEntry(line, code[line]!.indexOf(sentence))
    if (!('originalSource' in entry)) throw new Error('the map does not know the verb')
    const source = readFileSync(join(root, 'functions/areas/list.ts'), 'utf8').split('\n')
    expect(entry.originalSource).toBe('../../functions/areas/list.ts')
    expect(source[entry.originalLine]).toContain(sentence)
  })
  it('name the row whose verb has no file', async () => {
    await expect(bundle(newFolder(), ['areas/list', 'areas/nowhere'])).rejects.toThrow(
      'triggers.ts names verbs that have no file: areas/nowhere',
    )
  })
  it('have names that no other verb has, and that fit', () => {
    expect(new Set(runs.map(nameOf)).size).toBe(runs.length)
    for (const run of runs) expect(`learning-city-staging-${nameOf(run)}`.length).toBeLessThanOrEqual(64)
  })
})
