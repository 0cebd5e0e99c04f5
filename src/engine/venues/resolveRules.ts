import { asQuote } from '../units/quantities.ts'
import type { Instrument } from '../instruments/Instrument.ts'
import type { OpenInterestScaling, Rules, TierTable } from './Rules.ts'

/**
 * Rules with what they take from the instruments filled in: tables in contracts become tables in units, and open interest
 * is the instrument's where the rules do not state it. Resolving twice changes nothing.
 */
export function resolveRules(rules: Rules, instruments: Iterable<Instrument>): Rules {
  const all = [...instruments]
  if (rules.tiersBy !== 'contracts' && Object.keys(rules.openInterest).length === 0) return rules
  const openInterest = { ...rules.openInterest }
  for (const { symbol, openInterest: open } of all) {
    const scaling = Object.hasOwn(openInterest, symbol) ? openInterest[symbol] : undefined
    if (scaling !== undefined) openInterest[symbol] = { ...scaling, open: scaling.open ?? open } satisfies OpenInterestScaling
  }
  if (rules.tiersBy !== 'contracts') return { ...rules, openInterest }
  const tables = all.map((each) => [each.symbol, inUnits((Object.hasOwn(rules.tiers, each.symbol) ? rules.tiers[each.symbol] : undefined) ?? rules.tiers.default, each)] as const)
  return { ...rules, openInterest, tiersBy: 'size', tiers: { default: rules.tiers.default, ...Object.fromEntries(tables) } }
}

function inUnits(table: TierTable, { contractSize }: Instrument): TierTable {
  return table.map((tier) => ({
    ...tier,
    floor: asQuote(tier.floor.times(contractSize)),
    cap: tier.cap === undefined ? undefined : asQuote(tier.cap.times(contractSize)),
  }))
}
