import { createRun, type Setup } from '../../run/createRun.ts'
import { resolveRules } from '../../venues/resolveRules.ts'
import type { FigureScene } from '../FigureScene.ts'

/** A scenario played to its end in all three twins, as figures are looked up in. */
export function livedIn(setup: Setup): FigureScene {
  const resolved = { ...setup, rules: resolveRules(setup.rules, setup.instruments) }
  const tick = setup.tape.time.length - 1
  const run = (walls: keyof FigureScene['runs']): ReturnType<typeof createRun> => {
    const made = createRun(resolved, walls)
    made.advanceTo(tick)
    return made
  }
  return { setup: resolved, runs: { 'as-set': run('as-set'), 'all-isolated': run('all-isolated'), 'all-cross': run('all-cross') }, tick }
}
