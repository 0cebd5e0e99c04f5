import type { Millis } from '../../engine/index.ts'
import type { JumpLaw, PriceProcess } from '../../kernel/index.ts'

/** Everything a tape of the models is made from; the same values give the same bits in every browser and in Node. [L2] */
export interface ModelMarket {
  readonly id: string
  readonly title: string
  /** Whole number from 0 to 2^53 − 1. */
  readonly seed: number
  readonly start: Millis
  readonly barMillis: Millis
  readonly bars: number
  /** Points inside a bar from which its candle is made; absent for a tape of closes. */
  readonly stepsPerBar?: number
  readonly instruments: readonly ModelledInstrument[]
  /** Correlation of the instruments' Brownian parts, row by row. */
  readonly correlation: readonly (readonly number[])[]
  /** Jumps that strike all instruments in the same moment. */
  readonly commonJumps?: JumpLaw
  readonly regimes?: {
    readonly states: readonly { readonly name: string; readonly volatilityTimes: number; readonly drift: number; readonly jumpsTimes: number }[]
    /** Switches a year from row to column. */
    readonly switching: readonly (readonly number[])[]
  }
}

export interface ModelledInstrument {
  readonly instrument: string
  /** Price at the start, quote per base. */
  readonly start: number
  /** Decimal places of the tick size. */
  readonly decimals: number
  readonly process: PriceProcess
  /** Jumps of this instrument alone. */
  readonly jumps?: JumpLaw
  /** Share of a common jump that reaches this instrument; 1 unless said. */
  readonly commonJumpBeta?: number
}
