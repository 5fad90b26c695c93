import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { PutParameterCommand } from '@aws-sdk/client-ssm'
import { type At, secretOf } from './at.ts'
import { identity } from './check/identity.ts'
import { check, secretNames } from './check/secrets.ts'
import { atOf, operate, stageAsked } from './shell.ts'

/** Keeps a secret of the stage as a SecureString. It comes by standard input, so that no shell remembers it. */
export async function keepSecret(at: Pick<At, 'aws' | 'stage' | 'print'>, name: string, said: string): Promise<void> {
  if (!secretNames.includes(name)) throw new Error(`There is no secret ${name}; there are ${secretNames.join(', ')}.`)
  check(at.stage, name, said)
  await identity(at)
  const Name = secretOf(at.stage, name)
  const { Version } = await at.aws.ssm.send(
    new PutParameterCommand({ Name, Value: said.trim(), Type: 'SecureString', Overwrite: true }),
  )
  at.print(`${Name} is kept (version ${Version}); functions read it within five minutes.`)
}

if (import.meta.main)
  await operate(async () => {
    const { values, positionals } = parseArgs({ options: { stage: { type: 'string' } }, allowPositionals: true })
    const at = atOf(stageAsked(values.stage))
    const [name = ''] = positionals
    if (process.stdin.isTTY)
      throw new Error(`Hand it over from a file: npm run secret -- --stage … ${name || '<name>'} < file.json`)
    await keepSecret(at, name, await text(process.stdin))
  })
