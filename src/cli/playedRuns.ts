import { createRun, TWINS, type Run, type Setup, type TwinRuns } from '../engine/index.ts'

/** The three twins of a scenario, played up to a tick. */
export function playedRuns(setup: Setup, tick: number): TwinRuns {
  const [asSet, isolated, cross] = TWINS.map((walls): Run => {
    const run = createRun(setup, walls)
    run.advanceTo(tick)
    return run
  })
  if (asSet === undefined || isolated === undefined || cross === undefined) throw new Error('T1: there are three twins')
  return { 'as-set': asSet, 'all-isolated': isolated, 'all-cross': cross }
}
