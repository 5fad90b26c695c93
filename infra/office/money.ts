import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { LambdaClient } from '@aws-sdk/client-lambda'
import type { Lang } from '../../functions/words/words.ts'
import { functionOf } from '../deploy/at.ts'
import { identity } from '../deploy/check/identity.ts'
import { ask, atOf, operate, stageAsked } from '../deploy/shell.ts'
import { invoke } from '../invoke.ts'
import { root } from '../local/kept.ts'
import { running } from '../local/lock.ts'
import { lambdaAt } from '../local/seed.ts'
import { type Stage, stageOf } from '../stages.ts'
import { commands, isCommand, options } from './commands.ts'
import type { Office, Typed } from './office.ts'
import { say } from './words/words.ts'

interface Person {
  lambda: LambdaClient
  stage: Stage
  by: string
}

/** Who orders, and where: in the cloud whom AWS knows, on this machine who says so. */
async function personAt(stage: string | undefined, by: string | undefined, lang: Lang): Promise<Person> {
  if (stage !== 'local') {
    const at = atOf(stageAsked(stage))
    const { who } = await identity(at)
    return { lambda: at.aws.lambda, stage: at.stage, by: who }
  }
  const city = running(join(root, '.local', 'dev'))
  if (!city) throw new Error('No city runs on this machine from this folder: npm start')
  if (!by) throw new Error(say(lang, 'who'))
  return { lambda: lambdaAt(city.invokeOrigin), stage: stageOf('dev'), by }
}

/** An office that gives its orders to the functions of a stage. */
export const officeOf = (
  { lambda, stage, by }: Person,
  lang: Lang,
  hands: Pick<Office, 'ask' | 'print' | 'sure'>,
): Office => ({
  lang,
  by,
  order: (verb, input) => invoke(lambda, functionOf(stage, verb), input, lang),
  read: (path) => readFile(path),
  ...hands,
})

/** What was typed. `--lang` is Vietnamese unless it says English. */
export function typedOf(args: readonly string[]) {
  const text = Object.fromEntries(options.map((name) => [name, { type: 'string' as const }]))
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      ...text,
      ...{ stage: { type: 'string' }, lang: { type: 'string' }, by: { type: 'string' }, yes: { type: 'boolean' } },
      outside: { type: 'boolean' },
    },
    allowPositionals: true,
  })
  const { stage, by, yes = false } = values
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
  await commands[name](await office(), typed)
}

if (import.meta.main)
  await operate(async () => {
    const { command, typed, lang, stage, by, yes } = typedOf(process.argv.slice(2))
    const hands = { ask, sure: yes, print: (line: string) => console.log(line) }
    await run(command, typed, async () => officeOf(await personAt(stage, by, lang), lang, hands), lang)
  })
