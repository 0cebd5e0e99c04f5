import * as v from 'valibot'
import type { Millis } from '../../../engine/index.ts'
import { knownObject } from '../../validators/knownObject.ts'
import { nameText } from '../../validators/nameText.ts'
import { finiteNumber, positiveNumber, wholeNumber } from '../../validators/numbers.ts'
import { wholeMillis } from '../../validators/times.ts'
import { atLeastOne, barCount, clockFields, decimalPlaces, notNegative, seedNumber } from './sourceFields.ts'

/** Seeded prices of several correlated instruments, each by a process of its own. Rates are per year of 365 days, shares are fractions. */
export interface ModelSource {
  readonly type: 'model'
  readonly seed: number
  readonly bars: number
  readonly start?: Millis | undefined
  readonly barMillis?: Millis | undefined
  /** Points inside a bar from which its candle is made; a tape of closes unless said. */
  readonly stepsPerBar?: number | undefined
  readonly instruments: readonly ModelInstrument[]
  /** Of the Brownian parts: one coefficient for every pair, or the whole matrix. 0 unless said. */
  readonly correlation?: number | readonly (readonly number[])[] | undefined
  /** Jumps that strike all instruments in the same moment. */
  readonly commonJumps?: ModelJumps | undefined
  readonly regimes?: ModelRegimes | undefined
}

export interface ModelInstrument {
  readonly symbol: string
  /** At the start, quote per base. */
  readonly price: number
  /** Decimal places of the prices; 2 unless said. */
  readonly decimals?: number | undefined
  readonly process: ModelProcess
  /** Jumps of this instrument alone, on top of its process. */
  readonly jumps?: ModelJumps | undefined
  /** What a common jump J does here: commonJumpBeta·J. 1 unless said. */
  readonly commonJumpBeta?: number | undefined
}

/** `drift` is the growth of the expected price a year, 0 unless said; a `volatility` of 0.8 is 80 % a year. */
export type ModelProcess =
  | { readonly type: 'gbm'; readonly drift?: number | undefined; readonly volatility: number }
  | HestonProcess
  | GarchProcess
  | OuProcess
  | BridgeProcess

/** Volatility that moves by itself (Heston 1993): dv = reversion·(longVolatility² − v) dt + volOfVol·√v dW. */
export interface HestonProcess {
  readonly type: 'heston'
  readonly drift?: number | undefined
  /** At the start, a year. */
  readonly volatility: number
  /** Where it returns to, a year. */
  readonly longVolatility: number
  /** Speed of the return, a year: half of a deviation of the variance is gone after ln 2 / reversion years. */
  readonly reversion: number
  /** Of the variance, per √year. */
  readonly volOfVol: number
  /** Correlation of the price with its variance, −1 to 1. */
  readonly leverage: number
}

/** Volatility that follows the bars before (Bollerslev 1986; Glosten, Jagannathan and Runkle 1993): a step is a bar. */
export interface GarchProcess {
  readonly type: 'garch'
  readonly drift?: number | undefined
  /** In the long run, a year. */
  readonly volatility: number
  /** Share of the last squared surprise in the variance of a bar. */
  readonly alpha: number
  /** Share of the last variance. */
  readonly beta: number
  /** What a fall adds to alpha; 0 unless said, the plain GARCH(1,1). alpha + beta + gamma/2 is below 1. */
  readonly gamma?: number | undefined
}

/** The logarithm of the price returns to a level (Ornstein and Uhlenbeck 1930): pairs, stablecoins. */
export interface OuProcess {
  readonly type: 'ou'
  /** The price it returns to. */
  readonly level: number
  /** After how long half of a deviation is gone, ms. */
  readonly halfLife: Millis
  /** Of the logarithm of the price, a year, as if nothing pulled it back. */
  readonly volatility: number
}

/** A random walk that is pinned at both ends: the last close is the chosen price. */
export interface BridgeProcess {
  readonly type: 'bridge'
  /** Price at the close of the last bar. */
  readonly end: number
  readonly volatility: number
}

export type ModelJumps = MertonJumps | KouJumps

/** Normal jumps of the logarithm of the price (Merton 1976). */
export interface MertonJumps {
  readonly type?: 'merton' | undefined
  readonly perYear: number
  readonly mean: number
  readonly volatility: number
}

/** Exponential jumps of the logarithm of the price, up and down (Kou 2002). */
export interface KouJumps {
  readonly type: 'kou'
  readonly perYear: number
  /** Share of the jumps that go up. */
  readonly upShare: number
  /** Mean of the logarithm of an upward jump; below 1, or the expected price would be infinite. */
  readonly upMean: number
  /** Mean size of a downward one, positive. */
  readonly downMean: number
}

/** Calm and stormy markets by turns: one Markov chain for all instruments (Hamilton 1989). Begins in the first state. */
export interface ModelRegimes {
  readonly states: readonly RegimeState[]
  /** Switches a year from the state of the row to that of the column; what stands on the diagonal is not read. */
  readonly switching: readonly (readonly number[])[]
}

export interface RegimeState {
  readonly name: string
  /** What every volatility is multiplied by. */
  readonly volatilityTimes: number
  /** Added to the drift of every instrument that has one, a year; 0 unless said. */
  readonly drift?: number | undefined
  /** What the number of jumps is multiplied by; 1 unless said. */
  readonly jumpsTimes?: number | undefined
}

const drift = v.optional(finiteNumber)
const coefficient = v.pipe(finiteNumber, v.check((value) => Math.abs(value) <= 1, 'a coefficient from -1 to 1 was expected'))

const process = v.variant('type', [
  knownObject({ type: v.literal('gbm'), drift, volatility: notNegative }),
  knownObject({
    type: v.literal('heston'),
    drift,
    volatility: notNegative,
    longVolatility: notNegative,
    reversion: positiveNumber,
    volOfVol: notNegative,
    leverage: coefficient,
  }),
  knownObject({ type: v.literal('garch'), drift, volatility: notNegative, alpha: notNegative, beta: notNegative, gamma: v.optional(finiteNumber) }),
  knownObject({ type: v.literal('ou'), level: positiveNumber, halfLife: wholeMillis, volatility: notNegative }),
  knownObject({ type: v.literal('bridge'), end: positiveNumber, volatility: notNegative }),
])

const jumps = v.optional(
  v.variant(
    'type',
    [
      knownObject({ type: v.literal('kou'), perYear: notNegative, upShare: notNegative, upMean: positiveNumber, downMean: positiveNumber }),
      knownObject({ type: v.optional(v.literal('merton')), perYear: notNegative, mean: finiteNumber, volatility: notNegative }),
    ],
    '"kou", "merton" or nothing was expected',
  ),
)

export const modelSource = knownObject({
  type: v.literal('model'),
  seed: seedNumber,
  bars: barCount,
  ...clockFields,
  stepsPerBar: v.optional(v.pipe(wholeNumber, v.minValue(1, 'at least one point was expected'), v.maxValue(1000, 'at most 1000 points are made'))),
  instruments: atLeastOne(
    knownObject({ symbol: nameText, price: positiveNumber, decimals: decimalPlaces, process, jumps, commonJumpBeta: v.optional(finiteNumber) }),
  ),
  correlation: v.optional(v.union([coefficient, v.array(v.array(coefficient))], 'a coefficient from -1 to 1, or a matrix of such, was expected')),
  commonJumps: jumps,
  regimes: v.optional(
    knownObject({
      states: v.pipe(
        v.array(knownObject({ name: nameText, volatilityTimes: notNegative, drift, jumpsTimes: v.optional(notNegative) })),
        v.minLength(2, 'at least two states were expected'),
        v.maxLength(8, 'at most 8 states are read'),
      ),
      switching: v.array(v.array(notNegative)),
    }),
  ),
})
