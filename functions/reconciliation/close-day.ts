import { clock } from '../door/clock.ts'
import { draw } from '../door/random.ts'
import { closeDays } from './close-store.ts'

export const handler = clock((now) => closeDays(draw, now))
