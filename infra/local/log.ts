import type { Outcome } from './worker/worker.ts'

export interface Entry {
  verb: string
  /** What the function wrote, parsed if it is JSON. */
  said?: unknown
  /** How a run ended. */
  cause?: string
  how?: Outcome['how']
  status?: number
  milliseconds?: number
  fault?: string
}

export interface Log {
  /** A line that a function wrote. */
  heard(verb: string, line: string): void
  ran(verb: string, cause: string, milliseconds: number, outcome: Outcome): void
  /** A sentence of the runner itself. */
  note(sentence: string): void
  /** The last 2,000. */
  entries: Entry[]
}

const kept = 2_000
const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return line
  }
}

const statusOf = (payload: string): number | undefined => {
  const read = parse(payload)
  const status = typeof read === 'object' && read !== null && 'statusCode' in read ? read.statusCode : undefined
  return typeof status === 'number' ? status : undefined
}

type Level = {
  level?: string
  message?: { event?: string; fault?: { name?: string; message?: string; stack?: string } } | string
}

/** Warnings and faults of a function in words; its plain lines stay in `entries`. */
function worth(said: unknown): string | undefined {
  if (typeof said === 'string') return said
  const { level, message } = said as Level
  if (level !== 'ERROR' && level !== 'WARN') return undefined
  if (typeof message === 'string') return message
  return message?.fault?.stack ?? message?.fault?.message ?? JSON.stringify(message)
}

/** A log that a person can read: `donations/give  POST /api/donations  38 ms  303`. `print` gets each line. */
export function openLog(print: (line: string) => void = () => {}): Log {
  const entries: Entry[] = []
  const keep = (entry: Entry) => {
    entries.push(entry)
    if (entries.length > kept) entries.splice(0, kept / 10)
  }
  const row = (verb: string, cause: string, milliseconds: number, end: string) =>
    print(`  ${verb.padEnd(24)} ${cause.padEnd(34)} ${`${Math.round(milliseconds)} ms`.padStart(8)}  ${end}`)
  return {
    entries,
    heard(verb, line) {
      const said = parse(line)
      keep({ verb, said })
      const words = worth(said)
      if (words) print(`  ${verb}: ${words}`)
    },
    ran(verb, cause, milliseconds, outcome) {
      const status = outcome.how === 'answered' ? statusOf(outcome.payload) : undefined
      const fault = outcome.how === 'answered' ? undefined : outcome.fault.errorMessage
      keep({
        ...{ verb, cause, milliseconds, how: outcome.how },
        ...(status === undefined ? {} : { status }),
        ...(fault === undefined ? {} : { fault }),
      })
      row(verb, cause, milliseconds, status === undefined ? outcome.how : `${status}`)
      if (outcome.how === 'crash') print(`  ${verb} crashed: ${fault}`)
      if (outcome.how === 'broken') print(`  ${verb} does not load: ${fault}`)
      if (outcome.how === 'error') print(`  ${verb} failed: ${outcome.fault.trace.join('\n    ') || fault}`)
      if (outcome.how === 'timeout') print(`  ${verb} was stopped: ${fault}`)
    },
    note: (sentence) => print(sentence),
  }
}
