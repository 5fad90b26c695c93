import middy from '@middy/core'
import { log } from './log.ts'

/** Wraps a verb that a schedule runs. What it throws fails the run, raises the alarm, and the next run tries again. */
export function clock(run: (now: string) => Promise<Record<string, number>>) {
  return middy<unknown, Record<string, number>>().handler(async () => {
    const done = await run(new Date().toISOString())
    log('clock', done)
    return done
  })
}
