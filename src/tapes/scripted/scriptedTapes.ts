import type { Tape } from '../../engine/index.ts'
import { coinFall, coinRise } from './coinScripts.ts'
import { depeg } from './depeg.ts'
import { gapBelowZero } from './gapBelowZero.ts'
import { oneBadAltcoin } from './oneBadAltcoin.ts'
import { oneBadPrint } from './oneBadPrint.ts'
import { theWick } from './theWick.ts'

/** Every scripted tape by its id, as documents name them. */
export const SCRIPTED_TAPES: Readonly<Record<string, () => Tape>> = {
  'one-bad-altcoin': oneBadAltcoin,
  'the-wick': theWick,
  'one-bad-print': oneBadPrint,
  'coin-rise': coinRise,
  'coin-fall': coinFall,
  depeg,
  'gap-below-zero': gapBelowZero,
}
