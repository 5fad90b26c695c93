import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type Entity, entity } from '../../../functions/entities/entity.ts'
import { key, table } from '../../../functions/store/keys.ts'
import { seed } from '../../seed/seed.ts'
import type { At } from '../at.ts'
import type { Standing } from './stacks.ts'

export type Content = typeof seed & { demonstration?: true }

/** What of the seed a stage gets: prod nothing that was made up, unless it is asked for by name. */
export function contentFor(stage: string, asked: boolean, all: typeof seed = seed): Content {
  if (stage !== 'prod') return all
  if (asked) return { ...all, demonstration: true }
  const real = <T extends { demonstration: boolean }>(some: readonly T[]) => some.filter((each) => !each.demonstration)
  return { ...all, entities: real(all.entities), programs: real(all.programs) }
}

/** What is missing before donors may trust an entity with money. */
export function incomplete(of: Entity, today: string): string[] {
  const read = entity.safeParse(of)
  const lacks = read.success ? [] : read.error.issues.map(({ path }) => path.join('.'))
  const open = of.accounts.some(({ from, to }) => from <= today && (to === undefined || to >= today))
  const empty = (['address', 'phone', 'accountingOfficer'] as const).filter((name) => of[name].trim() === '')
  return [...lacks, ...empty, ...(open ? [] : ['an account that is open today'])]
}

/** Programs and entities that the stage's table holds already. */
async function published({ aws }: Pick<At, 'aws'>, TableName: string | undefined): Promise<Record<string, unknown>[]> {
  if (!TableName) return []
  const found = await Promise.all(
    [key.entity(''), key.program('')].map(({ pk }) =>
      aws.table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: '#pk = :pk',
          ExpressionAttributeNames: { '#pk': table.partition },
          ExpressionAttributeValues: { ':pk': pk },
        }),
      ),
    ),
  )
  return found.flatMap(({ Items = [] }) => Items)
}

/** Who takes the money is complete, and prod holds nothing that was made up. `closes`: why giving must stay closed. */
export async function content(at: Pick<At, 'aws' | 'stage'>, standing: Standing, asked: boolean, today: string) {
  const { name } = at.stage
  const made = contentFor(name, asked)
  const lacking = made.entities.flatMap((each) => incomplete(each, today).map((what) => `${each.slug}: ${what}`))
  if (lacking.length > 0) throw new Error(`an entity that takes money is not complete: ${lacking.join('; ')}`)
  const there = await published(at, standing.data?.outputs.TableName)
  const pretended = there.filter(({ demonstration }) => demonstration).map(({ slug }) => String(slug))
  if (name === 'prod' && !asked && pretended.length > 0)
    throw new Error(
      `prod holds what was made up: ${pretended.join(', ')}. Publish the real ones under these names first`,
    )
  const takes = [...made.programs, ...there].some((each) => 'giving' in each && each.giving)
  const closes = takes ? '' : 'no program of the city takes gifts yet'
  const { programs, entities, questions } = made
  const left = seed.programs.length - programs.length
  const counts = `${programs.length} programs, ${entities.length} entities, ${questions.length} questions`
  return { content: made, closes, seen: `${counts}${left > 0 ? `; ${left} programs of demonstration stay out` : ''}` }
}
