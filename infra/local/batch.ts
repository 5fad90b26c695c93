import { setTimeout as pause } from 'node:timers/promises'
import type { BellPart } from './parts.ts'
import type { StreamRecord } from './stream-reader.ts'
import type { Outcome } from './worker/worker.ts'

export interface Handing {
  part: BellPart
  invoke(name: string, event: unknown, cause: string): Promise<Outcome>
  now(): number
  closing: AbortSignal
  giveUp(records: readonly StreamRecord[], why: string): void
}

/** Hands a batch over until it is taken or given up; a failed one may be cut in two, so that the bad record stands alone. */
export async function hand(records: readonly StreamRecord[], handing: Handing): Promise<void> {
  const { part, invoke, now, closing, giveUp } = handing
  let left = records
  for (let attempt = 0; left.length > 0 && !closing.aborted; attempt++) {
    const outcome = await invoke(part.run, { Records: left }, `stream, ${left.length} records`)
    const rest = unhandled(part, left, outcome)
    if (rest.length === 0) return
    if (rest.length < left.length) attempt = 0
    left = rest
    const oldest = Math.min(...left.map(({ dynamodb }) => dynamodb.ApproximateCreationDateTime * 1_000))
    const age = part.MaximumRecordAgeInSeconds
    if (age >= 0 && now() - oldest > Math.max(60, age) * 1_000) return giveUp(left, `older than ${age} seconds`)
    if (part.BisectBatchOnFunctionError && left.length > 1 && outcome.how !== 'answered') {
      const middle = Math.ceil(left.length / 2)
      await hand(left.slice(0, middle), handing)
      return hand(left.slice(middle), handing)
    }
    const most = part.MaximumRetryAttempts
    if (most >= 0 && attempt >= most) return giveUp(left, `tried ${attempt + 1} times`)
    await pause(Math.min(5_000, 50 * 2 ** attempt), undefined, { signal: closing }).catch(() => {})
  }
}

/** Records that must come again: all after a failed run, those from the first reported failure on after an answer. */
function unhandled(part: BellPart, records: readonly StreamRecord[], outcome: Outcome): readonly StreamRecord[] {
  if (outcome.how !== 'answered') return records
  if (!part.FunctionResponseTypes.includes('ReportBatchItemFailures')) return []
  const said = JSON.parse(outcome.payload) as { batchItemFailures?: { itemIdentifier?: string }[] } | null
  const failed = (said?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier)
  if (failed.length === 0) return []
  const first = records.findIndex(({ dynamodb }) => failed.includes(dynamodb.SequenceNumber))
  return first < 0 ? records : records.slice(first)
}
