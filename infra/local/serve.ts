import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Listening {
  /** `http://127.0.0.1:port` */
  origin: string
  port: number
  close(): Promise<void>
}

/** Opens a server on this machine only; port 0 is any free one. Rejects with EADDRINUSE if the port is taken. */
export async function listen(server: Server, port = 0): Promise<Listening> {
  // Whoever asks ends a connection: one that the server ends while it is idle may have a question on its way, which is lost.
  server.keepAliveTimeout = 0
  await new Promise<void>((done, failed) => {
    server.once('error', failed).listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      done()
    })
  })
  const { port: given } = server.address() as AddressInfo
  return {
    ...{ origin: `http://127.0.0.1:${given}`, port: given },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** The whole body; undefined if it is longer than `most` bytes, the rest of which is not kept. */
export async function readBody(message: IncomingMessage): Promise<Buffer>
export async function readBody(message: IncomingMessage, most: number): Promise<Buffer | undefined>
export async function readBody(message: IncomingMessage, most = Number.POSITIVE_INFINITY): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of message as AsyncIterable<Buffer>) {
    length += part.length
    if (length <= most) parts.push(part)
  }
  return length > most ? undefined : Buffer.concat(parts)
}
