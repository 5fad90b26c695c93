import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Files, and answers of the API beside them, on a port that the system chooses. */
export async function serve(
  fileAt: (path: string) => string | Buffer | undefined,
  answerTo: (path: string, asked: URLSearchParams) => unknown,
): Promise<{ origin: string; close(): void }> {
  const server = createServer(({ url = '/' }, reply) => {
    const { pathname, searchParams } = new URL(url, 'http://site')
    const path = decodeURIComponent(pathname)
    const answer = answerTo(path, searchParams)
    const body = answer === undefined ? fileAt(path) : JSON.stringify(answer)
    const headers = { 'content-type': types[extname(path)] ?? 'application/json' }
    const forEver = path.startsWith('/_astro/') && { 'cache-control': 'max-age=31536000, immutable' }
    reply.writeHead(body === undefined ? 404 : 200, { ...headers, ...forEver }).end(body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}
