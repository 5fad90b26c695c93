import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import type { Lang } from '../functions/words/words.ts'

interface Refused {
  refused?: { [lang in Lang]?: { title?: string; fields?: { field: string; message: string }[] } }
  errorMessage?: string
}

/** Runs a command as an operator does, and answers what it answered. Throws the sentence of a refusal or a fault. */
export async function invoke<T>(lambda: LambdaClient, name: string, input: unknown, lang: Lang = 'en'): Promise<T> {
  const { Payload, FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(input) }),
  )
  const said = JSON.parse(Payload ? Buffer.from(Payload).toString('utf8') : 'null') as (T & Refused) | null
  if (FunctionError || said === null) throw new Error(`${name} failed: ${said?.errorMessage ?? FunctionError}`)
  const { refused } = said
  if (!refused) return said
  const fields = (refused[lang]?.fields ?? []).map(({ field, message }) => `${field}: ${message}`)
  throw new Error([`${name}: ${refused[lang]?.title ?? 'refused'}`, ...fields].join('; '))
}
