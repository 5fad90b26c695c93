import type { Stage } from '../stages.ts'
import type { Aws } from './aws.ts'

/** What every step of a deploy gets; its effects are all here. */
export interface At {
  stage: Stage
  aws: Aws
  /** Runs a program in the repository; answers its exit code and all that it printed. */
  run(program: string, args: readonly string[]): Promise<{ code: number; out: string }>
  fetch: typeof fetch
  pause(milliseconds: number): Promise<void>
  print(line: string): void
}

/** Names as the stacks give them. */
export const stacksOf = ({ name }: Stage) => ({
  data: `learning-city-${name}-data`,
  service: `learning-city-${name}-service`,
})
export const functionOf = ({ name }: Stage, verb: string) => `learning-city-${name}-${verb.replace('/', '-')}`
export const secretOf = ({ name }: Stage, secret: string) => `/learning-city/${name}/${secret}`
