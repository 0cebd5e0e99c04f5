import { quote, rate, type Rate } from '../../units/quantities.ts'
import type { RulesData } from '../defineRules.ts'

const HOUR = 3_600_000

type Shared = Pick<
  RulesData,
  'source' | 'fees' | 'funding' | 'initialOn' | 'maintenanceOn' | 'tierBoundary' | 'comparison' | 'liquidationPriceRounding' | 'liquidation' | 'insuranceFund' | 'deleveraging'
>

/** What all BitMEX contracts have in common. The funding cap is 75 % of (initial - maintenance) of the base risk limit. (SPEC.md, BX1 to BX8) */
export function bitmexCommon(fundingCap: Rate): Shared {
  return {
    source: 'BitMEX: Risk Limits, Isolated Margin, Liquidation and Auto-Deleveraging pages with their examples',
    fees: { maker: rate('0'), taker: rate('0.00075') },
    funding: { type: 'premium', intervalMillis: 8 * HOUR, periodMillis: 8 * HOUR, interest: rate('0.0001'), clamp: rate('0.0005'), cap: fundingCap, premium: rate('0'), price: 'mark' },
    initialOn: 'entry',
    maintenanceOn: 'entry',
    tierBoundary: 'floor-inclusive',
    comparison: 'at-or-below',
    liquidationPriceRounding: 'earlier',
    liquidation: {
      trigger: 'mark',
      sharedPool: 'worst-loss-first',
      partial: { type: 'tier-step-down', tiers: 1, fromTier: 2 },
      orderPrice: { type: 'bankruptcy' },
      feeRate: rate('0'),
      feeTo: 'insurance-fund',
      residual: 'forfeit',
    },
    insuranceFund: { balance: quote('0'), scope: 'instrument' },
    deleveraging: { type: 'ranked', ranking: 'profit-times-leverage' },
  }
}
