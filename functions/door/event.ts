import middy from '@middy/core'
import type * as z from 'zod'
import { log, logFault } from './log.ts'

/** Wraps a verb to which EventBridge brings events; what it throws is brought again. One that is no such event is let go. */
export function event<E extends z.ZodObject>(shape: E, run: (event: z.infer<E>) => Promise<Record<string, number>>) {
  return middy<unknown, Record<string, number>>().handler(async (brought) => {
    const read = shape.safeParse(brought)
    if (!read.success) {
      logFault(new Error('event: not of the expected shape'))
      return {}
    }
    const done = await run(read.data)
    log('event', done)
    return done
  })
}
