import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import type { Lang } from '../functions/words/words.ts'

interface Problem {
  title?: string
  fields?: { field: string; message: string }[]
}
interface Answer {
  refused?: { [lang in Lang]?: Problem }
  errorMessage?: string
}
interface How {
  /** Of a refusal's sentence. */
  lang?: Lang
  /** What a person typed for a field, by the field's name; a field that is not here keeps its own. */
  typed?: Readonly<Record<string, string>>
}

/** A command's own no: one sentence, its title and then what is wrong where. */
export class Refused extends Error {
  constructor({ title = 'refused', fields = [] }: Problem, typed: Readonly<Record<string, string>>) {
    const where = fields.map(({ field, message }) => `${typed[field] ?? field}: ${message}`).join('; ')
    super(where === '' ? title : `${title} (${where})`)
    this.name = 'Refused'
  }
}

/** A command that broke: nobody knows how far it came. */
export class Fault extends Error {
  readonly reason: string
  constructor(name: string, reason: string) {
    super(`${name} failed: ${reason}`)
    this.name = 'Fault'
    this.reason = reason
  }
}

/** Runs a command as an operator does, and answers what it answered. Throws Refused, Fault, or why AWS did not run it. */
export async function invoke<T>(
  lambda: LambdaClient,
  name: string,
  input: unknown,
  { lang = 'en', typed = {} }: How = {},
): Promise<T> {
  const { Payload, FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(input) }),
  )
  const said = JSON.parse(Payload ? Buffer.from(Payload).toString('utf8') : 'null') as (T & Answer) | null
  if (FunctionError || said === null) throw new Fault(name, said?.errorMessage ?? FunctionError ?? 'no answer')
  if (said.refused) throw new Refused(said.refused[lang] ?? {}, typed)
  return said
}
