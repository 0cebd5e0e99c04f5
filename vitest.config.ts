import { defineConfig } from 'vitest/config'

/** Unit and property tests, in Node. fast-check prints the seed and path of a failure; FC_SEED repeats it. */
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['scripts/fastCheck.setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // Files of one thread share their modules, which hold no state of their own: loading the engine anew for each of 170 took a third of the run.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
