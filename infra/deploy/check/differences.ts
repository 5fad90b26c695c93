import { fullDiff, type ResourceDifference, ResourceImpact } from '@aws-cdk/cloudformation-diff'
import { GetTemplateCommand } from '@aws-sdk/client-cloudformation'
import { type At, stacksOf } from '../at.ts'
import { type Assembly, stateful, type Template } from './assembly.ts'
import type { Standing } from './stacks.ts'

export interface Change {
  stack: 'data' | 'service'
  id: string
  type: string
  what: 'made' | 'changed' | 'replaced' | 'perhaps replaced' | 'deleted' | 'let go'
  properties: string[]
}

const whats: Partial<Record<ResourceImpact, Change['what']>> = {
  [ResourceImpact.WILL_CREATE]: 'made',
  [ResourceImpact.WILL_IMPORT]: 'made',
  [ResourceImpact.WILL_UPDATE]: 'changed',
  [ResourceImpact.WILL_REPLACE]: 'replaced',
  [ResourceImpact.MAY_REPLACE]: 'perhaps replaced',
  [ResourceImpact.WILL_DESTROY]: 'deleted',
  [ResourceImpact.WILL_ORPHAN]: 'let go',
}
export const loses = ({ what }: Pick<Change, 'what'>) => what !== 'made' && what !== 'changed'

const changeOf = (stack: Change['stack'], id: string, found: ResourceDifference): Change[] => {
  const what = whats[found.changeImpact]
  return what === undefined
    ? []
    : [{ stack, id, type: found.resourceType ?? '', what, properties: Object.keys(found.propertyUpdates).sort() }]
}

export const changesOf = (stack: Change['stack'], from: Template, to: Template): Change[] => {
  const { changes } = fullDiff(from, to).resources
  return Object.entries(changes).flatMap(([id, found]) => (found ? changeOf(stack, id, found) : []))
}

const line = ({ stack, id, type, what, properties }: Change) =>
  `${stack}: ${type} ${id} is ${what}${what === 'changed' || what.endsWith('replaced') ? ` (${properties.join(', ')})` : ''}`

/** Throws if something that must outlive us would be replaced, deleted or let go. */
export function protect(changes: readonly Pick<Change, 'stack' | 'id' | 'what'>[]): void {
  const lost = changes.filter((each) => loses(each) && stateful[each.stack][each.id])
  if (lost.length === 0) return
  const named = lost.map(({ stack, id, what }) => `${stack}: ${stateful[stack][id]} ${id} would be ${what}`)
  throw new Error(`${named.join('; ')}. That is where the city keeps what it must not lose; nothing here does it`)
}

async function deployed({ aws }: Pick<At, 'aws'>, StackName: string): Promise<Template> {
  const { TemplateBody } = await aws.cloudformation.send(
    new GetTemplateCommand({ StackName, TemplateStage: 'Original' }),
  )
  return JSON.parse(TemplateBody ?? '{}') as Template
}

/** What the deploy would change, every replacement and deletion by its name; made from templates, so nothing is written. */
export async function differences(at: Pick<At, 'aws' | 'stage'>, { templates }: Assembly, standing: Standing) {
  const names = stacksOf(at.stage)
  const changes: Change[] = []
  for (const stack of ['data', 'service'] as const) {
    const from = standing[stack] ? await deployed(at, names[stack]) : { Resources: {} }
    changes.push(...changesOf(stack, from, templates[stack]))
  }
  protect(changes)
  const made = changes.filter(({ what }) => what === 'made').length
  const told = changes.filter(({ what }) => what !== 'made').map(line)
  const losing = changes.filter(loses).length
  const sum = `${made} made, ${changes.length - made - losing} changed, ${losing} replaced or deleted`
  return { changes, seen: changes.length === 0 ? 'none' : [sum, ...told].join('\n') }
}
