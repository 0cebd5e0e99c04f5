import {
  asQuote, breakEvenPrice, Decimal, fillablePrice, proRataBankruptcy, roundToStep, valueOf, ZERO_QUOTE,
  type Account, type PoolView, type PositionView, type Price, type Quote,
} from '../engine/index.ts'
import type { FiguresContext } from './accountFigures.ts'
import { plainText, quotientText } from './plainText.ts'

export type ClosingPrice = { readonly price: string; readonly exact: string } | { readonly none: string }

export interface ClosingPrices {
  readonly breakEvenPrice: ClosingPrice
  readonly takeoverPrice: ClosingPrice
  /** Under rules whose liquidation orders have such a price. */
  readonly fillablePrice?: ClosingPrice
}

/** Prices at which a position may be closed: without gain or loss, by a fund that takes it over, by a liquidation order. */
export function closingPrices(position: PositionView, state: Account, context: FiguresContext & { readonly pools: readonly PoolView[] }): ClosingPrices {
  const { rules, instruments, realized, pools } = context
  const tick = instruments.get(position.instrument)?.tickSize ?? new Decimal('0.01')
  const isLong = position.qty.gt(0)
  const told = (price: Price | string | undefined, side: 'up' | 'down', none: string): ClosingPrice => {
    if (price === undefined || typeof price === 'string') return { none: price ?? none }
    return { price: plainText(roundToStep(price, tick, side)), exact: quotientText(price) }
  }
  const pool = pools.find(({ id }) => id === position.pool)
  const equity = pool === undefined ? ZERO_QUOTE : exactEquity(pool, state, context)
  const all = pool?.maintenanceMargin ?? ZERO_QUOTE
  const { mark, maintenanceMargin: own } = position
  const { orderPrice } = rules.liquidation
  const closed = breakEvenPrice(position, { realized: realized.get(position.leg) ?? ZERO_QUOTE, fee: rules.fees.taker })
  const takeover = proRataBankruptcy(position, { mark, equity, own, all })
  return {
    // The tick that loses nothing: up for a long.
    breakEvenPrice: told(closed, isLong ? 'up' : 'down', ''),
    takeoverPrice: told(takeover, isLong ? 'up' : 'down', all.isZero() ? 'no-requirement' : 'fully-collateralized'),
    ...(orderPrice.type === 'fillable'
      ? { fillablePrice: told(fillablePrice(position, { mark, equity, maintenance: all, own }, orderPrice), isLong ? 'down' : 'up', 'no-requirement') }
      : {}),
  }
}

/** Posted amounts would carry their rounding into the price, which matters where a coin is worth a lot. */
function exactEquity({ id, cash, haircut, legs }: PoolView, state: Account, { marks }: FiguresContext): Quote {
  const gained = legs.reduce((total, leg) => {
    const position = state.positions.get(leg)
    const mark = position === undefined ? undefined : marks.get(position.instrument)
    return position === undefined || mark === undefined ? total : asQuote(total.plus(valueOf(position, mark)).minus(position.entryNotional))
  }, ZERO_QUOTE)
  return asQuote(cash.plus(gained).plus(state.pools.get(id)?.others?.unrealizedPnl ?? 0).minus(haircut))
}
