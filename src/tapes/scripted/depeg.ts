import type { Tape } from '../../engine/index.ts'
import { HOUR, SCRIPT_START } from './oneBadAltcoin.ts'
import { polylineTape } from './polylineTape.ts'

/**
 * BTC falls to 48,500 and stands there; then a stablecoin goes from 1 to 0.97 in thirty hours. Both are back at the end.
 * The figures are made up; USDC stood at 0.88 on 11 March 2023.
 */
export function depeg(): Tape {
  return polylineTape({
    id: 'depeg',
    title: 'Depeg',
    source: 'Scripted: BTC −19.2 % by bar 50; USDC to 0.97 at bar 80; both back at bar 120',
    start: SCRIPT_START,
    barMillis: HOUR,
    lines: [
      { instrument: 'BTC-PERP', decimals: 2, corners: [[0, 60000], [50, 48500], [90, 48500], [120, 60000]] },
      { instrument: 'USDC', decimals: 4, corners: [[0, 1], [50, 1], [80, 0.97], [90, 0.97], [120, 1]] },
    ],
  })
}
