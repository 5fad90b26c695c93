import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, vi } from 'vitest'
import { openTable, type Table } from '../../table.ts'
import { expectNoTrace, traces } from './kept.ts'

/** What tests of a provider's word need: a table, an account there, and what is counted. */
export function hearing(account: object) {
  let table: Table
  let lines: string[] = []
  return {
    /** For the tests of a file. */
    open(): void {
      beforeAll(async () => {
        table = await openTable()
        mockClient(SSMClient)
          .on(GetParameterCommand)
          .resolves({ Parameter: { Value: JSON.stringify(account) } })
        vi.spyOn(console, 'info').mockReturnValue()
        vi.spyOn(process.stdout, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
      })
      afterAll(async () => {
        vi.restoreAllMocks()
        await table.close()
      })
    },
    /** What was counted since it was last forgotten. */
    counted: (): string => lines.join(''),
    forget: (): void => {
      lines = []
    },
    /** That telling leaves nothing in the table. */
    leavesNothing: (act: () => Promise<unknown>): Promise<void> => expectNoTrace(table, act),
    /** What telling leaves in the whole table. */
    left: (act: () => Promise<unknown>): Promise<string[]> => traces(table, act),
  }
}
