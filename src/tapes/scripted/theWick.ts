import type { Tape } from '../../engine/index.ts'
import { HOUR, SCRIPT_START } from './oneBadAltcoin.ts'
import { polylineTape } from './polylineTape.ts'

/**
 * Scenario B of product.md 5.3: SOL drifts up, dips to 135 (10 % below its start) at bar 48, is back at 150 twelve bars
 * later and ends 4 % up; BTC +2 % and ETH −1 % in straight lines. Every price is exact to the cent. The isolated SOL leg
 * of the scenario is liquidated at 143.94, between bars 39 (144.99) and 40 (143.88); its cross price of 114 is never near.
 */
export function theWick(): Tape {
  return polylineTape({
    id: 'the-wick',
    title: 'The wick',
    source: 'Scripted: SOL −10 % at bar 48 and back to +4 %, BTC +2 %, ETH −1 %',
    start: SCRIPT_START,
    barMillis: HOUR,
    lines: [
      { instrument: 'BTC-PERP', decimals: 2, corners: [[0, 60000], [120, 61200]] },
      { instrument: 'ETH-PERP', decimals: 2, corners: [[0, 3000], [120, 2970]] },
      { instrument: 'SOL-PERP', decimals: 2, corners: [[0, 150], [33, 151.65], [48, 135], [60, 150], [120, 156]] },
    ],
  })
}
