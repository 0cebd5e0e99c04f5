import type { Tape } from '../../engine/index.ts'
import { HOUR, SCRIPT_START } from './oneBadAltcoin.ts'
import { polylineTape } from './polylineTape.ts'

/** SOL gaps from 150 to 90 at bar 40, past what anybody behind a thin wall can pay; BTC +1 % in a straight line. */
export function gapBelowZero(): Tape {
  return polylineTape({
    id: 'gap-below-zero',
    title: 'Gap below zero',
    source: 'Scripted: SOL −40 % in one jump at bar 40, then to 96; BTC +1 %',
    start: SCRIPT_START,
    barMillis: HOUR,
    lines: [
      { instrument: 'BTC-PERP', decimals: 2, corners: [[0, 60000], [120, 60600]] },
      { instrument: 'SOL-PERP', decimals: 2, corners: [[0, 150], [39, 150], [40, 90], [120, 96]] },
    ],
    jumps: [40],
  })
}
