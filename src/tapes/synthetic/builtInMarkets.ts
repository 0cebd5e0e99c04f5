import { HOUR, SCRIPT_START } from '../scripted/oneBadAltcoin.ts'
import type { SyntheticMarket } from './SyntheticMarket.ts'

/** Three instruments of ordinary crypto size. Round, illustrative figures; not estimated from any market. */
const PLAIN: Omit<SyntheticMarket, 'id' | 'title' | 'seed'> = {
  start: SCRIPT_START,
  barMillis: HOUR,
  bars: 720,
  stepsPerBar: 12,
  instruments: [
    { instrument: 'BTC-PERP', start: 60000, decimals: 1, drift: 0, volatility: 0.6 },
    { instrument: 'ETH-PERP', start: 3000, decimals: 2, drift: 0, volatility: 0.75 },
    { instrument: 'SOL-PERP', start: 150, decimals: 3, drift: 0, volatility: 1 },
  ],
  correlation: [
    [1, 0.8, 0.7],
    [0.8, 1, 0.75],
    [0.7, 0.75, 1],
  ],
}

/** Thirty days of hourly candles of three correlated instruments without jumps. */
export function brownianMarket(seed: number): SyntheticMarket {
  return { ...PLAIN, id: `brownian-${seed}`, title: `Random walk, seed ${seed}`, seed }
}

/** The same three with a market-wide jump every other week or so, and SOL falling through the floor now and then. */
export function jumpMarket(seed: number): SyntheticMarket {
  return {
    ...PLAIN,
    id: `jumps-${seed}`,
    title: `Random walk with jumps, seed ${seed}`,
    seed,
    instruments: PLAIN.instruments.map((one) => {
      if (one.instrument === 'SOL-PERP') return { ...one, commonJumpBeta: 1.6, jumps: { perYear: 12, mean: -0.08, volatility: 0.08 } }
      return one.instrument === 'ETH-PERP' ? { ...one, commonJumpBeta: 1.2 } : one
    }),
    commonJumps: { perYear: 26, mean: -0.04, volatility: 0.05 },
  }
}
