import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

/** GMX v1 (Vault): everything on the size at entry, in USD. SPEC.md GX1 to GX5. */
export const gmxV1Rules = defineRules({
  id: 'gmx-v1',
  name: 'GMX v1',
  summary: 'Liquidated when what remains is below the larger of 1 % of the size at entry and the closing fee plus 5 USD; the oracle decides, the pool is the counterparty.',
  date: '2023-01-01',
  source: 'gmx-io/gmx-contracts Vault and VaultUtils, gmx-io/gmx-interface getLiquidationPrice. Details: venues/gmx/SPEC.md',
  fees: { maker: rate('0.001'), taker: rate('0.001') },
  tiers: { default: tierRows(['0', '0.01', '0', '50']) },
  initialOn: 'entry',
  maintenanceOn: 'entry',
  exitCost: { rate: rate('0.001'), on: 'entry', fixed: quote('5'), combine: 'larger' },
  comparison: 'below',
  liquidation: { trigger: 'index', feeRate: rate('0.001'), feeOn: 'entry', feeTo: 'venue', residual: 'return' },
})
