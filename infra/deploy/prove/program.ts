import { isDeepStrictEqual } from 'node:util'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { program } from '../../../functions/programs/program.ts'
import { key } from '../../../functions/store/keys.ts'
import type { At } from '../at.ts'
import { asking, type Place } from './asking.ts'

/** Slugs of the programs that the public reads, in its order. */
export async function programs({ fetch }: Pick<At, 'fetch'>, { apiUrl }: Place): Promise<string[]> {
  const answer = await fetch(`${apiUrl}/api/programs`)
  const said = answer.ok ? ((await answer.json()) as { programs: { slug: string }[] }) : { programs: [] }
  return said.programs.map(({ slug }) => slug)
}

/** What the public reads of a program is what the table holds. */
export async function sameProgram(at: Pick<At, 'aws' | 'fetch' | 'pause'>, place: Place, table: string, slug?: string) {
  if (slug === undefined) return { seen: 'there is none yet' }
  const { Item } = await at.aws.table.send(
    new GetCommand({ TableName: table, Key: key.program(slug), ConsistentRead: true }),
  )
  const kept = program.parse(Item)
  await asking(at, `${place.publicUrl}/api/programs/${slug}`, ({ status }, text) => {
    if (status !== 200) return `answers ${status}`
    return isDeepStrictEqual(JSON.parse(text).program, kept) ? undefined : 'is not what the table holds'
  })
  return { seen: `${slug}, version ${kept.version}` }
}
