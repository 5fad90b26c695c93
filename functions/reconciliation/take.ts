import { command } from '../door/command.ts'
import { draw } from '../door/random.ts'
import { order } from './taken.ts'
import { take } from './whole-store.ts'

/** Takes a part of a statement file; the part that makes the file whole closes it. Twice changes nothing. */
export const handler = command(order, (of, now) => take(of, draw, now))
