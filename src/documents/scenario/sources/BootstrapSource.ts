import * as v from 'valibot'
import { knownObject } from '../../validators/knownObject.ts'
import { positiveNumber } from '../../validators/numbers.ts'
import type { TapeSource } from '../TapeSource.ts'
import { barCount, seedNumber } from './sourceFields.ts'

/**
 * Stretches of another tape in a random order (stationary bootstrap, Politis and Romano 1994): candles, gaps, spaces
 * between bars and funding of all instruments and kinds of prices together, so that their dependence survives.
 */
export interface BootstrapSource {
  readonly type: 'bootstrap'
  readonly seed: number
  /** Points of the new tape; the first is that of the old. */
  readonly bars: number
  /** Mean length of a stretch, in bars of the tape it comes from. */
  readonly meanBlock: number
  readonly of: TapeSource
}

export function bootstrapSource(of: v.GenericSchema<unknown, TapeSource>) {
  return knownObject({
    type: v.literal('bootstrap'),
    seed: seedNumber,
    bars: barCount,
    meanBlock: v.pipe(positiveNumber, v.minValue(1, 'at least one bar was expected')),
    of,
  })
}
