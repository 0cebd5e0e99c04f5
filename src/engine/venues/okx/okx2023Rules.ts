import type { Rules } from '../Rules.ts'
import { okxRules } from './okxRules.ts'
import { aaveUsdtSwap2023Tiers, adaUsdtSwap2023Tiers, ethUsdtSwap2021Tiers } from './okxTiers.ts'

/** OKX USDT-margined swaps with position tiers of 2021 and 2023, for looking back. SPEC.md OK4. */
export const okx2023Rules: Rules = {
  ...okxRules,
  id: 'okx-2023',
  name: 'OKX linear, tiers of 2021 and 2023',
  summary: 'Position tiers of ETH (June 2021), ADA and AAVE (May 2023); everything else as today.',
  date: '2021-06-11',
  source: 'OKX announcements of 2021-06-11 and 2023-05-15. Details: venues/okx/SPEC.md',
  tiers: {
    default: aaveUsdtSwap2023Tiers,
    'ETH-USDT-SWAP': ethUsdtSwap2021Tiers,
    'ETH-PERP': ethUsdtSwap2021Tiers,
    'ADA-USDT-SWAP': adaUsdtSwap2023Tiers,
    'AAVE-USDT-SWAP': aaveUsdtSwap2023Tiers,
  },
}
