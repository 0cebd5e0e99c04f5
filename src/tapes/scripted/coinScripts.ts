import type { Tape } from '../../engine/index.ts'
import { HOUR, SCRIPT_START } from './oneBadAltcoin.ts'
import { polylineTape } from './polylineTape.ts'

/** BTC four times its price in a straight line, 1,500 an hour: what would close any short that is margined in dollars. */
export function coinRise(): Tape {
  return polylineTape({
    id: 'coin-rise',
    title: 'BTC times four',
    source: 'Scripted: BTC from 60,000 to 240,000 in 120 hours',
    start: SCRIPT_START,
    barMillis: HOUR,
    lines: [{ instrument: 'BTCUSD', decimals: 1, corners: [[0, 60000], [120, 240000]] }],
  })
}

/** BTC to 27,000 and back to where it was: below half, where a coin-margined long of 1x has lost all its coins. */
export function coinFall(): Tape {
  return polylineTape({
    id: 'coin-fall',
    title: 'BTC below half and back',
    source: 'Scripted: BTC from 60,000 to 27,000 at bar 60 and back to 60,000',
    start: SCRIPT_START,
    barMillis: HOUR,
    lines: [{ instrument: 'BTCUSD', decimals: 1, corners: [[0, 60000], [60, 27000], [120, 60000]] }],
  })
}
