import { quote, rate } from '../../units/quantities.ts'
import { defineRules, tierRows } from '../defineRules.ts'

const HOUR = 3_600_000

/** Injective exchange module: every position has margin of its own, one fund per market. SPEC.md. */
export const injectiveRules = defineRules({
  id: 'injective',
  name: 'Injective',
  summary: 'Isolated margin only; 2 % maintenance on the mark unless the market says more; the whole position goes, not worse than its bankruptcy price; one insurance fund per market.',
  date: '2026-11-22',
  source: 'InjectiveFoundation/injective-core exchange module and the Injective docs. Details: venues/injective/SPEC.md',
  fees: { maker: rate('-0.0001'), taker: rate('0.001') },
  // A 24th of the premium every hour; the daily interest of 0.01 % on top of it is left out (SPEC.md).
  funding: {
    type: 'premium',
    intervalMillis: HOUR,
    periodMillis: 24 * HOUR,
    interest: rate('0'),
    clamp: rate('0'),
    cap: rate('0.000625'),
    premium: rate('0'),
    price: 'mark',
  },
  tiers: { default: tierRows(['0', '0.02', '0', '20', '0.05']) },
  comparison: 'below',
  liquidation: { trigger: 'mark', residual: 'forfeit' },
  insuranceFund: { balance: quote('0'), scope: 'instrument' },
  deleveraging: { type: 'none' },
})
