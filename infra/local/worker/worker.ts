import { faultOf, type Launch, launch } from './process.ts'
import type { Fault, Told } from './run.ts'

export type Outcome =
  | { how: 'answered'; payload: string }
  /** `error`: the handler threw. `crash`: the process ended. `broken`: its bundle does not load. */
  | { how: 'error' | 'crash' | 'timeout' | 'broken'; fault: Fault }

export interface Worker {
  invoke(id: string, event: string): Promise<Outcome>
  /** Moves its clock by so many milliseconds from the machine's. */
  move(offset: number): void
  alive(): boolean
  ended: Promise<unknown>
  end(): Promise<void>
}

/** One process for one function; it takes one event at a time. */
export function startWorker(options: Launch): Worker {
  const { timeoutSeconds } = options.part
  let alive = true
  let settle: ((outcome: Outcome) => void) | undefined
  let ready: (broken?: Fault) => void = () => {}
  const loaded = new Promise<Fault | undefined>((done) => {
    ready = done
  })
  const { ended, kill, send } = launch(options, (told: Told) => {
    if ('line' in told) options.hear(told.line)
    else if ('ready' in told) ready()
    else if ('broken' in told) ready(told.broken)
    else settle?.('fault' in told ? { how: 'error', fault: told.fault } : { how: 'answered', payload: told.payload })
  })
  ended.then(() => {
    alive = false
    ready()
  })

  async function invoke(id: string, event: string): Promise<Outcome> {
    const broken = await loaded
    if (broken) return { how: 'broken', fault: broken }
    if (!alive) return { how: 'crash', fault: await ended }
    const milliseconds = timeoutSeconds * 1_000
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<Outcome>((done) => {
      const fault = faultOf('Sandbox.Timedout', `Task timed out after ${timeoutSeconds} seconds`)
      timer = setTimeout(() => done({ how: 'timeout', fault }), milliseconds)
    })
    const answered = new Promise<Outcome>((done) => {
      settle = done
    })
    const crashed = ended.then((fault): Outcome => ({ how: 'crash', fault }))
    send({ id, event, until: performance.timeOrigin + performance.now() + milliseconds })
    const outcome = await Promise.race([answered, crashed, late])
    clearTimeout(timer)
    settle = undefined
    if (outcome.how === 'timeout') kill()
    return outcome
  }

  return {
    ...{ ended, invoke, alive: () => alive },
    move: (offset) => send({ offset }),
    async end() {
      kill()
      await ended
    },
  }
}
