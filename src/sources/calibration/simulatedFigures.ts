import { modelMarketOf } from '../../documents/scenario/modelMarketOf.ts'
import type { ModelSource } from '../../documents/scenario/sources/ModelSource.ts'
import { log, marketPath } from '../../kernel/index.ts'
import { modelOf } from '../../tapes/synthetic/modelTape.ts'
import { figuresOf } from './fitFigures.ts'

/** Paths of the fitted model, and the most bars of each. */
export const PATHS = 20
const MOST_BARS = 20_000
/** Any; the same for every fit. */
const SEED = 20_031_123

export function simulatedBars(returns: number): number {
  return Math.min(MOST_BARS, returns)
}

export interface Simulation {
  readonly barYears: number
  readonly bars: number
  readonly path: number
}

/** The figures of each instrument on one path of a model. */
export function simulatedFigures(source: ModelSource, { barYears, bars, path }: Simulation): readonly Float64Array[] {
  const { close } = marketPath(modelOf(modelMarketOf(source)), { bars, barYears, stepsPerBar: 1 }, { seed: SEED, path })
  return source.instruments.map(({ price }, i) => {
    const logs = close.subarray(i * bars, (i + 1) * bars).map(log)
    const returns = logs.map((value, t) => value - (t === 0 ? log(price) : (logs[t - 1] as number)))
    return figuresOf(returns, barYears)
  })
}
