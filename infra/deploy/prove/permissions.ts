import { invoke } from '../../invoke.ts'
import { type At, functionOf } from '../at.ts'

const allowed = ['transaction', 'read', 'index'] as const
const denied = ['editOfFact', 'foreignRead', 'foreignIndex', 'foreignWrite', 'foreignInTransaction'] as const
type Probe = Record<(typeof allowed)[number] | (typeof denied)[number], 'allowed' | 'denied'>

/** What no rehearsal offline can know: that DynamoDB reads the permissions as we mean them. */
export async function permissions({ aws, stage }: Pick<At, 'aws' | 'stage'>) {
  const probe = await invoke<Probe>(aws.lambda, functionOf(stage, 'probe/permission'), {})
  const wrong = [
    ...allowed.filter((name) => probe[name] !== 'allowed').map((name) => `${name} is denied and must be allowed`),
    ...denied.filter((name) => probe[name] !== 'denied').map((name) => `${name} is allowed and must be denied`),
  ]
  if (wrong.length > 0) throw new Error(wrong.join('; '))
  return { seen: `${allowed.length} allowed, ${denied.length} denied` }
}
