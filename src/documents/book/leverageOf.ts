import { asRate, notionalOf, rate, tierIndexOf, tiersOf, type Position, type Price, type Rate, type Rules } from '../../engine/index.ts'
import { MOST_LEVERAGE } from '../rules/tierTable.ts'

const DEFAULT_LEVERAGE = rate('10')

/** Ten, or what the tier allows where that is less; where the tier states the initial rate, a position has no leverage of its own. */
export function leverageOf(held: Pick<Position, 'type' | 'instrument' | 'qty'>, mark: Price, rules: Rules): Rate {
  const tier = tiersOf(rules, held.instrument)[tierIndexOf(held, notionalOf(held, mark), rules)]
  if (tier === undefined) return DEFAULT_LEVERAGE
  if (tier.initialRate === undefined) return tier.maxLeverage.gt(DEFAULT_LEVERAGE) ? DEFAULT_LEVERAGE : tier.maxLeverage
  // Smaller than any leverage of a table stands for: 1 / 0 is infinite, and the initial margin nothing.
  const isBelowTable = tier.maxLeverage.gte(MOST_LEVERAGE) && tier.initialRate.times(MOST_LEVERAGE).lt(1)
  return isBelowTable ? asRate(rate('1').div(tier.initialRate)) : tier.maxLeverage
}
