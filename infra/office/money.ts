import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import type { LambdaClient } from '@aws-sdk/client-lambda'
import type { Lang } from '../../functions/words/words.ts'
import { signedIn } from '../deploy/check/identity.ts'
import { ask, atOf, operate } from '../deploy/shell.ts'
import { root } from '../local/kept.ts'
import { running } from '../local/lock.ts'
import { lambdaAt } from '../local/seed.ts'
import { type Stage, stageOf, stages } from '../stages.ts'
import { ringing } from './alarms.ts'
import { carryOut, commands, isCommand, optionsOf } from './commands.ts'
import { failed, failureOf } from './failure.ts'
import type { Office, Typed } from './office.ts'
import { orderIn } from './order.ts'
import { say } from './words/words.ts'

interface Person {
  lambda: LambdaClient
  /** Where the stage's alarms are; a city on this machine has none. */
  cloudwatch?: CloudWatchClient
  stage: Stage
  by: string
}

/** Who orders, and where: in the cloud whom AWS knows, on this machine who says so. */
async function personAt(stage: string | undefined, by: string | undefined, lang: Lang): Promise<Person> {
  if (stage !== 'local') {
    const names = Object.keys(stages)
    if (stage === undefined || !names.includes(stage))
      throw new Error(say(lang, 'which-stage', { names: [...names, 'local'].join(', ') }))
    const at = atOf(stageOf(stage))
    const { who } = await signedIn(at).catch((error: unknown) => {
      const failure = failureOf(error)
      throw failure ? failed(lang, failure, 'sts:GetCallerIdentity', error) : error
    })
    const { lambda, cloudwatch } = at.aws
    return { lambda, cloudwatch, stage: at.stage, by: who }
  }
  const city = running(join(root, '.local', 'dev'))
  if (!city) throw new Error(say(lang, 'no-city'))
  if (!by) throw new Error(say(lang, 'who'))
  return { lambda: lambdaAt(city.invokeOrigin), stage: stageOf('dev'), by }
}

/** An office that gives its orders to the functions of a stage. */
export const officeOf = (
  { lambda, cloudwatch, stage, by }: Person,
  lang: Lang,
  hands: Pick<Office, 'ask' | 'print' | 'sure'>,
): Office => ({
  lang,
  by,
  order: orderIn(lambda, stage, lang),
  alarms: async () => (cloudwatch ? ringing(cloudwatch, stage, lang) : say(lang, 'alarms.here')),
  read: (path) =>
    readFile(path).catch((cause: unknown) => {
      throw new Error(say(lang, 'file-unreadable', { path }), { cause })
    }),
  ...hands,
})

const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
const knownTo = (command: string | undefined) => ({
  ...Object.fromEntries(optionsOf(command).map((name) => [name, name === 'outside' ? flag : text])),
  ...{ stage: text, lang: text, by: text, yes: flag },
})

function parsed(args: readonly string[]) {
  const all = { args: [...args], allowPositionals: true } as const
  const [command] = parseArgs({ ...all, options: knownTo(undefined), strict: false }).positionals
  const options = knownTo(command)
  try {
    return parseArgs({ ...all, options })
  } catch (cause) {
    const lang = /(^| )--lang[ =]en( |$)/.test(args.join(' ')) ? 'en' : 'vi'
    const [option = ''] = /--?[\w-]+/.exec(String(cause)) ?? []
    const list = Object.keys(options).map((name) => `--${name}`)
    const word = /Unknown option/.test(String(cause)) ? 'option-unknown' : 'option-odd'
    throw new Error(say(lang, word, { option, all: list.join(', ') }), { cause })
  }
}

/** What was typed. `--lang` is Vietnamese unless it says English. */
export function typedOf(args: readonly string[]) {
  const { values, positionals } = parsed(args)
  const { stage, by, yes = false }: { stage?: string; by?: string; yes?: boolean } = values
  const lang: Lang = values.lang === 'en' ? 'en' : 'vi'
  const [command, ...words] = positionals
  const typed: Typed = { words, options: values }
  return { command, typed, lang, stage, by, yes }
}

/** Runs a command by its name; throws one sentence that lists them all if there is none of that name. */
export async function run(
  name: string | undefined,
  typed: Typed,
  office: () => Promise<Office>,
  lang: Lang,
): Promise<void> {
  if (!isCommand(name)) throw new Error(say(lang, 'which', { names: Object.keys(commands).join(', ') }))
  await carryOut(name, await office(), typed)
}

if (import.meta.main)
  await operate(async () => {
    const { command, typed, lang, stage, by, yes } = typedOf(process.argv.slice(2))
    const hands = { ask, sure: yes, print: (line: string) => console.log(line) }
    await run(command, typed, async () => officeOf(await personAt(stage, by, lang), lang, hands), lang)
  })
