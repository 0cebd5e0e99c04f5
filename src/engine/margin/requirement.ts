import { Decimal } from '../units/decimal.ts'
import { asQuote, asRate, notional, portion, posted, ZERO_QUOTE, type Price, type Quote, type Rate } from '../units/quantities.ts'
import { required } from '../result/result.ts'
import type { Position } from '../ledger/Account.ts'
import type { Rules, Tier, TierTable } from '../venues/Rules.ts'

/** The tier table of an instrument. */
export function tiersOf(rules: Rules, instrument: string): TierTable {
  return (Object.hasOwn(rules.tiers, instrument) ? rules.tiers[instrument] : undefined) ?? rules.tiers.default
}

/** Index of the tier with floor < N <= cap; the first one for N = 0. [M4] */
export function tierIndex(table: TierTable, amount: Quote): number {
  const found = table.findIndex((tier) => tier.cap === undefined || amount.lte(tier.cap))
  return found === -1 ? table.length - 1 : found
}

export function tierAt(table: TierTable, amount: Quote): Tier {
  return required(table[tierIndex(table, amount)], 'a tier')
}

/** The notional the maintenance rate applies to: at the mark, or at entry, as the rules say. [M4] */
export function maintenanceBase(position: Position, mark: Price, rules: Rules): Quote {
  return rules.maintenanceOn === 'mark' ? notional(position.qty, mark) : asQuote(position.entryNotional.abs())
}

/** Maintenance margin of one position, N x rate - amount of the tier that holds N, never below 0. Exact. [M4] */
export function maintenanceOf(position: Position, mark: Price, rules: Rules): Quote {
  const base = maintenanceBase(position, mark, rules)
  const tier = tierAt(tiersOf(rules, position.instrument), base)
  const requirement = portion(base, tier.maintenanceRate).minus(tier.maintenanceAmount)
  return requirement.isNegative() ? ZERO_QUOTE : asQuote(requirement)
}

/** Taker fee of closing at the mark, where the rules count it in the liquidation test; else 0. Exact. [M5] */
export function exitCostOf(position: Position, mark: Price, rules: Rules): Quote {
  return portion(notional(position.qty, mark), rules.exitCost.rate)
}

/** Maintenance margin and counted exit cost of one position: its part of the liquidation test. Exact. [M4, M5] */
export function requirementAt(position: Position, mark: Price, rules: Rules): Quote {
  const maintenance = maintenanceOf(position, mark, rules)
  return rules.exitCost.rate.isZero() ? maintenance : asQuote(maintenance.plus(exitCostOf(position, mark, rules)))
}

/** Initial margin at a price: notional / leverage, rounded up to the quantum. [M3] */
export function initialMarginAt(amount: Quote, leverage: Rate): Quote {
  return posted(amount.abs().div(leverage), 'up')
}

/** Initial margin of an open position at the current mark. [M3] */
export function initialOf(position: Position, mark: Price): Quote {
  return initialMarginAt(notional(position.qty, mark), position.leverage)
}

/** The highest leverage the tier of a notional allows. */
export function leverageLimit(rules: Rules, instrument: string, amount: Quote): Rate {
  return tierAt(tiersOf(rules, instrument), amount).maxLeverage
}

/** The steepest slope of the requirement (and counted exit costs) per unit of notional. */
export function steepestRate(rules: Rules, instrument: string): Rate {
  const exit = rules.exitCost.rate
  const top = tiersOf(rules, instrument).reduce((max, tier) => Decimal.max(max, tier.maintenanceRate), new Decimal(0))
  return asRate(top.plus(exit))
}
