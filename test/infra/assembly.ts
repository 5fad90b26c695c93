import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'aws-cdk-lib'
import { city } from '../../infra/app.ts'
import type { Bundles } from '../../infra/bundle.ts'
import { type Stage, stageOf } from '../../infra/stages.ts'
import { newFolder } from './folder.ts'

export interface Resource {
  Type: string
  Properties: Record<string, unknown>
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
}
interface Whole {
  Resources: Record<string, Resource>
  Parameters?: Record<string, { Default?: string; AllowedPattern?: string }>
  Outputs?: Record<string, unknown>
  Conditions?: Record<string, unknown>
}

type Both = Record<'data' | 'service', Whole>

// CloudFormation's own rules and the real bundles are in synth.test.ts; here the templates alone matter.
process.env.CDK_VALIDATION = 'false'
const empty = newFolder()
writeFileSync(join(empty, 'index.mjs'), 'export const handler = () => {}')

/** An app of the stage over empty bundles; not yet synthesized. */
export function appOf(stage: Stage): App {
  const bundles: Bundles = { folderOf: () => empty, metafile: { inputs: {}, outputs: {} } }
  return city(stage, bundles, { outdir: newFolder() })
}

const made = new Map<string, Both>()
/** Both templates of a stage, without cdk-nag; a copy, because the next file gets them too. */
export function templates(stage: Stage | Stage['name']): Both {
  const meant = typeof stage === 'string' ? stageOf(stage) : stage
  const key = JSON.stringify(meant)
  const both = made.get(key) ?? synthesize(meant)
  made.set(key, both)
  return structuredClone(both)
}

function synthesize(meant: Stage): Both {
  const assembly = appOf(meant).synth()
  const [data, service] = ['data', 'service'].map(
    (name) => assembly.getStackByName(`learning-city-${meant.name}-${name}`).template as Whole,
  )
  return { data: data!, service: service! }
}

export const ofType = ({ Resources }: Whole, type: string): [string, Resource][] =>
  Object.entries(Resources).filter(([, { Type }]) => Type === type)
