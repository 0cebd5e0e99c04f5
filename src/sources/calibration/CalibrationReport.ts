import type { Millis } from '../../engine/index.ts'
import type { ModelSource } from '../../documents/scenario/sources/ModelSource.ts'

/** `gjr` is GARCH in which falls count for more; `regimes` is geometric Brownian motion in calm and storm by turns. */
export const CALIBRATED_MODELS = ['gbm', 'merton', 'kou', 'heston', 'garch', 'gjr', 'regimes', 'ou'] as const
export type CalibratedModel = (typeof CALIBRATED_MODELS)[number]

/** A model with the parameters that fit a tape, and how well they do. Plain data. */
export interface CalibrationReport {
  readonly model: CalibratedModel
  readonly data: {
    /** Logarithmic returns from one close to the next that were used. */
    readonly returns: number
    readonly from: Millis
    readonly to: Millis
    /** Returns a year as they stand in the data: closed hours, weekends and holes make it fewer. */
    readonly barsPerYear: number
  }
  /** How the parameters were found, with its source. */
  readonly estimator: string
  /** What the standard errors are: of which theory, or why there are none. */
  readonly errors: string
  /** What should be known about this fit: a bound that was reached, bars left out. */
  readonly notes: readonly string[]
  readonly instruments: readonly CalibratedInstrument[]
  /** Parameters that all instruments share: those of the regimes. */
  readonly market: readonly CalibratedParameter[]
  /** Of the Brownian parts, row by row. */
  readonly correlation: readonly (readonly number[])[]
  /** Ready to be played: as many bars as the data have, from their first prices on; the seed is to be chosen. */
  readonly source: ModelSource
  /** How many paths the model's figures are the mean of, and how long each is, in bars. */
  readonly simulated: { readonly paths: number; readonly bars: number }
}

export interface CalibratedInstrument {
  readonly symbol: string
  readonly parameters: readonly CalibratedParameter[]
  readonly figures: readonly FitFigure[]
  /** Autocorrelation of the squared returns at lags 1 to 20. */
  readonly squares: readonly FitFigure[]
}

/** Named as in the ModelSource: `volatility`, `jumps.perYear`, `regimes.calm.share`; in its units. */
export interface CalibratedParameter {
  readonly name: string
  readonly value: number
  /** Standard error; absent where the estimator gives none. */
  readonly error: number | undefined
}

/** A figure of the data beside that of the model. */
export interface FitFigure {
  readonly name: FitName
  /** Of an autocorrelation, bars. */
  readonly lag?: number
  readonly data: number
  /** Mean over simulated paths. */
  readonly model: number
  /** Standard deviation of the figure from one simulated path to the next: how far data that follow the model may lie off. */
  readonly error: number
}

/**
 * Mean and volatility a year; skewness and excess kurtosis of the returns of a bar; quantiles of the returns of a bar;
 * Hill's index of each tail (of the outermost 5 %; the smaller, the heavier the tail); autocorrelation of squares.
 */
export type FitName = 'mean' | 'volatility' | 'skewness' | 'excess-kurtosis' | 'quantile-1' | 'quantile-5' | 'quantile-95' | 'quantile-99' | 'hill-lower' | 'hill-upper' | 'squares'
