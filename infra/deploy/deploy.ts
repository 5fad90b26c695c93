import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../local/kept.ts'
import { builtSite } from '../local/site.ts'
import type { Stage } from '../stages.ts'
import type { At } from './at.ts'
import { type Checked, check } from './check/check.ts'
import { identity } from './check/identity.ts'
import { stacks } from './check/stacks.ts'
import { prove } from './prove/prove.ts'
import { report } from './report.ts'
import { ask, atOf, operate, stageAsked } from './shell.ts'
import { nameOf, record, showRelease } from './ship/release.ts'
import { type Build, ship } from './ship/ship.ts'
import { forget } from './ship/site.ts'

interface Options {
  /** Only look. */
  check: boolean
  demonstration: boolean
  now: Date
  synthesize(): Promise<string>
  build: Build
  ask(question: string): Promise<string>
}

/** prod is confirmed by typing the account's alias, after everybody could read what will change. */
async function confirm({ stage }: At, { who }: Checked, ask: Options['ask']): Promise<void> {
  if (stage.name !== 'prod') return
  const typed = await ask(`\nThis changes prod. Type ${who.alias} to go on: `)
  if (typed !== who.alias) throw new Error('That is another name. Nothing was changed.')
}

/** Looks, ships, proves. Every step says what it saw; stopped anywhere and run again it goes on. */
export async function deploy(at: At, options: Options): Promise<void> {
  const told = report(at.print)
  const checked = await check(at, told, options)
  if (options.check) return at.print('\nNothing was changed. Without --check this would be shipped.')
  await confirm(at, checked, options.ask)
  const { commit, who, open } = checked
  const name = nameOf(options.now, commit)
  const shipped = await ship(at, told, checked, { name, build: options.build })
  await prove(at, told, shipped, { open, now: options.now })
  // A deploy that failed its proof is shipped all the same, so it is written down all the same.
  await told.step('record', () => record(at, { name, commit, who: who.who, lines: told.lines }))
  told.passed()
  at.print(`\n${shipped.publicUrl}/`)
}

/** Shows the pages of an older release again; table and functions stay as they are. */
export async function showPages(at: At, name: string): Promise<void> {
  const { step } = report(at.print)
  await step('identity', () => identity(at))
  const { standing } = await step('stacks', () => stacks(at))
  const { SiteBucketName = '', DistributionId = '' } = standing.service?.outputs ?? {}
  if (!SiteBucketName) throw new Error('The service stack is not there yet.')
  await step('pages', () => showRelease(at, SiteBucketName, name))
  await step('edge forgets', () => forget(at, DistributionId, `again-${name}-${Date.now()}`))
}

const synthesized = (stage: Stage) => async (): Promise<string> => {
  const outdir = join(root, 'cdk.out', stage.name)
  const { synthesize } = await import('../app.ts')
  await synthesize({ stage, outdir })
  return outdir
}

const built =
  (stage: Stage): Build =>
  async ({ apiUrl, publicUrl }) => {
    const { folder, made } = await builtSite(apiUrl, stage.name, { publicOrigin: publicUrl })
    return { dist: join(folder, 'dist'), seen: made ? `built for ${publicUrl}` : 'unchanged' }
  }

if (import.meta.main)
  await operate(async () => {
    const { values } = parseArgs({
      options: {
        stage: { type: 'string' },
        check: { type: 'boolean', default: false },
        demonstration: { type: 'boolean', default: false },
        pages: { type: 'string' },
      },
    })
    const stage = stageAsked(values.stage)
    const at = atOf(stage)
    if (values.pages) return showPages(at, values.pages)
    const { check, demonstration } = values
    await deploy(at, {
      check,
      demonstration,
      now: new Date(),
      synthesize: synthesized(stage),
      build: built(stage),
      ask,
    })
  })
