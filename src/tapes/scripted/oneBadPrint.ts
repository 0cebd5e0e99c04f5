import type { Tape } from '../../engine/index.ts'
import { SCRIPT_START } from './oneBadAltcoin.ts'
import { polylineTape } from './polylineTape.ts'

const MINUTE = 60000

/**
 * The shape of LINK on 12 March 2020, when one venue's last price went to 0.0001 and back inside an hour; the figures
 * are made up. Two hours by the minute: LINK's mark rises in a straight line from 3.2 by 0.001 a minute, BTC's by 1 % in
 * all; LINK's last price is its mark but for minute 48, where it prints 0.0001.
 */
export function oneBadPrint(): Tape {
  return polylineTape({
    id: 'one-bad-print',
    title: 'One bad print',
    source: 'Scripted: LINK mark +3.75 %, its last price 0.0001 for one minute; BTC +1 %',
    start: SCRIPT_START,
    barMillis: MINUTE,
    lines: [
      { instrument: 'BTC-PERP', decimals: 2, corners: [[0, 60000], [120, 60600]] },
      { instrument: 'LINK-PERP', decimals: 4, corners: [[0, 3.2], [120, 3.32]] },
      { instrument: 'LINK-PERP', kind: 'last', decimals: 4, corners: [[0, 3.2], [47, 3.247], [48, 0.0001], [49, 3.249], [120, 3.32]] },
    ],
  })
}
