import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Stage } from '../../stages.ts'
import kept from '../../stateful-ids.json' with { type: 'json' }
import { stacksOf } from '../at.ts'

export interface Template {
  Resources: Record<string, { Type: string }>
}

/** What will be shipped, as CDK wrote it to `folder`. */
export interface Assembly {
  folder: string
  templates: { data: Template; service: Template }
  /** Version of the bootstrap that it needs. */
  needs: number
}

interface Manifest {
  artifacts: Record<string, { properties?: { requiresBootstrapStackVersion?: number } }>
}

export function readAssembly(folder: string, stage: Stage): Assembly {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
  const { data, service } = stacksOf(stage)
  const { artifacts } = read<Manifest>('manifest.json')
  const versions = Object.values(artifacts).map(({ properties }) => properties?.requiresBootstrapStackVersion ?? 0)
  const template = (stack: string) => read<Template>(`${stack}.template.json`)
  return { folder, templates: { data: template(data), service: template(service) }, needs: Math.max(...versions) }
}

/** Ids of what must outlive us, and of what people have the address of. */
export const stateful: Readonly<Record<'data' | 'service', Readonly<Record<string, string>>>> = kept

/** Synthesizes the stage with all its rules, and holds it to the ids that must never change. */
export async function assembly(stage: Stage, synthesize: () => Promise<string>): Promise<Assembly & { seen: string }> {
  const read = readAssembly(await synthesize(), stage)
  for (const stack of ['data', 'service'] as const)
    for (const [id, type] of Object.entries(stateful[stack])) {
      const has = read.templates[stack].Resources[id]?.Type
      if (has !== type)
        throw new Error(
          `${stack}: ${id} must stay a ${type} and is ${has ?? 'gone'}. Under another id CloudFormation would make an empty one`,
        )
    }
  const count = Object.values(stateful).flatMap((ids) => Object.keys(ids)).length
  return { ...read, seen: `synthesized; ${count} ids that must stay are as recorded` }
}
