import { key } from '../store/keys.ts'
import { putOnce } from '../store/once.ts'
import { getMany, query } from '../store/table.ts'
import { nameOf, type Row } from './row.ts'
import { type Settled, settled } from './settled.ts'
import { type DayFile, dayFile, type TakenChunk, takenChunk } from './taken.ts'

type Named = Pick<Row, 'provider' | 'kind' | 'transactionId' | 'at'>

/** All that files said of each event, in order; empty where none did. */
export async function saidOf(rows: readonly Named[]): Promise<Settled[][]> {
  const first = await getMany(rows.map((row) => key.settled(row.provider, nameOf(row), 1)))
  return Promise.all(
    rows.map(async (row, place) =>
      first[place]
        ? (await query(key.settled(row.provider, nameOf(row), 1).pk)).map((item) => settled.parse(item))
        : [],
    ),
  )
}

/** Adds what a file says of an event. `false`: another file said something at the same moment. */
export const keepSettled = (of: Settled): Promise<boolean> =>
  putOnce({ ...key.settled(of.provider, nameOf(of), of.ordinal), ...of })

const chunkKey = (sha256: string, chunk: number) => key.taken(sha256, `chunk#${`${chunk}`.padStart(4, '0')}`)

export async function chunkOf(sha256: string, chunk: number): Promise<TakenChunk | undefined> {
  const [item] = await getMany([chunkKey(sha256, chunk)])
  return item && takenChunk.parse(item)
}

export const keepChunk = (of: TakenChunk): Promise<boolean> => putOnce({ ...chunkKey(of.sha256, of.chunk), ...of })

/** The parts of a file that are taken, in order. */
export const chunksOf = async (sha256: string): Promise<TakenChunk[]> =>
  (await query(key.taken(sha256, '').pk)).map((item) => takenChunk.parse(item))

/** That a file tells of a day. The same file may tell of all of it later. */
export const keepDayFile = (of: DayFile): Promise<boolean> =>
  putOnce({ ...key.taken(`day#${of.day}`, `${of.provider}#${of.sha256}#${of.isWhole ? 'whole' : 'edge'}`), ...of })

/** Files that tell of a day, in the order that they came. */
export const filesOf = async (day: string): Promise<DayFile[]> =>
  (await query(key.taken(`day#${day}`, '').pk))
    .map((item) => dayFile.parse(item))
    .sort((a, b) => (a.takenAt < b.takenAt ? -1 : 1))
