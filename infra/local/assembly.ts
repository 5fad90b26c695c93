import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { noValue, resolve, type Scope } from './intrinsics.ts'
import { type Place, understood } from './resources.ts'

type Json = Record<string, unknown>
interface Template {
  Resources?: Record<string, { Type: string; Properties?: Json; Condition?: string; Metadata?: Json }>
  Parameters?: Record<string, { Default?: string }>
  Conditions?: Record<string, unknown>
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown }; Condition?: string }>
}

export interface Resource {
  stack: string
  id: string
  type: string
  /** Its name in the cloud, or what stands for it here. */
  name: string
  ref: string
  arn: string
  /** Every intrinsic carried out. */
  properties: Json
}

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
  const assets = new Map<string, string>()
  for (const [, { type, properties }] of artifacts)
    if (type === 'cdk:asset-manifest') {
      const { files = {} } = read(folder, String(properties?.file)) as {
        files?: Record<string, { source: { path: string } }>
      }
      for (const [hash, { source }] of Object.entries(files))
        assets.set(hash, isAbsolute(source.path) ? source.path : join(folder, source.path))
    }
  const region = stacks
    .map(([, { environment }]) => environment?.split('/').at(-1))
    .find((name) => name && !name.startsWith('unknown'))
  const place = { account: '000000000000', region: region ?? 'ap-southeast-1' }
  const exported = new Map<string, string>()
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

interface Shared {
  place: Place
  parameters: Record<string, string>
  /** Filled by each stack, read by those after it. */
  exported: Map<string, string>
}

const knows = (stack: string, id: string, type: string) => {
  const kind = understood[type]
  if (!kind)
    throw new Error(
      `${stack} holds ${id}, a ${type}, which the local runner does not understand (infra/local/resources.ts lists what it does)`,
    )
  return kind
}

function readStack(stack: string, template: Template, { place, parameters, exported }: Shared) {
  const declared = template.Resources ?? {}
  for (const [id, { Type }] of Object.entries(declared)) knows(stack, id, Type)
  const pseudo: Record<string, unknown> = {
    'AWS::AccountId': place.account,
    'AWS::Region': place.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack,
    'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.account}:stack/${stack}/00000000-0000-0000-0000-000000000000`,
    'AWS::NoValue': noValue,
  }
  const nameOf = (id: string): string => {
    const { Type, Properties = {} } = declared[id]!
    const { named } = knows(stack, id, Type)
    const own = named && resolve(Properties[named], scope)
    if (typeof own === 'string') return own
    return `${stack}-${id}`.replace(/[^A-Za-z0-9-]/g, '').toLowerCase()
  }
  const scope: Scope = {
    ref(name) {
      if (name in pseudo) return pseudo[name]
      const parameter = template.Parameters?.[name]
      if (parameter) {
        const value = parameters[name] ?? parameter.Default
        if (value === undefined) throw new Error(`${stack} needs a value for its parameter ${name}`)
        return value
      }
      const resource = declared[name]
      if (!resource) throw new Error(`${stack} refers to ${name}, which is not there`)
      const { ref } = knows(stack, name, resource.Type)
      return ref ? ref(nameOf(name), place) : nameOf(name)
    },
    attribute(id, name) {
      const resource = declared[id]
      if (!resource) throw new Error(`${stack} refers to ${id}.${name}, which is not there`)
      const value = knows(stack, id, resource.Type).attributes?.[name]
      if (!value)
        throw new Error(`${stack} reads ${name} of ${id}, a ${resource.Type}; the local runner does not know it`)
      return value(nameOf(id), place)
    },
    imported(name) {
      const value = exported.get(name)
      if (value === undefined) throw new Error(`${stack} imports ${name}, which no stack before it exports`)
      return value
    },
    condition(name) {
      const condition = template.Conditions?.[name]
      if (condition === undefined) throw new Error(`${stack} asks for condition ${name}, which is not there`)
      return resolve(condition, scope) === true
    },
  }
  const present = (each: { Condition?: string }) => each.Condition === undefined || scope.condition(each.Condition)
  const outputs = Object.entries(template.Outputs ?? {}).filter(([, output]) => present(output))
  for (const [, { Value, Export }] of outputs)
    if (Export) exported.set(String(resolve(Export.Name, scope)), String(resolve(Value, scope)))
  return {
    stack,
    outputs: () => Object.fromEntries(outputs.map(([name, { Value }]) => [name, String(resolve(Value, scope))])),
    resources: () =>
      Object.entries(declared)
        .filter(([, resource]) => present(resource))
        .map(([id, { Type, Properties }]): Resource => {
          const { attributes } = knows(stack, id, Type)
          const name = nameOf(id)
          const address = attributes?.Arn ?? attributes?.FunctionARN
          return {
            ...{ stack, id, type: Type, name, ref: String(scope.ref(id)), arn: address?.(name, place) ?? '' },
            properties: resolve(Properties ?? {}, scope) as Json,
          }
        }),
  }
}
