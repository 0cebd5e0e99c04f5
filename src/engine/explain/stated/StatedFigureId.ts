import type { Unit } from '../Explanation.ts'
import type { FigureKind } from '../FigureId.ts'
import { required } from '../../result/result.ts'
import { kindsOf } from '../kindsOf.ts'

const kind = (symbol: string, unit: Unit): FigureKind => ({ symbol, unit })

/** Of a set of rules: `{ set, date, place, value }`, a number that it states; those that follow from others bring them. */
const RULES = {
  rate: kind('r', 'share'),
  leverage: kind('L', 'leverage'),
  amount: kind('A', 'money'),
  number: kind('n', 'count'),
  tiers: kind('n', 'count'),
  /** Days between the data and today: `{ from, to }`, in milliseconds. */
  age: kind('n', 'count'),
  /** Under which the requirement does not jump: `{ before, notional, from, to }`, rates of the lower and the upper tier. [T2] */
  joiningAmount: kind('c', 'money'),
  /** Of a value in a tier: `{ notional, rate, amount }`. [M4] */
  requirement: kind('MM', 'money'),
  /** From the end of one tier to the start of the next: `{ from, to }`. */
  jump: kind('dM', 'money'),
} as const

/** Of a comparison of two sets of rules: `{ side, leg, value }`; a difference `{ leg, from, to }`, under A and under B. */
const DIFF = {
  price: kind('p', 'price'),
  priceChange: kind('dp', 'price'),
  pnl: kind('G', 'money'),
  pnlChange: kind('dG', 'money'),
  equity: kind('Q', 'money'),
  equityChange: kind('dQ', 'money'),
  badDebt: kind('D', 'money'),
  badDebtChange: kind('dD', 'money'),
  liquidations: kind('n', 'count'),
  liquidationsChange: kind('dn', 'count'),
  refusals: kind('n', 'count'),
  refusalsChange: kind('dn', 'count'),
  rules: kind('n', 'count'),
  /** Of one rule alone, under A: `{ place, value }`. [R1] */
  effect: kind('dQ', 'money'),
  /** What the rule that decides has in the difference: `{ place, before, alone, without, after }`. [R2] */
  part: kind('w', 'share'),
} as const

/** Of a file: `{ file, value }`. */
const IMPORT = {
  rows: kind('n', 'count'),
  /** Gaps, bars, lines: what was counted in it. */
  count: kind('n', 'count'),
  price: kind('p', 'price'),
  tickSize: kind('e', 'price'),
  /** Of one payment of funding. */
  rate: kind('r', 'share'),
  /** The largest one: `{ from, to }`. */
  move: kind('g', 'share'),
} as const

/** Of prices that are chosen among: `{ instrument, value }`, read from them or estimated. */
const PRICES = {
  price: kind('p', 'price'),
  /** Realised, a year: the root of the squared returns over the years they span. */
  volatility: kind('s', 'share'),
  /** Of the returns, or of a model: mean, spread, tail, correlation. */
  statistic: kind('g', 'count'),
  /** One that is a share of the price. */
  statisticShare: kind('g', 'share'),
  share: kind('w', 'share'),
  /** What a calibration estimates. */
  parameter: kind('a', 'count'),
  /** Its standard error. */
  error: kind('e', 'count'),
  /** Both as shares: rates a year, sizes of jumps. */
  rate: kind('a', 'share'),
  rateError: kind('e', 'share'),
  count: kind('n', 'count'),
  /** Of an account played on drawn prices, at their end. */
  equity: kind('Q', 'money'),
} as const

/** Figures that are of no account: what they are made of was found elsewhere, so the key of each holds all of it. */
export const STATED_FAMILIES = { rules: RULES, diff: DIFF, import: IMPORT, prices: PRICES } as const

type Families = typeof STATED_FAMILIES

export type StatedFamily = keyof Families

export type StatedFieldOf<Family extends StatedFamily> = string & keyof Families[Family]

export type StatedFigureId = { [Family in StatedFamily]: `${Family}.${StatedFieldOf<Family>}` }[StatedFamily]

const KINDS = kindsOf(STATED_FAMILIES)

export function isStatedFigureId(id: string): id is StatedFigureId {
  return KINDS.has(id)
}

export const STATED_FIGURE_IDS: readonly StatedFigureId[] = [...KINDS.keys()].filter(isStatedFigureId)

export function kindOfStated(id: StatedFigureId): FigureKind {
  return required(KINDS.get(id), id)
}
