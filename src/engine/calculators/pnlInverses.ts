import { ZERO } from '../units/quantities.ts'
import type { Decimal } from '../units/decimal.ts'
import type { CalculatorScene, CalculatorValues, Inverse } from './Calculator.ts'
import { feeRates, fundingRates, leverages, payments, pricesBeside, sizes } from './domains.ts'
import { priceOfNotional, solvedTrade, unitNotional, type TradeInput, type Wanted } from './tradeTerms.ts'

const DOMAINS: Readonly<Record<TradeInput, Inverse['domain']>> = {
  size: sizes,
  entryPrice: pricesBeside('exitPrice'),
  exitPrice: pricesBeside('entryPrice'),
  leverage: leverages,
  entryFeeRate: feeRates,
  exitFeeRate: feeRates,
  fundingRate: fundingRates,
  fundingPayments: payments,
}

const WANTED: Readonly<Record<'pnl' | 'netPnl' | 'roe' | 'netRoe', (wanted: Decimal) => Wanted>> = {
  pnl: (money) => ({ money, onMargin: ZERO, isNet: false }),
  netPnl: (money) => ({ money, onMargin: ZERO, isNet: true }),
  roe: (onMargin) => ({ money: ZERO, onMargin, isNet: false }),
  netRoe: (onMargin) => ({ money: ZERO, onMargin, isNet: true }),
}

/** A result that is wanted is reached or passed, never fallen short of: a loss is no larger, a gain no smaller. [A13] */
function fromResult(input: TradeInput, from: keyof typeof WANTED): Inverse {
  // A return is not there where the tier allows less leverage: there its border is looked for.
  const isMonotone = input !== 'entryPrice' || from === 'pnl' || from === 'netPnl'
  return { input, from, domain: DOMAINS[input], keeps: () => 'not-below', isMonotone, guess: (wanted, values, scene) => solvedTrade(input, WANTED[from](wanted), values, scene) }
}

type Guess = (wanted: Decimal, values: CalculatorValues, scene: CalculatorScene) => Decimal | undefined

/** A notional or a margin that is wanted is not exceeded. */
function within(input: TradeInput, from: string, guess: Guess): Inverse {
  return { input, from, domain: DOMAINS[input], keeps: () => 'not-above', isMonotone: from !== 'initialMargin', guess }
}

const sizeOfNotional: Guess = (wanted, { entryPrice }, scene) => (entryPrice?.gt(0) === true ? wanted.div(unitNotional(scene, entryPrice)) : undefined)

/**
 * What follows from what. A return on margin does not depend on the size, and a result in money not on the leverage: they
 * are not here. Where several inputs are missing the first of the list is asked for: the exit, then the size.
 */
export const pnlInverses: readonly Inverse[] = [
  ...(['exitPrice', 'size', 'entryPrice'] as const).map((input) => fromResult(input, 'pnl')),
  ...(['exitPrice', 'size', 'entryPrice', 'entryFeeRate', 'exitFeeRate', 'fundingRate', 'fundingPayments'] as const).map((input) => fromResult(input, 'netPnl')),
  ...(['exitPrice', 'leverage', 'entryPrice'] as const).map((input) => fromResult(input, 'roe')),
  ...(['exitPrice', 'leverage', 'entryPrice', 'entryFeeRate', 'exitFeeRate', 'fundingRate', 'fundingPayments'] as const).map((input) => fromResult(input, 'netRoe')),
  within('size', 'notional', sizeOfNotional),
  within('size', 'initialMargin', (wanted, values, scene) => sizeOfNotional(wanted.times(values.leverage ?? ZERO), values, scene)),
  within('leverage', 'initialMargin', (wanted, { size, entryPrice }, scene) => (size === undefined || entryPrice?.gt(0) !== true || wanted.isZero() ? undefined : unitNotional(scene, entryPrice).times(size).div(wanted))),
  within('exitPrice', 'exitNotional', (wanted, { size }, scene) => (size === undefined ? undefined : priceOfNotional(scene, size, wanted))),
  {
    input: 'exitPrice',
    from: 'priceMove',
    domain: DOMAINS.exitPrice,
    keeps: ({ side }) => (side === 'long' ? 'not-below' : 'not-above'),
    isMonotone: true,
    guess: (wanted, { entryPrice }) => entryPrice?.times(wanted.plus(1)),
  },
]
