import { EventEmitter } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { BellPart } from './parts.ts'
import { fits } from './pattern.ts'
import { openStream, type StreamRecord } from './stream-reader.ts'
import type { Outcome } from './worker/worker.ts'

export interface Bells {
  /** Resolves when every record written before has been handled, or given up. */
  settled(): Promise<void>
  /** Records that were given up, with the function that would not take them. */
  discarded: { run: string; record: StreamRecord; why: string }[]
  close(): Promise<void>
}

interface Options {
  parts: readonly BellPart[]
  endpoint: string
  /** Rings after each acknowledged write, so that nobody waits for the next look. */
  bell: EventEmitter<{ wrote: [] }>
  invoke(name: string, event: unknown, cause: string): Promise<Outcome>
  now(): number
  /** Where the place in the stream is kept between runs. */
  file?: string
  note(sentence: string): void
  /** How often to look without a bell: somebody else may write. */
  lookMs?: number
}

/** Event source mappings: the table's stream read in order, filtered, in batches, with retries and partial failures. */
export function startBells(options: Options): Bells {
  const { file } = options
  const places: Record<string, string> = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const keep = (id: string, place: string) => {
    places[id] = place
    if (file) writeFileSync(file, JSON.stringify(places))
  }
  const discarded: Bells['discarded'] = []
  const open = options.parts.map((part) => startBell(part, options, { place: () => places[part.id], keep, discarded }))
  return {
    discarded,
    settled: async () => void (await Promise.all(open.map(({ settled }) => settled()))),
    close: async () => void (await Promise.all(open.map(({ close }) => close()))),
  }
}

interface Kept {
  place(): string | undefined
  keep(id: string, place: string): void
  discarded: Bells['discarded']
}

function startBell(part: BellPart, options: Options, { place, keep, discarded }: Kept) {
  const { bell, endpoint, now, note, invoke, lookMs = 1_000 } = options
  const filters = (part.FilterCriteria?.Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern) as unknown)
  const wanted = (record: StreamRecord) => filters.length === 0 || filters.some((filter) => fits(filter, record))
  const closing = new AbortController()
  const rounds = new EventEmitter<{ empty: [] }>()
  let rung = true
  let [asked, seen] = [0, 0]
  const ring = () => {
    rung = true
    wake?.()
  }
  let wake: (() => void) | undefined
  bell.on('wrote', ring)

  /** Hands a batch over until it is taken or given up; a failed one may be cut in two, so that the bad record stands alone. */
  async function hand(records: readonly StreamRecord[]): Promise<void> {
    let left = records
    for (let attempt = 0; left.length > 0 && !closing.signal.aborted; attempt++) {
      const outcome = await invoke(part.run, { Records: left }, `stream, ${left.length} records`)
      const rest = unhandled(part, left, outcome)
      if (rest.length === 0) return
      if (rest.length < left.length) attempt = 0
      left = rest
      const giveUp = (why: string) => {
        for (const record of left) discarded.push({ run: part.run, record, why })
        note(
          `${part.run} did not take ${left.length} records of the stream: ${why}. They are given up, as in the cloud.`,
        )
      }
      const oldest = Math.min(...left.map(({ dynamodb }) => dynamodb.ApproximateCreationDateTime * 1_000))
      const most = part.MaximumRecordAgeInSeconds
      if (most >= 0 && now() - oldest > Math.max(60, most) * 1_000) return giveUp(`older than ${most} seconds`)
      if (part.BisectBatchOnFunctionError && left.length > 1 && outcome.how !== 'answered') {
        const middle = Math.ceil(left.length / 2)
        await hand(left.slice(0, middle))
        return hand(left.slice(middle))
      }
      if (part.MaximumRetryAttempts >= 0 && attempt >= part.MaximumRetryAttempts)
        return giveUp(`tried ${attempt + 1} times`)
      await pause(Math.min(5_000, 50 * 2 ** attempt), undefined, { signal: closing.signal }).catch(() => {})
    }
  }

  async function run(fine: () => void): Promise<void> {
    const stream = await openStream({ endpoint, table: part.table, after: place(), from: part.StartingPosition })
    while (!closing.signal.aborted) {
      rung = false
      const round = asked
      const records = await stream.read(1_000)
      fine()
      const fitting = records.filter(wanted)
      if (fitting.length > 0 && part.MaximumBatchingWindowInSeconds > 0 && fitting.length < part.BatchSize)
        fitting.push(
          ...(await stream.gather(part.MaximumBatchingWindowInSeconds * 1_000, closing.signal)).filter(wanted),
        )
      for (let from = 0; from < fitting.length; from += part.BatchSize)
        await hand(fitting.slice(from, from + part.BatchSize))
      if (closing.signal.aborted) return
      const last = stream.last()
      if (records.length > 0 && last) keep(part.id, last)
      if (records.length > 0) continue
      seen = round
      rounds.emit('empty')
      if (!rung) await sleep()
    }
  }
  const sleep = () =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, lookMs)
      wake = () => {
        clearTimeout(timer)
        done()
      }
    })
  let broken: { times: number; why: string } | undefined
  const ended = (async () => {
    while (!closing.signal.aborted)
      await run(() => {
        broken = undefined
      }).catch(async (error: unknown) => {
        if (closing.signal.aborted) return
        broken = { times: (broken?.times ?? 0) + 1, why: error instanceof Error ? error.message : String(error) }
        if (broken.times === 1) note(`The stream to ${part.run} broke off: ${broken.why}. It is read again.`)
        rounds.emit('empty')
        await pause(Math.min(5_000, 100 * broken.times), undefined, { signal: closing.signal }).catch(() => {})
      })
  })()
  return {
    async settled() {
      const round = ++asked
      ring()
      while (seen < round && !closing.signal.aborted) {
        if (broken && broken.times > 5) throw new Error(`the stream to ${part.run} cannot be read: ${broken.why}`)
        await new Promise<void>((done) => rounds.once('empty', done))
      }
    },
    async close() {
      closing.abort()
      bell.off('wrote', ring)
      wake?.()
      rounds.emit('empty')
      await ended
    },
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
