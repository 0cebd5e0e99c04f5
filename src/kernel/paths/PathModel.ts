/** Jumps of the logarithm of the price (Merton 1976): a jump multiplies the price by e^J, J normal. */
export interface JumpModel {
  /** Expected number of jumps a year. */
  readonly perYear: number
  /** Mean of J; −0.1 is a fall of about 9.5 %. */
  readonly mean: number
  /** Standard deviation of J. */
  readonly volatility: number
}

export interface PathInstrument {
  /** Price at the start, quote per base, positive. */
  readonly start: number
  /** Growth of the expected price a year, continuously compounded, jumps included: E[S(t)] = start·e^(drift·t). */
  readonly drift: number
  /** Standard deviation of the logarithm of the price after one year, jumps not included; 0.8 is 80 %. */
  readonly volatility: number
  /** Jumps of this instrument alone. */
  readonly jumps?: JumpModel
  /** What a common jump J does here: commonJumpBeta·J. 1 unless said, 0 for an instrument that stays out of it. */
  readonly commonJumpBeta?: number
}

export interface PathModel {
  readonly instruments: readonly PathInstrument[]
  /** Of the Brownian parts, n × n, row-major. */
  readonly correlation: Float64Array
  /** Jumps that strike all instruments in the same moment. */
  readonly commonJumps?: JumpModel
}
