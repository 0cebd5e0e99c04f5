import type { JumpLaw, PriceProcess } from '../paths/MarketModel.ts'

/** A parameter with its standard error, where the estimator gives one. */
export interface FittedParameter {
  readonly name: string
  readonly value: number
  readonly error: number | undefined
}

/** One instrument's process as it fits its returns. */
export interface Fitted {
  readonly process: PriceProcess
  readonly jumps?: JumpLaw
  readonly parameters: readonly FittedParameter[]
  /** What is left when the model's mean and volatility are taken out: its correlation is that of the Brownian parts. */
  readonly residuals: Float64Array
  /** What should be known about this fit. */
  readonly notes: readonly string[]
}

/** The work of a fit, one yield a small part of it; what keeps it from being done is one sentence. */
export type Fitting = Generator<undefined, Fitted | string>
