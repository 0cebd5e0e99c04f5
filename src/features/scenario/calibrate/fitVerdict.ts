import type { FitFigure, FitName } from '../../../store/catalog/calibratedModels.ts'

/** Data that follow the model lie within two of its errors nineteen times out of twenty. */
const FAR = 2

/** How many errors of the model the data lie off; beyond what a reader wants counted where the error is nothing. */
export function distance({ data, model, error }: Pick<FitFigure, 'data' | 'model' | 'error'>): number {
  if (data === model) return 0
  return error > 0 ? Math.abs(data - model) / error : Infinity
}

export function isOff(figure: FitFigure): boolean {
  return distance(figure) > FAR
}

export interface FitVerdict {
  readonly quality: 'good' | 'doubtful' | 'poor'
  /** Figures the model does not have, the worst first. */
  readonly off: readonly FitFigure[]
  /** Lags at which squares of the data hang together and those of the model do not, or the other way. */
  readonly squaresOff: number
  readonly squares: number
}

/** Honest: one figure of ten may lie off by chance, a tail or the clustering may not. */
export function fitVerdict(figures: readonly FitFigure[], squares: readonly FitFigure[]): FitVerdict {
  const off = figures.filter(isOff).toSorted((a, b) => distance(b) - distance(a))
  const squaresOff = squares.filter(isOff).length
  const grave = off.some(({ name }) => GRAVE.includes(name)) || squaresOff > squares.length / 4
  return { off, squaresOff, squares: squares.length, quality: grave ? 'poor' : off.length > 0 || squaresOff > 1 ? 'doubtful' : 'good' }
}

/** What a margin is eaten by. */
const GRAVE: readonly FitName[] = ['volatility', 'excess-kurtosis', 'quantile-1', 'quantile-99', 'hill-lower']
