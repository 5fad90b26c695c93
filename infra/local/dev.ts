import { startFor } from './start.ts'
import { watchCity } from './watch.ts'

await startFor((run) => watchCity(run))
