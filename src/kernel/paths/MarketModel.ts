import type { JumpModel } from './PathModel.ts'

/** Several instruments, each by a process of its own, with what they share. Rates are per year. */
export interface MarketModel {
  readonly instruments: readonly MarketInstrument[]
  /** Of the Brownian parts, n × n, row-major. */
  readonly correlation: Float64Array
  /** Jumps that strike all instruments in the same moment. */
  readonly commonJumps?: JumpLaw
  readonly regimes?: RegimeModel
}

export interface MarketInstrument {
  /** Price at the start, positive. */
  readonly start: number
  readonly process: PriceProcess
  readonly jumps?: JumpLaw
  /** What a common jump J does here: commonJumpBeta·J; 1 unless said. */
  readonly commonJumpBeta?: number
}

export type PriceProcess =
  | { readonly type: 'gbm'; readonly drift: number; readonly volatility: number }
  | HestonModel
  | GarchModel
  | OuModel
  /** The last close of the path is `end`. */
  | { readonly type: 'bridge'; readonly end: number; readonly volatility: number }

/** dv = reversion·(longVolatility² − v) dt + volOfVol·√v dW, corr(dW, dB) = leverage; v(0) = volatility². */
export interface HestonModel {
  readonly type: 'heston'
  readonly drift: number
  readonly volatility: number
  readonly longVolatility: number
  readonly reversion: number
  readonly volOfVol: number
  readonly leverage: number
}

/** h' = ω + (alpha + gamma·[ε < 0])·ε² + beta·h for the variance h of a bar, ω so that its mean is volatility²·bar. */
export interface GarchModel {
  readonly type: 'garch'
  readonly drift: number
  readonly volatility: number
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
}

/** d ln S = reversion·(ln level − ln S) dt + volatility dB. */
export interface OuModel {
  readonly type: 'ou'
  readonly level: number
  /** A year; ln 2 / half-life. */
  readonly reversion: number
  readonly volatility: number
}

/** Jumps of the logarithm of the price: normal (Merton 1976) or exponential on either side (Kou 2002). */
export type JumpLaw = ({ readonly type: 'merton' } & JumpModel) | KouLaw

export interface KouLaw {
  readonly type: 'kou'
  readonly perYear: number
  /** Probability that a jump goes up. */
  readonly upShare: number
  /** 1/η₁ and 1/η₂ of Kou. */
  readonly upMean: number
  readonly downMean: number
}

/** A Markov chain in continuous time over the whole market, looked at at the open of each bar; starts in state 0. */
export interface RegimeModel {
  readonly states: readonly RegimeEffect[]
  /** Switches a year from row to column, k × k, row-major; the diagonal is not read. */
  readonly switching: Float64Array
}

export interface RegimeEffect {
  /** What the volatility of every process is multiplied by. */
  readonly volatilityTimes: number
  /** Added to the drift of processes that have one. */
  readonly drift: number
  /** What the number of jumps is multiplied by. */
  readonly jumpsTimes: number
}

/** What the market does while nothing is said of regimes. */
export const ONE_REGIME: RegimeEffect = { volatilityTimes: 1, drift: 0, jumpsTimes: 1 }
