import { ok, refused, type Result, type Series, type Tape } from '../../engine/index.ts'
import { type PathInstrument, pricePath, type PricePath } from '../../kernel/index.ts'
import { roundedToDecimals } from '../columns/priceDigits.ts'
import type { TapeRefusal } from '../TapeRefusal.ts'
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
  return ok(market.stepsPerBar === undefined ? closesOf(market, path) : candlesOf(market, path))
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

/** The start and then the close of every bar, each at the end of its bar. */
function closesOf(market: SyntheticMarket, path: PricePath): Tape {
  const ticks = market.bars + 1
  const jumps = path.jumped.includes(1)
  const jump = new Uint8Array(ticks)
  jump.set(path.jumped, 1)
  return {
    ...header(market, ticks),
    candlePath: 'close-only',
    ...(jumps ? { jump } : {}),
    series: market.instruments.map((one, i): Series => {
      const close = new Float64Array(ticks)
      close[0] = roundedToDecimals(one.start, one.decimals)
      close.set(column(path.close, market, i), 1)
      return { instrument: one.instrument, close }
    }),
  }
}

function candlesOf(market: SyntheticMarket, path: PricePath): Tape {
  return {
    ...header(market, market.bars),
    candlePath: 'nearest-extreme',
    series: market.instruments.map(
      (one, i): Series => ({
        instrument: one.instrument,
        open: column(path.open, market, i),
        high: column(path.high, market, i),
        low: column(path.low, market, i),
        close: column(path.close, market, i),
      }),
    ),
  }
}

function header(market: SyntheticMarket, ticks: number): Omit<Tape, 'series' | 'candlePath'> {
  const jumping = market.commonJumps !== undefined || market.instruments.some((one) => one.jumps !== undefined)
  return {
    id: market.id,
    title: market.title,
    source: `Synthetic: geometric Brownian motion${jumping ? ' with jumps' : ''}, seed ${market.seed}`,
    time: Float64Array.from({ length: ticks }, (_, tick) => market.start + tick * market.barMillis),
    barMillis: market.barMillis,
    between: 'path',
  }
}

/** One instrument's row of an instruments × bars column, rounded to its tick size; rounding keeps low ≤ open, close ≤ high. */
function column(values: Float64Array, market: SyntheticMarket, i: number): Float64Array {
  const decimals = market.instruments[i]?.decimals ?? 0
  return values.subarray(i * market.bars, (i + 1) * market.bars).map((price) => roundedToDecimals(price, decimals))
}
