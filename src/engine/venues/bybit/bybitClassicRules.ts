import { quote, rate } from '../../units/quantities.ts'
import { defineRules } from '../defineRules.ts'
import { BYBIT_FUNDING, BYBIT_LIQUIDATION } from './bybitProcedures.ts'
import { bybitLinearTiers } from './bybitTiers.ts'

/** Bybit USDT contracts of a classic (not unified) account. SPEC.md BY1, BY4. */
export const bybitClassicRules = defineRules({
  id: 'bybit-classic',
  name: 'Bybit classic USDT',
  summary: 'Initial and maintenance margin on the entry value; the closing fee is set aside on top and not counted.',
  date: '2025-07-01',
  source: 'Bybit help "Liquidation Price (USDT Contract)", risk limits of 2025. Details: venues/bybit/SPEC.md',
  fees: { maker: rate('0.0002'), taker: rate('0.00055') },
  funding: BYBIT_FUNDING,
  tiers: bybitLinearTiers,
  initialOn: 'entry',
  maintenanceOn: 'entry',
  liquidation: BYBIT_LIQUIDATION,
  insuranceFund: { balance: quote('10000000'), scope: 'venue' },
  deleveraging: { type: 'ranked', ranking: 'profit-times-leverage' },
})
