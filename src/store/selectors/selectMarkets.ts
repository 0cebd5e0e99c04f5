import { Decimal } from '../../engine/index.ts'
import { createSelector } from 'reselect'
import type { AppState } from '../AppState.ts'

/** What rows need of an instrument. */
export interface Market {
  readonly symbol: string
  readonly base: string
  readonly quote: string
  readonly priceDecimals: number
  readonly qtyDecimals: number
}

/** The market of an instrument. */
export const selectMarkets: (state: AppState) => (instrument: string) => Market = createSelector([(state: AppState) => state.scenario.info?.instruments], (instruments) => {
  const markets = new Map(
    (instruments ?? []).map((each): readonly [string, Market] => [
      each.symbol,
      { symbol: each.symbol, base: each.base, quote: each.quote, priceDecimals: places(each.tickSize), qtyDecimals: places(each.qtyStep) },
    ]),
  )
  return (instrument) => markets.get(instrument) ?? { symbol: instrument, base: instrument, quote: '', priceDecimals: 2, qtyDecimals: 8 }
})

function places(step: string): number {
  return new Decimal(step).decimalPlaces()
}
