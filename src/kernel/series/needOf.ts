import type { CompiledAccount } from './CompiledAccount.ts'
import type { CompiledRules, CompiledTiers } from './CompiledRules.ts'

/** Maintenance margin plus counted exit costs of one leg at a price. Mirrors engine M4 and M5. */
export function needOf(account: CompiledAccount, rules: CompiledRules, leg: number, price: number): number {
  const size = Math.abs(account.qty[leg]! * price)
  const base = rules.isOnMark ? size : Math.abs(account.entryNotional[leg]!)
  return maintenanceOf(rules.tiers[account.legSeries[leg]!]!, base) + size * rules.exitRate
}

/** N × rate − amount of the tier that holds N, never below 0. */
export function maintenanceOf(tiers: CompiledTiers, base: number): number {
  let tier = tiers.floor.length - 1
  while (tier > 0 && base <= tiers.floor[tier]!) tier -= 1
  return Math.max(0, base * tiers.rate[tier]! - tiers.amount[tier]!)
}
