import type { ModelInstrument, ModelJumps, ModelProcess, ModelSource } from '../../documents/scenario/sources/ModelSource.ts'
import type { CalibratedModel } from '../../sources/calibration/CalibrationReport.ts'
import { brownianMarket } from '../../tapes/synthetic/builtInMarkets.ts'

export type { ModelInstrument, ModelJumps, ModelProcess, ModelRegimes, ModelSource } from '../../documents/scenario/sources/ModelSource.ts'

/** Those that can be fitted, and the one whose end is chosen. */
export type ModelId = CalibratedModel | 'bridge'

export const MODEL_IDS: readonly ModelId[] = ['gbm', 'merton', 'kou', 'heston', 'garch', 'gjr', 'regimes', 'ou', 'bridge']

const { start, barMillis, bars, stepsPerBar, instruments } = brownianMarket(7)

const COMMON = { type: 'model', seed: 7, bars, start, barMillis, stepsPerBar } as const

/** Coins of ordinary size: round, illustrative figures, not estimated from any market. */
const COINS = instruments.map(({ instrument, start: price, decimals, volatility }) => ({ symbol: instrument, price, decimals, volatility }))

function coins(process: (volatility: number, price: number) => ModelProcess): readonly ModelInstrument[] {
  return COINS.map(({ symbol, price, decimals, volatility }) => ({ symbol, price, decimals, process: process(volatility, price) }))
}

const walks = coins((volatility) => ({ type: 'gbm', volatility }))
/** What a jump of the whole market does to the second and the third. */
const BETAS = [1, 1.2, 1.6]

function struck(commonJumps: ModelJumps): Pick<ModelSource, 'instruments' | 'commonJumps'> {
  return { instruments: walks.map((each, i) => ({ ...each, commonJumpBeta: BETAS[i] ?? 1 })), commonJumps }
}

/** A year has so many times "every twenty days". */
const every = (days: number): number => 365 / days

/** Each model ready to be played, with defaults that show what it is for. */
export function modelDefault(model: ModelId): ModelSource {
  const coin = { ...COMMON, correlation: 0.75 }
  switch (model) {
    case 'gbm':
      return { ...coin, instruments: walks }
    case 'merton':
      return { ...coin, ...struck({ type: 'merton', perYear: 26, mean: -0.04, volatility: 0.05 }) }
    case 'kou':
      return { ...coin, ...struck({ type: 'kou', perYear: 50, upShare: 0.4, upMean: 0.02, downMean: 0.03 }) }
    case 'heston':
      return { ...coin, instruments: coins((volatility) => ({ type: 'heston', volatility, longVolatility: volatility, reversion: 8, volOfVol: 1.5, leverage: -0.4 })) }
    case 'garch':
      return { ...coin, instruments: coins((volatility) => ({ type: 'garch', volatility, alpha: 0.08, beta: 0.89 })) }
    case 'gjr':
      return { ...coin, instruments: coins((volatility) => ({ type: 'garch', volatility, alpha: 0.02, beta: 0.9, gamma: 0.1 })) }
    case 'regimes':
      return {
        ...coin,
        instruments: walks,
        regimes: {
          states: [{ name: 'calm', volatilityTimes: 0.6 }, { name: 'storm', volatilityTimes: 2.5, jumpsTimes: 3 }],
          switching: [[0, every(10)], [every(3), 0]],
        },
      }
    case 'ou':
      return {
        ...COMMON,
        correlation: 0,
        instruments: [
          { symbol: 'STABLE-PERP', price: 1, decimals: 4, process: { type: 'ou', level: 1, halfLife: 6 * 3_600_000, volatility: 0.15 } },
          { symbol: 'PAIR-PERP', price: 0.05, decimals: 5, process: { type: 'ou', level: 0.05, halfLife: 5 * 86_400_000, volatility: 0.5 } },
        ],
      }
    case 'bridge':
      return { ...coin, instruments: coins((volatility, price) => ({ type: 'bridge', end: price * (volatility >= 1 ? 0.6 : 0.8), volatility })) }
  }
}
