import { invoke } from '../../invoke.ts'
import { type Outcome, told } from '../../outcome.ts'
import { type At, functionOf } from '../at.ts'
import type { Content } from '../check/content.ts'

/** Publishes the content by the command that staff use; what is newer in the table stays. */
export async function publish({ aws, stage }: Pick<At, 'aws' | 'stage'>, content: Content) {
  const outcome = await invoke<Outcome>(aws.lambda, functionOf(stage, 'programs/publish'), content)
  return { seen: told(outcome) }
}

interface Turned {
  giving: { open: boolean; since?: string }
  changed: boolean
}

const notYet = { vi: 'việc nhận góp chưa mở', en: 'giving has not opened yet' }

/**
 * A stage that lacks something donors rely on is closed, never broken. A switch that somebody turned stays as it is:
 * only `npm run giving` opens.
 */
export async function closeIfHalf({ aws, stage }: Pick<At, 'aws' | 'stage'>, lacks: readonly string[]) {
  const turn = (input: object) => invoke<Turned>(aws.lambda, functionOf(stage, 'giving/turn'), input)
  const { giving } = await turn({})
  if (lacks.length === 0) return { seen: giving.open ? 'open' : 'closed by hand; npm run giving opens it' }
  if (giving.open) await turn({ open: false, reason: notYet })
  return { seen: [`closed, because there is`, ...lacks].join('\n') }
}
