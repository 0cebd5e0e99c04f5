import * as v from 'valibot'
import type { Millis } from '../../../engine/index.ts'
import { knownObject } from '../../validators/knownObject.ts'
import { nameText } from '../../validators/nameText.ts'
import { timeText, wholeMillis } from '../../validators/times.ts'

/** Where kept prices were loaded from: enough to ask for the same ones again. */
export interface PriceOrigin {
  /** Id of the exchange, `bybit`. */
  readonly venue: string
  /** Id of one of its markets, `linear`. */
  readonly market: string
  /** The instrument as the exchange writes it, `BTCUSDT`. */
  readonly symbol: string
  /** Which of its series: `candles`, `mark`, `index`, `funding`, `volatility`. */
  readonly series: string
  /** Size of a bar, ms. */
  readonly resolution: Millis
  /** The period that was asked for, its end excluded. */
  readonly from: Millis
  readonly to: Millis
}

export const priceOriginSchema: v.GenericSchema<unknown, PriceOrigin> = v.pipe(
  knownObject({ venue: nameText, market: nameText, symbol: nameText, series: nameText, resolution: wholeMillis, from: timeText, to: timeText }),
  v.check(({ from, to }) => from < to, 'a period that ends after it begins was expected'),
  v.description('The exchange the prices were loaded from, so that they can be loaded again.'),
)
