import { quote, rate } from '../../units/quantities.ts'
import type { RulesData } from '../defineRules.ts'

const HOUR = 3_600_000

type Shared = Pick<RulesData, 'fees' | 'funding' | 'initialOn' | 'maintenanceOn' | 'comparison' | 'liquidation' | 'insuranceFund' | 'deleveraging'>

/**
 * What Deribit's perpetuals have in common. Funding runs by the millisecond; here every hour an eighth of the 8-hour rate,
 * premium - clamp(premium, -0.025 %, +0.025 %), within 0.5 % / 8. (SPEC.md, DB5 to DB8)
 */
export const deribitCommon: Shared = {
  fees: { maker: rate('0'), taker: rate('0.0005') },
  funding: { type: 'premium', intervalMillis: HOUR, periodMillis: 8 * HOUR, interest: rate('0'), clamp: rate('0.00025'), cap: rate('0.000625'), premium: rate('0'), price: 'mark' },
  initialOn: 'mark',
  maintenanceOn: 'mark',
  comparison: 'below',
  liquidation: {
    trigger: 'mark',
    sharedPool: 'largest-requirement-first',
    partial: { type: 'shortage', buffer: rate('0'), initialShare: rate('1'), fullAfterMillis: 0, fullBelow: quote('0'), cooldownMillis: 0 },
    orderPrice: { type: 'mark', slippage: rate('0') },
    feeRate: rate('0.0075'),
    feeTo: 'insurance-fund',
    residual: 'return',
  },
  insuranceFund: { balance: quote('0'), scope: 'venue' },
  deleveraging: { type: 'none' },
}
