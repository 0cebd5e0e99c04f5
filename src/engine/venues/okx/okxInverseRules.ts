import { quote } from '../../units/quantities.ts'
import { tierRows } from '../defineRules.ts'
import type { Rules } from '../Rules.ts'
import { okxRules } from './okxRules.ts'
import { btcUsdTiers } from './okxTiers.ts'

/** OKX coin-margined swaps and futures: as the linear ones, in the coin. SPEC.md OK2, OK4. */
export const okxInverseRules: Rules = {
  ...okxRules,
  id: 'okx-inverse',
  contract: 'inverse',
  name: 'OKX inverse',
  summary: 'Coin-margined: one maintenance rate for the whole position by its number of contracts, the taker fee inside the test.',
  date: '2021-04-27',
  source: 'OKX API payloads and position-tier announcements (the BTCUSD table is undated). Details: venues/okx/SPEC.md',
  // Other coins: the rate and the leverage of a live ETH-USD position, 0.8 % (2021), for any size.
  tiers: { default: tierRows(['0', '0.008', '0', '50', '0.02']), 'BTC-USD-SWAP': btcUsdTiers, BTCUSD: btcUsdTiers },
  insuranceFund: { balance: quote('100'), scope: 'instrument' },
}
