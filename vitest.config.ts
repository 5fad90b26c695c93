import { defineConfig } from 'vitest/config'

let place = 0
/** The layers of design, lowest first, one after the other: a bug belongs to the lowest that can catch it. */
const suite = (name: string, include: string[], testTimeout: number, more: object = {}) => ({
  test: { name, include, testTimeout, hookTimeout: 120_000, sequence: { groupOrder: place++ }, ...more },
})

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      suite('house', ['test/*.test.ts'], 10_000),
      suite('pure', ['test/functions/**/*.test.ts'], 20_000, { exclude: ['test/functions/**/*.engine.test.ts'] }),
      suite('engine', ['test/functions/**/*.engine.test.ts', 'test/infra/local/**/*.test.ts'], 60_000),
      suite('infra', ['test/infra/*.test.ts', 'test/infra/deploy/*.test.ts'], 60_000),
      suite('site', ['test/site/**/*.test.ts'], 60_000),
      suite('journeys', ['test/journeys/**/*.test.ts'], 90_000, { fileParallelism: false }),
    ],
  },
})
