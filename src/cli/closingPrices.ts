import {
  asQty, asQuote, bankruptcyWithFee, breakEvenPrice, Decimal, fillablePrice, priceOf, proRataBankruptcy, roundToStep, valueOf, ZERO_QUOTE,
  type Account, type NoBankruptcy, type PoolView, type Position, type PositionView, type Price, type Qty, type Quote,
} from '../engine/index.ts'
import type { FiguresContext } from './accountFigures.ts'
import { plainText, quotientText } from './plainText.ts'

export type ClosingPrice = { readonly price: string; readonly exact: string } | { readonly none: string }

export interface ClosingPrices {
  /** Equity less the closing fee at that price is zero. [M19] */
  readonly bankruptcyPriceWithFee: ClosingPrice
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
  const backing = backingOf(position, state)
  const equity = asQuote(exactEquity(backing, (symbol) => context.marks.get(symbol)).minus(pool?.haircut ?? 0))
  const all = pool?.maintenanceMargin ?? ZERO_QUOTE
  const { mark, maintenanceMargin: own } = position
  const { orderPrice } = rules.liquidation
  const closed = breakEvenPrice(position, { realized: realized.get(position.leg) ?? ZERO_QUOTE, fee: rules.fees.taker })
  const takeover = proRataBankruptcy(position, { mark, equity, own, all })
  return {
    bankruptcyPriceWithFee: told(withFee(position, backing, context), isLong ? 'up' : 'down', 'fully-collateralized'),
    // The tick that loses nothing: up for a long.
    breakEvenPrice: told(closed, isLong ? 'up' : 'down', ''),
    takeoverPrice: told(takeover, isLong ? 'up' : 'down', all.isZero() ? 'no-requirement' : 'fully-collateralized'),
    ...(orderPrice.type === 'fillable'
      ? { fillablePrice: told(fillablePrice(position, { mark, equity, maintenance: all, own }, orderPrice), isLong ? 'down' : 'up', 'no-requirement') }
      : {}),
  }
}

interface Backing {
  readonly cash: Quote
  /** Of positions known by their figures only. */
  readonly otherPnl: Quote
  readonly legs: readonly Position[]
}

function backingOf({ pool }: PositionView, state: Account): Backing {
  const { cash = ZERO_QUOTE, others, legs = [] } = state.pools.get(pool) ?? {}
  return { cash, otherPnl: others?.unrealizedPnl ?? ZERO_QUOTE, legs: legs.flatMap((leg) => state.positions.get(leg) ?? []) }
}

/** The instrument moves, with all its legs in the pool, at the prices that the liquidation test looks at. [M19] */
function withFee({ type, instrument }: PositionView, backing: Backing, { marks, rules }: FiguresContext): Price | NoBankruptcy {
  const tested = (symbol: string): Price => priceOf(marks, symbol, rules.liquidation.trigger)
  const own = backing.legs.filter((leg) => leg.instrument === instrument)
  const sumOf = (size: (leg: Position) => Decimal): Qty => asQty(own.reduce((total: Decimal, leg) => total.plus(size(leg)), new Decimal(0)))
  const held = { type, net: sumOf(({ qty }) => qty), gross: sumOf(({ qty }) => qty.abs()) }
  const fee = rules.exitCost.rate.isZero() ? rules.fees.taker : rules.exitCost.rate
  return bankruptcyWithFee(held, { price: tested(instrument), equity: exactEquity(backing, tested), fee })
}

/** Without haircuts. Posted amounts would carry their rounding into the price, which matters where a coin is worth a lot. */
function exactEquity({ cash, otherPnl, legs }: Backing, priceAt: (symbol: string) => Price | undefined): Quote {
  return legs.reduce((total, position) => {
    const mark = priceAt(position.instrument)
    return mark === undefined ? total : asQuote(total.plus(valueOf(position, mark)).minus(position.entryNotional))
  }, asQuote(cash.plus(otherPnl)))
}
