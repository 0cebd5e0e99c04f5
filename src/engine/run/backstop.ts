import { asQuote, asRate, ZERO_QUOTE, ZERO_RATE, type Rate } from '../units/quantities.ts'
import type { Rules, SizeScaling, TierTable } from '../venues/Rules.ts'

const known = new WeakMap<Rules, Rules>()

/**
 * Rules under which a pool fails just when its equity is below the backstop's share of the maintenance margin: the same
 * with every rate and amount of maintenance times the share, and no exit costs. Where the share is zero a pool fails when
 * it owes something: that ends a cool-down as well, so that nobody loses more than was put in. [Q9, W2]
 *
 * s (N m - c) = N (s m) - (s c); a rate that grows with the size does so in proportion, so its parts are multiplied too.
 * Haircuts of collateral stay as they are: the asset is worth no more to the backstop.
 */
export function backstopRules(rules: Rules): Rules {
  const share = rules.liquidation.backstopBelow
  const before = known.get(rules)
  if (before !== undefined) return before
  const scaled: Rules = {
    ...rules,
    tiers: { ...mapped(rules.tiers, (table) => scaledTable(table, share)), default: scaledTable(rules.tiers.default, share) },
    sizeScaling: { ...mapped(rules.sizeScaling, (scaling) => scaledSize(scaling, share)), default: scaledSize(rules.sizeScaling.default, share) },
    minimumMaintenance: asQuote(rules.minimumMaintenance.times(share)),
    exitCost: { rate: ZERO_RATE, on: 'mark', fixed: ZERO_QUOTE, combine: 'sum' },
    comparison: 'below',
  }
  known.set(rules, scaled)
  return scaled
}

function mapped<T>(table: { readonly [symbol: string]: T }, change: (value: T) => T): { readonly [symbol: string]: T } {
  return Object.fromEntries(Object.entries(table).map(([symbol, value]) => [symbol, change(value)]))
}

function scaledTable(table: TierTable, share: Rate): TierTable {
  return table.map((tier) => ({
    ...tier,
    maintenanceRate: asRate(tier.maintenanceRate.times(share)),
    maintenanceAmount: asQuote(tier.maintenanceAmount.times(share)),
  }))
}

function scaledSize(scaling: SizeScaling, share: Rate): SizeScaling {
  if (scaling.type === 'linear') return { ...scaling, slope: asRate(scaling.slope.times(share)) }
  return scaling.type === 'sqrt' ? { ...scaling, factor: asRate(scaling.factor.times(share)) } : scaling
}
