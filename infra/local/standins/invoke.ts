import { createServer } from 'node:http'
import { type Listening, listen, readBody } from '../serve.ts'
import type { Outcome } from '../worker/worker.ts'

interface Options {
  /** Names of the functions that may be invoked. */
  names: readonly string[]
  invoke(name: string, event: unknown, cause: string): Promise<Outcome>
}

/** Lambda's Invoke: `aws lambda invoke --endpoint-url … --function-name …` works against it. */
export async function startInvoke({ names, invoke }: Options): Promise<Listening> {
  const server = createServer(async (request, response) => {
    const say = (status: number, body: string, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
    const [, asked = ''] = /^\/2015-03-31\/functions\/([^/]+)\/invocations/.exec(request.url ?? '') ?? []
    const name = decodeURIComponent(asked).split(':').at(-1) ?? ''
    if (request.method !== 'POST' || !names.includes(name))
      return say(404, JSON.stringify({ Message: `Function not found: ${name}` }), {
        'x-amzn-errortype': 'ResourceNotFoundException',
      })
    const text = (await readBody(request)).toString('utf8')
    let event: unknown = null
    try {
      if (text !== '') event = JSON.parse(text)
    } catch {
      return say(400, JSON.stringify({ Message: 'the payload is no JSON' }), {
        'x-amzn-errortype': 'InvalidRequestContentException',
      })
    }
    if (request.headers['x-amz-invocation-type'] === 'Event') {
      invoke(name, event, 'invoked').catch(() => {})
      return say(202, '')
    }
    const outcome = await invoke(name, event, 'invoked')
    if (outcome.how === 'answered') return say(200, outcome.payload, { 'x-amz-executed-version': '$LATEST' })
    return say(200, JSON.stringify(outcome.fault), { 'x-amz-function-error': 'Unhandled' })
  })
  return listen(server)
}
