import * as v from 'valibot'
import type { Millis } from '../../../engine/index.ts'
import { knownObject } from '../../validators/knownObject.ts'
import { nameText } from '../../validators/nameText.ts'
import { timeText } from '../../validators/times.ts'

/** Where kept prices were loaded from: enough to ask for the same ones again. */
export interface PriceOrigin {
  /** Id of the venue, `bybit`. */
  readonly venue: string
  /** As the venue calls it, `BTCUSDT`. */
  readonly instrument: string
  /** Which of the venue's series: `candles`, `mark`, `index`, `funding`, `volatility`. */
  readonly series: string
  /** Size of a bar, `1h`. */
  readonly resolution: string
  /** The period that was asked for, its end excluded. */
  readonly from: Millis
  readonly to: Millis
}

export const priceOriginSchema: v.GenericSchema<unknown, PriceOrigin> = v.pipe(
  knownObject({ venue: nameText, instrument: nameText, series: nameText, resolution: nameText, from: timeText, to: timeText }),
  v.check(({ from, to }) => from < to, 'a period that ends after it begins was expected'),
  v.description('Where the prices were loaded from, so that they can be loaded again.'),
)
