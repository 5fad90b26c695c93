import { mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { readAssembly } from './assembly.ts'
import { edgeOf } from './edge/edge.ts'
import { readEdge } from './edge/shape.ts'
import { startEngine } from './engine.ts'
import { type Functions, startFunctions } from './functions.ts'
import { accountsIn } from './gateways/accounts.ts'
import { originsOf, startGateways } from './gateways/all.ts'
import { openDesk } from './gateways/desk.ts'
import { startHttpApi } from './http-api.ts'
import { permissions } from './iam.ts'
import { openLog } from './log.ts'
import { type Parts, partsOf } from './parts.ts'
import { placesOf } from './places.ts'
import { letterhead, startPost } from './post.ts'
import { startProxy } from './proxy.ts'
import { type Schedules, startSchedules } from './schedules.ts'
import { listen } from './serve.ts'
import { startInvoke } from './standins/invoke.ts'
import { startS3 } from './standins/s3.ts'
import { startSsm } from './standins/ssm.ts'
import { type Bells, startBells } from './streams.ts'
import { makeTable } from './table.ts'
import { tableGate } from './table-gate.ts'
import { movableTime, type Time } from './time.ts'

export interface CityOptions {
  /** Folder of the cloud assembly. */
  assembly: string
  /** Folder where everything is kept; nothing is kept without it. */
  data?: string
  /** Of the public address; 0 is any free one. Rejects with EADDRINUSE if it is taken. */
  port?: number
  /** Gets each line of the log. */
  print?: (line: string) => void
  /** Whether schedules run by themselves. */
  running?: boolean
  /** Makes the functions' chance repeatable. */
  seed?: number
}

export type City = Awaited<ReturnType<typeof startCity>>

/** Ends what was begun, last first. */
function endings() {
  const all: (() => unknown)[] = []
  return {
    later: <T extends { close(): unknown }>(begun: T): T => {
      all.push(() => begun.close())
      return begun
    },
    async end(): Promise<void> {
      for (const close of all.splice(0).reverse()) await close()
    },
  }
}

/** Brings up the stage of the assembly on this machine. If one part does not come up, all others go down again. */
export async function startCity(options: CityOptions) {
  const { later, end } = endings()
  try {
    return await start(options, later, end)
  } catch (error) {
    await end()
    throw error
  }
}

type Later = ReturnType<typeof endings>['later']

/** The front door is open before anything stands behind it, because what stands there must know its address. */
async function openDoor(port: number, later: Later) {
  let handle = (_: IncomingMessage, response: ServerResponse): void => void response.writeHead(503).end()
  const server = createServer({ maxHeaderSize: 32_768 }, (request, response) => handle(request, response))
  const { origin } = later(await listen(server, port))
  return {
    origin,
    lead: (to: typeof handle) => {
      handle = to
    },
  }
}

async function start(options: CityOptions, later: Later, end: () => Promise<void>) {
  const { assembly: folder, data, port = 0, print, running = false, seed } = options
  const bare = readAssembly(folder)
  const plain = partsOf(bare)
  const { may } = permissions(bare)
  const parameter = (name: string) => `arn:aws:ssm:${bare.region}:${bare.account}:parameter${name}`
  if (data) mkdirSync(data, { recursive: true })
  const file = (name: string) => (data === undefined ? {} : { file: join(data, name) })
  const time = movableTime()
  const { now } = time
  const log = openLog(print)

  const { origin, lead } = await openDoor(port, later)
  const names = plain.buckets.map(({ name }) => name)
  const s3 = later(await startS3({ buckets: names, folder: data && join(data, 's3'), now, may }))
  const ssm = later(
    await startSsm({ ...file('ssm.json'), may: (who, action, name) => may(who, action, parameter(name)) }),
  )
  const accounts = accountsIn(ssm, secretsPrefix(plain))
  const standIns = await startGateways({ accounts, city: origin, now }, later)
  const desk = later(await openDesk(standIns))

  const parameters = { PublicOrigin: origin, PaymentOrigins: originsOf(standIns), MailFrom: letterhead }
  const assembly = readAssembly(folder, parameters)
  const parts = partsOf(assembly)
  const post = later(await startPost({ assembly, parts, now }))
  const engine = later(await startEngine(file('table.db')))
  for (const table of parts.tables) await makeTable(engine.endpoint, table)
  const proxy = later(await startProxy(engine.endpoint))
  proxy.gate = tableGate(assembly, parts.tables, { may })
  const environment = {
    AWS_REGION: assembly.region,
    AWS_DEFAULT_REGION: assembly.region,
    AWS_ENDPOINT_URL_DYNAMODB: proxy.endpoint,
    AWS_ENDPOINT_URL_S3: s3.origin,
    AWS_ENDPOINT_URL_SSM: ssm.origin,
    AWS_ENDPOINT_URL_SESV2: post.ses.origin,
  }
  const functions = later(startFunctions({ parts: parts.functions, environment, log, seed }))
  const { invoke } = functions
  post.lead(invoke)
  const lambda = later(await startInvoke({ names: parts.functions.map(({ name }) => name), invoke }))
  const apis = await Promise.all(
    parts.apis.map(async (part) => ({ part, door: later(await startHttpApi({ part, invoke, now })) })),
  )
  const edge = later(edgeOf({ parts: readEdge(assembly), places: placesOf(parts, apis, s3.origin), now }))
  lead(edge.handle)
  const ringing = { endpoint: engine.endpoint, bell: proxy.bell, invoke, now, note: log.note }
  const bells = later(startBells({ parts: parts.bells, ...ringing, ...file('stream-places.json') }))
  const schedules = later(startSchedules({ parts: parts.schedules, time, invoke, running }))
  return {
    ...handles({ parts, functions, bells, schedules, time }),
    /** `http://127.0.0.1:port`, what people open. */
    origin,
    apiOrigin: apis[0]?.door.origin ?? '',
    /** Where Lambda's Invoke is. */
    invokeOrigin: lambda.origin,
    s3Origin: s3.origin,
    bucket: parts.buckets[0]?.name ?? '',
    ...{ assembly, parts, proxy, functions, log, ssm, ses: post.ses, bells, engine, accounts, now, desk },
    ...standIns,
    invalidate: edge.invalidate,
    /** Ends everything, the last first. */
    close: end,
  }
}

interface Running {
  parts: Parts
  functions: Functions
  bells: Bells
  schedules: Schedules
  time: Time
}

/** What one can do with a city that is up. */
function handles({ parts, functions, bells, schedules, time }: Running) {
  const nameOf = (verb: string): string => {
    const found = parts.functions.find((each) => each.verb === verb || each.name === verb)
    if (!found) throw new Error(`no function runs ${verb}`)
    return found.name
  }
  return {
    /** Name in Lambda of the function that runs a verb. */
    nameOf,
    /** Milliseconds that the city's clock is ahead. */
    offset: time.offset,
    /** Moves the city's clock on and runs what has become due. */
    async moveTime(seconds: number): Promise<void> {
      time.move(seconds)
      functions.move(time.offset())
      await schedules.catchUp()
    },
    /** Runs a verb that a schedule runs, now. */
    fire: (verb: string) => schedules.fire(nameOf(verb)),
    /** Resolves when every change has rung, and nothing runs any more. */
    async settled(): Promise<void> {
      await functions.idle()
      await bells.settled()
      await functions.idle()
    },
  }
}

/** Where the stage's functions look for secrets. */
const secretsPrefix = ({ functions }: Parts): string =>
  functions.map(({ environment }) => environment.SECRETS_PREFIX).find((each) => each !== undefined) ?? ''
