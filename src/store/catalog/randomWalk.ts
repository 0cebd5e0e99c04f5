import type { GbmSource } from '../../documents/scenario/TapeSource.ts'
import { brownianMarket, jumpMarket } from '../../tapes/synthetic/builtInMarkets.ts'
import type { SyntheticMarket } from '../../tapes/synthetic/SyntheticMarket.ts'

export type { GbmSource } from '../../documents/scenario/TapeSource.ts'

/** The built-in random walk as a scenario's tape source: thirty days of hourly candles of three instruments. */
export function randomWalk(model: 'plain' | 'jumps', seed: number): GbmSource {
  return sourceOf(model === 'jumps' ? jumpMarket(seed) : brownianMarket(seed))
}

function sourceOf({ seed, start, barMillis, bars, stepsPerBar, instruments, correlation, commonJumps }: SyntheticMarket): GbmSource {
  return {
    type: 'gbm',
    seed,
    bars,
    start,
    barMillis,
    stepsPerBar,
    instruments: instruments.map(({ instrument, start: price, ...rest }) => ({ symbol: instrument, price, ...rest })),
    correlation,
    commonJumps,
  }
}
