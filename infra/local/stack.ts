import { noValue, resolve, type Scope } from './intrinsics.ts'
import { type Place, type Understood, understood } from './resources.ts'

export type Json = Record<string, unknown>
type Present = { Condition?: string }
export interface Template {
  Resources?: Record<string, Present & { Type: string; Properties?: Json }>
  Parameters?: Record<string, { Default?: string }>
  Conditions?: Record<string, unknown>
  Outputs?: Record<string, Present & { Value: unknown; Export?: { Name: unknown } }>
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

export interface Shared {
  place: Place
  parameters: Record<string, string>
  /** What each stack offers to the others; worked out when it is asked for, so that their order does not matter. */
  exported: Map<string, () => string>
}

function kindOf(stack: string, id: string, type: string): Understood {
  const kind = understood[type]
  if (kind) return kind
  const where = 'infra/local/resources.ts lists what it does'
  throw new Error(`${stack} holds ${id}, a ${type}, which the local runner does not understand (${where})`)
}

const stackId = (stack: string, { account, region }: Place) =>
  `arn:aws:cloudformation:${region}:${account}:stack/${stack}/00000000-0000-0000-0000-000000000000`

/** Where the names of one template lead. */
function scopeOf(stack: string, template: Template, { place, parameters, exported }: Shared) {
  const pseudo: Json = {
    'AWS::AccountId': place.account,
    'AWS::Region': place.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack,
    'AWS::StackId': stackId(stack, place),
    'AWS::NoValue': noValue,
  }
  const there = <T>(found: T | undefined, sentence: string): T => {
    if (found === undefined) throw new Error(`${stack} ${sentence}`)
    return found
  }
  const nameOf = (id: string): string => {
    const { Type, Properties = {} } = there(template.Resources?.[id], `refers to ${id}, which is not there`)
    const { named } = kindOf(stack, id, Type)
    const own = named && resolve(Properties[named], scope)
    return typeof own === 'string' ? own : `${stack}-${id}`.replace(/[^A-Za-z0-9-]/g, '').toLowerCase()
  }
  const scope: Scope = {
    ref(name) {
      if (name in pseudo) return pseudo[name]
      const parameter = template.Parameters?.[name]
      if (parameter) return there(parameters[name] ?? parameter.Default, `needs a value for its parameter ${name}`)
      const { Type } = there(template.Resources?.[name], `refers to ${name}, which is not there`)
      const { ref } = kindOf(stack, name, Type)
      return ref ? ref(nameOf(name), place) : nameOf(name)
    },
    attribute(id, name) {
      const { Type } = there(template.Resources?.[id], `refers to ${id}.${name}, which is not there`)
      const value = kindOf(stack, id, Type).attributes?.[name]
      return there(value, `reads ${name} of ${id}, a ${Type}; the local runner does not know it`)(nameOf(id), place)
    },
    imported: (name) => there(exported.get(name), `imports ${name}, which no stack exports`)(),
    condition: (name) =>
      resolve(there(template.Conditions?.[name], `asks for condition ${name}, which is not there`), scope) === true,
  }
  return { scope, nameOf }
}

/** One stack of an assembly; its values are worked out when they are asked for. */
export function readStack(stack: string, template: Template, shared: Shared) {
  const { scope, nameOf } = scopeOf(stack, template, shared)
  const declared = Object.entries(template.Resources ?? {})
  for (const [id, { Type }] of declared) kindOf(stack, id, Type)
  const present = ({ Condition }: Present) => Condition === undefined || scope.condition(Condition)
  const outputs = Object.entries(template.Outputs ?? {}).filter(([, output]) => present(output))
  for (const [, { Value, Export }] of outputs)
    if (Export) shared.exported.set(String(resolve(Export.Name, scope)), () => String(resolve(Value, scope)))

  const resourceOf = (id: string, type: string, properties: Json): Resource => {
    const { attributes } = kindOf(stack, id, type)
    const address = attributes?.Arn ?? attributes?.FunctionARN
    const name = nameOf(id)
    return {
      ...{ stack, id, type, name, ref: String(scope.ref(id)), arn: address?.(name, shared.place) ?? '' },
      properties: resolve(properties, scope) as Json,
    }
  }
  return {
    stack,
    outputs: () => Object.fromEntries(outputs.map(([name, { Value }]) => [name, String(resolve(Value, scope))])),
    resources: () =>
      declared
        .filter(([, resource]) => present(resource))
        .map(([id, { Type, Properties = {} }]) => resourceOf(id, Type, Properties)),
  }
}
