import middy from '@middy/core'
import type * as z from 'zod'
import { Refusal } from '../refusal.ts'
import { log } from './log.ts'
import { problemOf, readFields } from './problem.ts'

/** Wraps a verb that operators invoke with their own credentials: JSON in, JSON out; a Refusal comes back as `{ refused }`. */
export function command<I extends z.ZodObject, O>(input: I, run: (input: z.infer<I>, now: string) => Promise<O>) {
  return middy<unknown, O | { refused: unknown }>().handler(async (event) => {
    try {
      const done = await run(readFields(input, event), new Date().toISOString())
      log('command')
      return done
    } catch (error) {
      if (error instanceof Refusal) return { refused: { vi: problemOf(error, 'vi'), en: problemOf(error, 'en') } }
      throw error
    }
  })
}
