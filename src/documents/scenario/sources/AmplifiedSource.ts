import * as v from 'valibot'
import { knownObject } from '../../validators/knownObject.ts'
import { positiveNumber } from '../../validators/numbers.ts'
import type { TapeSource } from '../TapeSource.ts'

/** Another tape made more, or less, violent: every logarithmic return times the factor, candles and gaps too. */
export interface AmplifiedSource {
  readonly type: 'amplified'
  /** 2 squares every relative change; below 1 it is calmer. */
  readonly factor: number
  readonly of: TapeSource
}

export function amplifiedSource(of: v.GenericSchema<unknown, TapeSource>) {
  return knownObject({ type: v.literal('amplified'), factor: v.pipe(positiveNumber, v.maxValue(20, 'at most 20 was expected')), of })
}
