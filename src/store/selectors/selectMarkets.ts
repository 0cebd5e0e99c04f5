import { Decimal } from '../../engine/index.ts'
import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'
import { sizeUnitOf } from './sizeUnitOf.ts'

/** What rows need of an instrument. */
export interface Market {
  readonly symbol: string
  readonly base: string
  readonly quote: string
  /** What quantities are in. */
  readonly sizeUnit: string
  readonly isInverse: boolean
  /** Held as collateral, not traded. */
  readonly isAsset: boolean
  readonly priceDecimals: number
  readonly qtyDecimals: number
}

/** The market of an instrument. */
export const selectMarkets: (state: AppState) => (instrument: string) => Market = createSelector([(state: AppState) => state.scenario.info?.instruments], (instruments) => {
  const markets = new Map(
    (instruments ?? []).map((each): readonly [string, Market] => [
      each.symbol,
      { symbol: each.symbol, base: each.base, quote: each.quote, sizeUnit: sizeUnitOf(each), isInverse: each.type === 'inverse', isAsset: each.type === 'spot', priceDecimals: places(each.tickSize), qtyDecimals: places(each.qtyStep) },
    ]),
  )
  return (instrument) => markets.get(instrument) ?? { symbol: instrument, base: instrument, quote: '', sizeUnit: instrument, isInverse: false, isAsset: false, priceDecimals: 2, qtyDecimals: 8 }
})

function places(step: string): number {
  return new Decimal(step).decimalPlaces()
}
