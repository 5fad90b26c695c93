import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { openTable, type Table } from '../../table.ts'
import { openPrograms } from './files.ts'

/** Each test of the file has the table anew, with the programs of a fund; nothing is logged. `clock`: what time it is. Answers what empties it once more. */
export function onTable({ clock }: { clock?: string } = {}): { empty(): Promise<void> } {
  let table: Table
  beforeAll(async () => {
    table = await openTable()
    vi.spyOn(console, 'info').mockReturnValue()
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await table.close()
  })
  beforeEach(async () => {
    await table.empty()
    await openPrograms()
    if (clock) vi.useFakeTimers({ now: new Date(clock), toFake: ['Date'] })
  })
  afterEach(() => {
    if (clock) vi.useRealTimers()
  })
  return { empty: () => table.empty() }
}
