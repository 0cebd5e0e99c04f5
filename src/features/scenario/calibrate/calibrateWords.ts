import type { FitName } from '../../../store/catalog/calibratedModels.ts'
import type { FitVerdict } from './fitVerdict.ts'

const figures: Readonly<Record<FitName, string>> = {
  mean: 'Mean, a year',
  volatility: 'Volatility, a year',
  skewness: 'Skewness',
  'excess-kurtosis': 'Excess kurtosis',
  'quantile-1': 'Worst 1 in 100 bars',
  'quantile-5': 'Worst 5 in 100 bars',
  'quantile-95': 'Best 5 in 100 bars',
  'quantile-99': 'Best 1 in 100 bars',
  'hill-lower': 'Tail index, falls',
  'hill-upper': 'Tail index, rises',
  squares: 'Autocorrelation of squares',
}

/** Shares of a price; the others are bare numbers. */
export const SHARES: readonly FitName[] = ['mean', 'volatility', 'quantile-1', 'quantile-5', 'quantile-95', 'quantile-99']

const QUALITIES: Readonly<Record<FitVerdict['quality'], string>> = {
  good: 'These prices lie where prices of this model would.',
  doubtful: 'Mostly these prices lie where prices of this model would.',
  poor: 'A poor fit: prices of this model do not look like these.',
}

export const calibrateWords = {
  title: 'Fit a model to prices',
  back: 'Back to the form',
  model: 'Model',
  prices: 'Prices',
  open: (title: string) => `Open now: ${title}`,
  instruments: 'Instruments',
  start: 'Fit',
  again: 'Fit again',
  running: 'Fitting',
  share: (percent: string) => percent,
  none: 'Choose at least one instrument.',
  parameters: 'Parameters',
  columns: { now: 'In the form', fitted: 'Fitted', error: 'Standard error' },
  fit: 'How well it fits',
  fitColumns: { data: 'Prices', model: 'Model', error: '± one error' },
  off: 'off',
  figures,
  squares: 'Autocorrelation of squared returns',
  squaresNote: 'how long a storm lasts',
  lag: 'Lag, bars',
  data: 'Prices',
  ofModel: 'Model',
  whose: 'Instrument',
  market: 'Of the whole market',
  use: 'Use these',
  useWhat: 'They go into the form, with the prices, bars and correlation found here. Nothing is played yet.',
  how: (estimator: string, errors: string) => `Found by: ${ended(estimator)} Standard errors: ${ended(errors)}`,
  verdict: QUALITIES,
  offList: (names: readonly string[]) => `Off by more than two errors: ${names.join(', ')}.`,
  squaresOff: (off: number, all: number) => `The autocorrelation of squares is off at ${off} of ${all} lags.`,
  paths: (paths: string, bars: string, returns: string) => `Prices: ${returns} returns. Model: the mean of ${paths} simulated paths of ${bars} bars each; the error is how far one path lies from the next.`,
  tryTails: 'For heavier tails try jumps: Merton or Kou.',
  tryStorms: 'For storms that last try GARCH, GJR or Heston.',
} as const

function ended(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}
