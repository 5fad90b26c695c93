import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { compiled } from './infra/local/kept.ts'

// Each worker, engine and city is a process that loads what another one has loaded before.
process.env.NODE_COMPILE_CACHE ??= compiled

/**
 * What takes longest, longest first: it begins first, so that nothing waits for it at the end. The second and the third
 * need neither the assembly nor the site that the first one makes.
 */
const long = [
  'journeys.test',
  'look.test',
  'infra/synth.test',
  'pages.test',
  'local/start.test',
  'watch.test',
  'world.engine',
  'fold.engine',
  'site.test',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.includes(name))
      return at < 0 ? long.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

/** Files of one process share what they have loaded: only where none leaves anything behind for the next. */
const together = { isolate: false }

/** The layers of design, lowest first: a bug belongs to the lowest that can catch it. Layers of one place run side by side. */
const suite = (place: number, name: string, include: string[], testTimeout: number, more: object = {}) => ({
  test: { name, include, testTimeout, hookTimeout: 120_000, sequence: { groupOrder: place }, ...more },
})

export default defineConfig({
  test: {
    reporters: ['default'],
    // A file waits more than it works, for engines, browsers and clocks: one more than two cores.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      suite(0, 'house', ['test/*.test.ts'], 10_000),
      suite(0, 'pure', ['test/functions/**/*.test.ts'], 20_000, {
        exclude: ['test/functions/**/*.engine.test.ts'],
        ...together,
      }),
      suite(1, 'engine', ['test/functions/**/*.engine.test.ts', 'test/infra/local/**/*.test.ts'], 90_000),
      suite(1, 'infra', ['test/infra/*.test.ts', 'test/infra/{deploy,office}/*.test.ts'], 60_000, {
        globalSetup: ['test/infra/folder.ts'],
        ...together,
      }),
      suite(1, 'site', ['test/site/**/*.test.ts'], 60_000),
      suite(1, 'journeys', ['test/journeys/**/*.test.ts'], 90_000),
    ],
  },
})
