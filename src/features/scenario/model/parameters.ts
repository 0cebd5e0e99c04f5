import type { ModelProcess } from '../../../store/catalog/modelDefaults.ts'
import type { NumberRule } from '../readNumber.ts'

export type ProcessType = ModelProcess['type']

export const PARAMETER_IDS = ['volatility', 'longVolatility', 'reversion', 'volOfVol', 'leverage', 'alpha', 'beta', 'gamma', 'level', 'halfLife', 'end', 'drift'] as const
export type ParameterId = (typeof PARAMETER_IDS)[number]

export interface Parameter {
  readonly label: string
  readonly unit: string | undefined
  readonly rule: NumberRule
  /** Typed in hours, kept in milliseconds. */
  readonly isHours?: boolean
  /** Of a step by the arrow keys. */
  readonly stepSize: string
  /** Left at its default by nearly everybody. */
  readonly isRare?: boolean
  /** One sentence for who has never met it. */
  readonly hint: string
}

const HOUR = 3_600_000
const RATE: NumberRule = { least: 0, most: 10, isPercent: true }
const PRICE: NumberRule = { least: 0, most: 1e12, isAbove: true }

/** Names in the field's words; ranges are those that the makers of prices take. */
export const PARAMETERS: Readonly<Record<ParameterId, Parameter>> = {
  volatility: { label: 'Volatility', unit: '% a year', rule: RATE, stepSize: '5', hint: 'How much the price moves; 60 % a year is about 3 % a day.' },
  longVolatility: { label: 'Long-run volatility', unit: '% a year', rule: RATE, stepSize: '5', hint: 'Where the volatility returns to.' },
  reversion: { label: 'Speed of return', unit: 'a year', rule: { least: 0, most: 20_000, isAbove: true }, stepSize: '1', hint: 'How fast the volatility returns: at 8, half of a deviation is gone after a month.' },
  volOfVol: { label: 'Vol. of vol.', unit: 'per √year', rule: { least: 0, most: 100 }, stepSize: '0.1', hint: 'How much the variance itself moves.' },
  leverage: { label: 'Correlation with vol.', unit: undefined, rule: { least: -1, most: 1 }, stepSize: '0.05', isRare: true, hint: 'Below 0, a falling price moves more.' },
  alpha: { label: 'alpha', unit: undefined, rule: { least: 0, most: 1 }, stepSize: '0.01', hint: 'Share of the last squared surprise in the next variance.' },
  beta: { label: 'beta', unit: undefined, rule: { least: 0, most: 1 }, stepSize: '0.01', hint: 'Share of the last variance: how long a storm lasts.' },
  gamma: { label: 'gamma, falls', unit: undefined, rule: { least: -1, most: 2 }, stepSize: '0.01', isRare: true, hint: 'What a fall adds to alpha; 0 treats falls and rises alike.' },
  level: { label: 'Returns to', unit: undefined, rule: PRICE, stepSize: '0.01', hint: 'The price it is pulled back to.' },
  halfLife: { label: 'Half-life', unit: 'hours', rule: { least: 0, most: 876_000, isAbove: true }, isHours: true, stepSize: '1', hint: 'After so long half of a deviation is gone.' },
  end: { label: 'Price at the end', unit: undefined, rule: PRICE, stepSize: '1', hint: 'The last close is exactly this price.' },
  drift: { label: 'Drift', unit: '% a year', rule: { least: -10, most: 10, isPercent: true }, stepSize: '5', isRare: true, hint: 'How the expected price grows; 0 where nobody knows.' },
}

/** What each process is given, in the order of the form. */
export const PROCESS_PARAMETERS: Readonly<Record<ProcessType, readonly ParameterId[]>> = {
  gbm: ['volatility', 'drift'],
  heston: ['volatility', 'longVolatility', 'reversion', 'volOfVol', 'leverage', 'drift'],
  garch: ['volatility', 'alpha', 'beta', 'gamma', 'drift'],
  ou: ['level', 'halfLife', 'volatility'],
  bridge: ['end', 'volatility'],
}

/** For the fields of a process that none was given for: from a model without them. */
export const FALLBACKS: Readonly<Record<ParameterId, number>> = {
  volatility: 0.8, longVolatility: 0.8, reversion: 8, volOfVol: 1.5, leverage: -0.4, alpha: 0.1, beta: 0.88, gamma: 0, level: 1, halfLife: 24 * HOUR, end: 1, drift: 0,
}

/** From the number of a source to the one in the field. */
export function shownNumber(id: ParameterId, value: number): number {
  const { rule, isHours } = PARAMETERS[id]
  if (isHours === true) return value / HOUR
  return rule.isPercent === true ? value * 100 : value
}

/** From the number that was read out of the field to that of a source. */
export function sourceNumber(id: ParameterId, value: number): number {
  return PARAMETERS[id].isHours === true ? Math.max(1, Math.round(value * HOUR)) : value
}
