import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { Place } from './resources.ts'
import { type Resource, readStack, type Template } from './stack.ts'

export interface Assembly extends Place {
  resources: Resource[]
  /** By stack, then by name. */
  outputs: Record<string, Record<string, string>>
  /** Folder of the asset with this hash. */
  asset(hash: string): string
}

/** The assembly in `folder` as CloudFormation would carry it out, without making anything. `parameters` of any stack. */
export function readAssembly(folder: string, parameters: Record<string, string> = {}): Assembly {
  const manifest = read(folder, 'manifest.json') as { artifacts?: Record<string, Artifact> }
  const artifacts = Object.entries(manifest.artifacts ?? {})
  const nested = artifacts.find(([, { type }]) => type === 'cdk:cloud-assembly')
  if (nested)
    throw new Error(`the assembly holds ${nested[0]}, another assembly, which the local runner does not understand`)
  const stacks = artifacts.filter(([, { type }]) => type === 'aws:cloudformation:stack')
  if (stacks.length === 0) throw new Error(`there is no stack in ${folder}`)
  const assets = assetsOf(folder, artifacts)
  const region = stacks
    .map(([, { environment }]) => environment?.split('/').at(-1))
    .find((name) => name && !name.startsWith('unknown'))
  const place = { account: '000000000000', region: region ?? 'ap-southeast-1' }
  const exported = new Map<string, () => string>()
  const made = stacks.map(([name, { properties }]) =>
    readStack(name, read(folder, String(properties?.templateFile)) as Template, { place, parameters, exported }),
  )
  return {
    ...place,
    resources: made.flatMap(({ resources }) => resources()),
    outputs: Object.fromEntries(made.map(({ stack, outputs }) => [stack, outputs()])),
    asset(hash) {
      const path = assets.get(hash)
      if (!path) throw new Error(`the assembly has no asset ${hash}`)
      return path
    },
  }
}

interface Artifact {
  type: string
  environment?: string
  properties?: { templateFile?: string; file?: string }
}

function read(folder: string, name: string): unknown {
  const path = join(folder, name)
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is no JSON' : 'cannot be read'
    throw new Error(`the cloud assembly is broken: ${path} ${why}`, { cause: error })
  }
}

/** Folders of assets by their hash. */
function assetsOf(folder: string, artifacts: readonly (readonly [string, Artifact])[]): Map<string, string> {
  const assets = new Map<string, string>()
  for (const [, { type, properties }] of artifacts) {
    if (type !== 'cdk:asset-manifest') continue
    const { files = {} } = read(folder, String(properties?.file)) as {
      files?: Record<string, { source: { path: string } }>
    }
    for (const [hash, { source }] of Object.entries(files))
      assets.set(hash, isAbsolute(source.path) ? source.path : join(folder, source.path))
  }
  return assets
}
