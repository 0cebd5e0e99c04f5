import { rate } from '../../units/quantities.ts'
import type { Rules } from '../Rules.ts'
import { bybitClassicRules } from './bybitClassicRules.ts'

/** Bybit unified account: margins on the mark, the fee to close inside both. SPEC.md BY2, BY4. */
export const bybitUtaRules: Rules = {
  ...bybitClassicRules,
  id: 'bybit-uta',
  name: 'Bybit unified account',
  summary: 'Margins on the mark with the fee to close at the bankruptcy price inside; brackets with deductions.',
  source: 'Bybit help "Liquidation Price Calculation under Isolated Mode (UTA)" of 2026-05-27, risk limits of 2025. Details: venues/bybit/SPEC.md',
  initialOn: 'mark',
  initialWithExitCost: true,
  maintenanceOn: 'mark',
  // At the bankruptcy price of an isolated position's own margin this gives Bybit's closed formula exactly. (BY2)
  exitCost: { ...bybitClassicRules.exitCost, rate: rate('0.00055'), on: 'margin-bankruptcy' },
}
