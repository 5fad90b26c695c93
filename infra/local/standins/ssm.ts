import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { signedBy } from '../iam.ts'
import { type Listening, listen, readBody } from '../serve.ts'

interface Parameter {
  type: 'String' | 'SecureString'
  value: string
  version: number
}

interface Options {
  /** Where parameters are kept; in memory without it. */
  file?: string | undefined
  /** False if whoever signed must not do this; nobody is judged without it. */
  may?: (name: string, action: string, parameter: string) => boolean
}

/** What a SecureString looks like to whoever does not ask for it in clear. */
const sealed = 'AQICAHsealed'

/** Enough of SSM's Parameter Store: GetParameter and PutParameter, with SecureStrings. `put` is for the runner. */
export async function startSsm({ file, may = () => true }: Options = {}) {
  const kept = new Map<string, Parameter>(
    file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as [string, Parameter][]) : [],
  )
  function put(name: string, value: string, type: Parameter['type'] = 'SecureString'): Parameter {
    const made = { type, value, version: (kept.get(name)?.version ?? 0) + 1 }
    kept.set(name, made)
    if (file) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, JSON.stringify([...kept]), { mode: 0o600 })
    }
    return made
  }

  function answer(operation: string, input: Record<string, unknown>, who: string): { status: number; body: object } {
    const name = String(input.Name ?? '')
    const have = kept.get(name)
    const refuse = (type: string) => ({ status: 400, body: { __type: type, message: `${operation} ${name}` } })
    if (!may(who, `ssm:${operation}`, name)) return refuse('AccessDeniedException')
    if (operation === 'GetParameter') {
      if (!have) return refuse('ParameterNotFound')
      const { type: Type, value, version: Version } = have
      const Value = Type === 'SecureString' && input.WithDecryption !== true ? sealed : value
      return { status: 200, body: { Parameter: { Name: name, Type, Value, Version, DataType: 'text' } } }
    }
    if (operation === 'PutParameter') {
      if (have && input.Overwrite !== true) return refuse('ParameterAlreadyExists')
      const made = put(name, String(input.Value), input.Type === 'String' ? 'String' : 'SecureString')
      return { status: 200, body: { Tier: 'Standard', Version: made.version } }
    }
    return refuse('UnknownOperationException')
  }

  const server = createServer(async (request, response) => {
    const operation = String(request.headers['x-amz-target'] ?? '').replace('AmazonSSM.', '')
    let said: ReturnType<typeof answer>
    try {
      said = answer(
        operation,
        JSON.parse((await readBody(request)).toString('utf8')) as Record<string, unknown>,
        signedBy(request.headers.authorization),
      )
    } catch {
      said = { status: 400, body: { __type: 'SerializationException' } }
    }
    response.writeHead(said.status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(said.body))
  })
  const door: Listening = await listen(server)
  return { ...door, put, get: (name: string) => kept.get(name)?.value }
}
export type Ssm = Awaited<ReturnType<typeof startSsm>>
