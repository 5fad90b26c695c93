import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { seeded } from '../random.ts'

/** Loaded before a function's bundle: its clock can be moved and its chance can be repeated. Functions know nothing of it. */
// It was for Node alone, which has read it.
delete process.env.NODE_COMPILE_CACHE

const [offsetText = '0', seedText = ''] = process.argv.slice(4)
let offset = Number(offsetText)
const Real = Date
const realNow = Real.now.bind(Real)
const now = () => realNow() + offset

Real.now = now
globalThis.Date = new Proxy(Real, {
  construct: (target, given, self) => Reflect.construct(target, given.length > 0 ? given : [now()], self),
  apply: () => new Real(now()).toString(),
})
process.on('message', (message: { offset?: number }) => {
  if (typeof message.offset === 'number') offset = message.offset
})

if (seedText !== '') {
  const chance = seeded(Number(seedText))
  const bytes = (size: number) => Buffer.from(Array.from({ length: size }, () => Math.floor(chance() * 256)))
  const fill = <T extends NodeJS.ArrayBufferView>(view: T): T => {
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(bytes(view.byteLength))
    return view
  }
  const uuid = () => {
    const made = bytes(16)
    made[6] = (made[6]! & 0x0f) | 0x40
    made[8] = (made[8]! & 0x3f) | 0x80
    return made.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
  Math.random = chance
  Object.assign(crypto, {
    randomUUID: uuid,
    randomBytes: (size: number, done?: (error: null, made: Buffer) => void) => {
      const made = bytes(size)
      done?.(null, made)
      return made
    },
    randomInt: (from: number, to?: number) =>
      to === undefined ? Math.floor(chance() * from) : from + Math.floor(chance() * (to - from)),
  })
  Object.assign(globalThis.crypto, { randomUUID: uuid, getRandomValues: fill })
  syncBuiltinESMExports()
}
