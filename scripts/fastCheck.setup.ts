import fc from 'fast-check'

/**
 * Property tests draw a new seed each run and print it when they fail. To repeat one: `FC_SEED=-1234567 npx vitest run x`.
 * To look harder: `FC_RUNS=100000 npx vitest run x`, for properties that do not state their own number of runs.
 */
const { FC_SEED, FC_RUNS } = process.env

fc.configureGlobal({
  ...(FC_SEED === undefined ? {} : { seed: Number(FC_SEED) }),
  ...(FC_RUNS === undefined ? {} : { numRuns: Number(FC_RUNS) }),
})
