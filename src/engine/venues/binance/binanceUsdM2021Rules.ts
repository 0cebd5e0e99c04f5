import { binanceUsdMRules } from './binanceUsdMRules.ts'
import { btcUsdt2021Tiers, lowCap2021Tiers } from './binanceUsdM2021Tiers.ts'
import type { Rules } from '../Rules.ts'

/** Binance USD-margined futures with the brackets of March 2021, for looking back. SPEC.md BN3. */
export const binanceUsdM2021Rules: Rules = {
  ...binanceUsdMRules,
  id: 'binance-usdm-2021',
  name: 'Binance USD-M, March 2021',
  summary: 'The brackets of 18 March 2021: BTC and a group of small caps; everything else as today.',
  date: '2021-03-18',
  source: 'Binance announcement of 2021-03-18, maintenance amounts derived by continuity. Details: venues/binance/SPEC.md',
  tiers: {
    default: lowCap2021Tiers,
    BTCUSDT: btcUsdt2021Tiers,
    'BTC-PERP': btcUsdt2021Tiers,
    XEMUSDT: lowCap2021Tiers,
    COTIUSDT: lowCap2021Tiers,
    CHRUSDT: lowCap2021Tiers,
    MANAUSDT: lowCap2021Tiers,
    HBARUSDT: lowCap2021Tiers,
    ALICEUSDT: lowCap2021Tiers,
  },
}
