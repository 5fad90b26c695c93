import { seed } from '../seed/seed.ts'

interface Outcome {
  added?: string[]
  changed?: string[]
  older?: string[]
  same?: number
  refused?: { en?: { title?: string } }
  errorMessage?: string
}

/** Publishes the city's first content through the command, as an operator does it in the cloud; answers what changed. */
export async function loadSeed(invokeOrigin: string, name: string): Promise<string> {
  const answer = await fetch(`${invokeOrigin}/2015-03-31/functions/${name}/invocations`, {
    method: 'POST',
    body: JSON.stringify(seed),
  })
  const { added = [], changed = [], older = [], same = 0, refused, errorMessage } = (await answer.json()) as Outcome
  if (refused || !answer.ok || answer.headers.has('x-amz-function-error'))
    throw new Error(`The first content was not published: ${refused?.en?.title ?? errorMessage ?? answer.status}`)
  const parts = [
    added.length > 0 && `${added.length} added`,
    changed.length > 0 && `changed: ${changed.join(', ')}`,
    older.length > 0 && `left alone because another text has this version or a newer one: ${older.join(', ')}`,
    same > 0 && `${same} as they were`,
  ]
  return parts.filter(Boolean).join('; ')
}
