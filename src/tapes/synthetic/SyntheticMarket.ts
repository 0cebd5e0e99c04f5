import type { Millis } from '../../engine/index.ts'
import type { JumpModel } from '../../kernel/index.ts'

export interface SyntheticInstrument {
  readonly instrument: string
  /** Price at the start, quote per base. */
  readonly start: number
  /** Decimal places of the tick size. */
  readonly decimals: number
  /** Growth of the expected price a year, continuously compounded; 0.1 is about 10 %. */
  readonly drift: number
  /** Standard deviation of the logarithm of the price after a year, without jumps; 0.8 is 80 %. */
  readonly volatility: number
  /** Jumps of this instrument alone. */
  readonly jumps?: JumpModel
  /** Share of a common jump that reaches this instrument; 1 unless said. */
  readonly commonJumpBeta?: number
}

/** Everything a synthetic tape is made from; the same values give the same bits in every browser and in Node. [L2] */
export interface SyntheticMarket {
  readonly id: string
  readonly title: string
  /** Whole number from 0 to 2^53 − 1. */
  readonly seed: number
  readonly start: Millis
  readonly barMillis: Millis
  readonly bars: number
  /** Points inside a bar from which its candle is made; absent for a tape of closes. */
  readonly stepsPerBar?: number
  readonly instruments: readonly SyntheticInstrument[]
  /** Correlation of the instruments' Brownian parts, row by row. */
  readonly correlation: readonly (readonly number[])[]
  /** Jumps that strike all instruments in the same moment. */
  readonly commonJumps?: JumpModel
}
