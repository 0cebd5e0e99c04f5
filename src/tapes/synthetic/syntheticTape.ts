import { ok, refused, type Result, type Tape } from '../../engine/index.ts'
import { type PathInstrument, pricePath } from '../../kernel/index.ts'
import type { TapeRefusal } from '../TapeRefusal.ts'
import { pathTape } from './pathTape.ts'
import type { SyntheticInstrument, SyntheticMarket } from './SyntheticMarket.ts'
import { syntheticProblem } from './syntheticProblem.ts'

/** A year of the model: 365 days, around the clock. */
export const YEAR_MILLIS = 31536000000

/**
 * One seeded path of geometric Brownian motion, with jumps where the market has them, as a tape. Prices are rounded to
 * each instrument's tick size, at least one tick. With candles a bar's jump is the gap before its open; on a tape of
 * closes the bar it falls in is marked as a jump.
 */
export function syntheticTape(market: SyntheticMarket): Result<Tape, TapeRefusal> {
  const problem = syntheticProblem(market)
  if (problem !== undefined) return refused({ code: 'model', message: problem })
  const model = {
    instruments: market.instruments.map(pathInstrument),
    correlation: Float64Array.from(market.correlation.flat()),
    ...(market.commonJumps === undefined ? {} : { commonJumps: market.commonJumps }),
  }
  const grid = { bars: market.bars, barYears: market.barMillis / YEAR_MILLIS, stepsPerBar: market.stepsPerBar ?? 1 }
  const path = pricePath(model, grid, { seed: market.seed, path: 0 })
  const jumping = market.commonJumps !== undefined || market.instruments.some((one) => one.jumps !== undefined)
  return ok(pathTape({ ...market, source: `Synthetic: geometric Brownian motion${jumping ? ' with jumps' : ''}, seed ${market.seed}` }, path))
}

function pathInstrument({ start, drift, volatility, jumps, commonJumpBeta }: SyntheticInstrument): PathInstrument {
  return {
    start,
    drift,
    volatility,
    ...(jumps === undefined ? {} : { jumps }),
    ...(commonJumpBeta === undefined ? {} : { commonJumpBeta }),
  }
}
