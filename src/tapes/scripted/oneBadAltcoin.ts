import type { Tape } from '../../engine/index.ts'
import { polylineTape } from './polylineTape.ts'

/** Monday 5 January 2026, 00:00 UTC. */
export const SCRIPT_START = 1767571200000
export const HOUR = 3600000

/**
 * Scenario A of product.md 5.3: 120 hours; BTC rises 4 % and ETH falls 5 % in straight lines, SOL falls 30 % over the
 * first 84 bars and stays there. SOL's line has no finite decimals (15/28 a bar) and is rounded to the cent.
 */
export function oneBadAltcoin(): Tape {
  return polylineTape({
    id: 'one-bad-altcoin',
    title: 'One bad altcoin',
    source: 'Scripted: BTC +4 %, ETH −5 %, SOL −30 % in 84 hours, then flat',
    start: SCRIPT_START,
    barMillis: HOUR,
    lines: [
      { instrument: 'BTC-PERP', decimals: 2, corners: [[0, 60000], [120, 62400]] },
      { instrument: 'ETH-PERP', decimals: 2, corners: [[0, 3000], [120, 2850]] },
      { instrument: 'SOL-PERP', decimals: 2, corners: [[0, 150], [84, 105], [120, 105]] },
    ],
  })
}
