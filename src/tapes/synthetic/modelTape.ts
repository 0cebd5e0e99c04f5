import { ok, refused, type Result, type Tape } from '../../engine/index.ts'
import { marketPath, type MarketModel, type PriceProcess } from '../../kernel/index.ts'
import type { TapeRefusal } from '../TapeRefusal.ts'
import type { ModelMarket } from './ModelMarket.ts'
import { modelProblem } from './modelProblem.ts'
import { pathTape } from './pathTape.ts'
import { YEAR_MILLIS } from './syntheticTape.ts'

const NAMES: Readonly<Record<PriceProcess['type'], string>> = {
  gbm: 'geometric Brownian motion',
  heston: 'Heston',
  garch: 'GARCH',
  ou: 'Ornstein–Uhlenbeck',
  bridge: 'Brownian bridge',
}
/** Prices from here on are not decimals of a tick any more. */
const MOST_PRICE = 1e15

/** One seeded path of the models as a tape. Prices are rounded to each instrument's tick size, at least one tick. */
export function modelTape(market: ModelMarket): Result<Tape, TapeRefusal> {
  const problem = modelProblem(market)
  if (problem !== undefined) return refused({ code: 'model', message: problem })
  const path = marketPath(modelOf(market), { bars: market.bars, barYears: market.barMillis / YEAR_MILLIS, stepsPerBar: market.stepsPerBar ?? 1 }, { seed: market.seed, path: 0 })
  if (path.high.some((price) => !(price < MOST_PRICE))) return refused({ code: 'model', message: `A price grows beyond ${MOST_PRICE}. Enter less drift or volatility, or fewer bars.` })
  return ok(pathTape({ ...market, source: `Synthetic: ${nameOf(market)}, seed ${market.seed}` }, path))
}

/** The market as the kernel simulates it. */
export function modelOf(market: ModelMarket): MarketModel {
  const { regimes } = market
  return {
    instruments: market.instruments,
    correlation: Float64Array.from(market.correlation.flat()),
    ...(market.commonJumps === undefined ? {} : { commonJumps: market.commonJumps }),
    ...(regimes === undefined ? {} : { regimes: { states: regimes.states, switching: Float64Array.from(regimes.switching.flat()) } }),
  }
}

/** What made the prices, in a line. */
export function nameOf({ instruments, commonJumps, regimes }: ModelMarket): string {
  const kinds = [...new Set(instruments.map(({ process }) => (process.type === 'garch' && process.gamma !== 0 ? 'GJR-GARCH' : NAMES[process.type])))]
  const jumping = commonJumps !== undefined || instruments.some((one) => one.jumps !== undefined)
  return `${kinds.join(', ')}${jumping ? ' with jumps' : ''}${regimes === undefined ? '' : ' in regimes'}`
}
