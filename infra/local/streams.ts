import { EventEmitter } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { hand } from './batch.ts'
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

/** Something to wait for that others ring; a ring while nobody waits is not lost. */
function doorbell(lookMs: number) {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring(): void {
      rung = true
      wake?.()
    },
    async wait(): Promise<void> {
      if (!rung) {
        const { promise, resolve } = Promise.withResolvers<void>()
        const timer = setTimeout(resolve, lookMs)
        wake = resolve
        await promise
        clearTimeout(timer)
      }
      rung = false
    },
  }
}

function startBell(part: BellPart, options: Options, { place, keep, discarded }: Kept) {
  const { bell, endpoint, now, note, invoke, lookMs = 1_000 } = options
  const filters = (part.FilterCriteria?.Filters ?? []).map(({ Pattern }) => JSON.parse(Pattern) as unknown)
  const wanted = (record: StreamRecord) => filters.length === 0 || filters.some((filter) => fits(filter, record))
  const closer = new AbortController()
  const closing = closer.signal
  const rounds = new EventEmitter<{ over: [] }>()
  const { ring, wait } = doorbell(lookMs)
  let [asked, seen] = [0, 0]
  let broken = { times: 0, why: '' }
  bell.on('wrote', ring)
  const giveUp = (records: readonly StreamRecord[], why: string) => {
    discarded.push(...records.map((record) => ({ run: part.run, record, why })))
    note(
      `${part.run} did not take ${records.length} records of the stream: ${why}. They are given up, as in the cloud.`,
    )
  }

  async function read(): Promise<void> {
    const stream = await openStream({ endpoint, table: part.table, after: place(), from: part.StartingPosition })
    const windowMs = part.MaximumBatchingWindowInSeconds * 1_000
    while (!closing.aborted) {
      const round = asked
      const records = await stream.read(1_000)
      broken = { times: 0, why: '' }
      const fitting = records.filter(wanted)
      if (fitting.length > 0 && fitting.length < part.BatchSize && windowMs > 0)
        fitting.push(...(await stream.gather(windowMs, closing)).filter(wanted))
      for (let from = 0; from < fitting.length; from += part.BatchSize)
        await hand(fitting.slice(from, from + part.BatchSize), { part, invoke, now, closing, giveUp })
      if (closing.aborted) return
      if (records.length > 0) keep(part.id, stream.last() ?? '')
      else {
        seen = round
        rounds.emit('over')
        await wait()
      }
    }
  }
  async function readOn(): Promise<void> {
    while (!closing.aborted)
      try {
        await read()
      } catch (error) {
        if (closing.aborted) return
        broken = { times: broken.times + 1, why: error instanceof Error ? error.message : String(error) }
        if (broken.times === 1) note(`The stream to ${part.run} broke off: ${broken.why}. It is read again.`)
        rounds.emit('over')
        await pause(Math.min(5_000, 100 * broken.times), undefined, { signal: closing }).catch(() => {})
      }
  }
  const ended = readOn()
  return {
    async settled() {
      const round = ++asked
      ring()
      while (seen < round && !closing.aborted) {
        if (broken.times > 5) throw new Error(`the stream to ${part.run} cannot be read: ${broken.why}`)
        await new Promise<void>((done) => rounds.once('over', done))
      }
    },
    async close() {
      closer.abort()
      bell.off('wrote', ring)
      ring()
      rounds.emit('over')
      await ended
    },
  }
}
