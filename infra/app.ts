import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App, type AppProps, DefaultStackSynthesizer, type IReusableStackSynthesizer, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { type Bundles, bundle } from './bundle.ts'
import { Data } from './data.ts'
import { Service } from './service.ts'
import { type Stage, stageOf } from './stages.ts'

/** The stage's two stacks. `bundles` must exist while this runs; afterwards the assembly has its own copy. */
export function city(stage: Stage, bundles: Bundles, props: AppProps = {}): App {
  const app = new App({
    analyticsReporting: false,
    treeMetadata: false,
    // `cdk deploy` looks at the bootstrap version itself; without the rule the templates stay plain.
    defaultStackSynthesizer: new DefaultStackSynthesizer({
      generateBootstrapVersionRule: false,
    }) as IReusableStackSynthesizer,
    ...props,
  })
  const data = new Data(app, stage)
  new Service(app, stage, data, bundles)
  return app
}

/** Has cdk-nag look at the app when it is synthesized; a finding that nobody explained stops it. */
export function examine(app: App): App {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return app
}

/**
 * Writes the stage's cloud assembly to `outdir`, without network or account, and answers its app and bundles.
 * `nag` (default true) also runs cdk-nag, whose findings stop the synthesis.
 */
export async function synthesize(options: { stage: string | Stage; outdir?: string; nag?: boolean }) {
  const stage = typeof options.stage === 'string' ? stageOf(options.stage) : options.stage
  const folder = mkdtempSync(join(tmpdir(), 'learning-city-'))
  try {
    const bundles = await bundle(folder)
    const app = city(stage, bundles, options.outdir === undefined ? {} : { outdir: options.outdir })
    if (options.nag ?? true) examine(app)
    return { app, assembly: app.synth(), metafile: bundles.metafile }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (import.meta.main) {
  const asked: unknown = new App({ autoSynth: false }).node.tryGetContext('stage')
  try {
    await synthesize({ stage: String(asked ?? 'dev') })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
