import { quote, rate, ZERO_QUOTE, ZERO_RATE } from '../units/quantities.ts'
import type { Rules, TierTable } from './Rules.ts'

/** The choice that adds nothing, for every choice a venue does not make. */
const NEUTRAL: Omit<Rules, 'id' | 'name' | 'summary' | 'date' | 'source' | 'fees' | 'tiers'> = {
  contract: 'linear',
  funding: { type: 'none' },
  tiersBy: 'notional',
  tierRates: 'whole',
  tierBoundary: 'cap-inclusive',
  sizeScaling: { default: { type: 'none' } },
  initialOn: 'mark',
  initialWithExitCost: false,
  openInterest: {},
  transferFloor: ZERO_RATE,
  isolatedMargin: 'adjustable',
  maintenanceOn: 'mark',
  minimumMaintenance: ZERO_QUOTE,
  exitCost: { rate: ZERO_RATE, on: 'mark', fixed: ZERO_QUOTE, combine: 'sum' },
  marginStep: ZERO_QUOTE,
  comparison: 'at-or-below',
  liquidationPriceRounding: 'earlier',
  maximumPrice: {},
  liquidation: {
    trigger: 'mark',
    sharedPool: 'whole-pool',
    partial: { type: 'whole' },
    orderPrice: { type: 'mark', slippage: ZERO_RATE },
    backstopBelow: ZERO_RATE,
    feeRate: ZERO_RATE,
    feeOn: 'fill',
    feeTo: 'insurance-fund',
    residual: 'forfeit',
  },
  insuranceFund: { balance: ZERO_QUOTE, scope: 'venue' },
  deleveraging: { type: 'none' },
  collateral: {},
}

/** What must be stated; everything else is neutral where it is left out. */
export type RulesData = Pick<Rules, 'id' | 'name' | 'summary' | 'date' | 'source' | 'fees' | 'tiers'> &
  Partial<Omit<Rules, 'liquidation'>> & { readonly liquidation?: Partial<Rules['liquidation']> }

/** A set of rules by what distinguishes it. */
export function defineRules(data: RulesData): Rules {
  return { ...NEUTRAL, ...data, liquidation: { ...NEUTRAL.liquidation, ...data.liquidation } }
}

/** [floor, maintenance rate, maintenance amount, maximum leverage, least initial rate]; amounts and rates as decimal text. */
export type TierRow = readonly [floor: string, maintenanceRate: string, maintenanceAmount: string, maxLeverage: string, initialRate?: string]

/** A tier table; each cap is the next floor, the last tier has none. */
export function tierRows(...rows: readonly TierRow[]): TierTable {
  return rows.map(([floor, maintenanceRate, maintenanceAmount, maxLeverage, initialRate], i) => {
    const next = rows[i + 1]
    return {
      floor: quote(floor),
      cap: next === undefined ? undefined : quote(next[0]),
      maintenanceRate: rate(maintenanceRate),
      maintenanceAmount: quote(maintenanceAmount),
      maxLeverage: rate(maxLeverage),
      initialRate: initialRate === undefined ? undefined : rate(initialRate),
    }
  })
}
