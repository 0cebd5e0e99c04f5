import type { Instrument } from '../instruments/Instrument.ts'
import type { Rejection } from '../result/Rejection.ts'
import type { Price } from '../units/quantities.ts'
import type { Command, PlaceOrder } from './Command.ts'
import type { Draft } from './Draft.ts'
import type { Trailing } from './Trailing.ts'

/** What is wrong with an order before any margin is looked at. [P1] */
export function malformedOrder(draft: Draft, command: Command & PlaceOrder, instrument: Instrument): Rejection | undefined {
  if (instrument.type === 'spot') return { code: 'collateral-only', instrument: command.instrument }
  if (draft.account.orders.has(command.id)) return { code: 'duplicate-order', orderId: command.id }
  if (command.leverage.lt(1)) return { code: 'leverage-below-one', leverage: command.leverage }
  return missing(command) ?? wrongPrices([command.price, command.limitPrice, command.takeProfit, command.stopLoss], instrument) ?? wrongTrailing(command.trailing, instrument) ?? unsized(command)
}

/** What its type needs and it does not say. */
function missing({ orderType, price, limitPrice, trailing }: PlaceOrder): Rejection | undefined {
  if (orderType === 'trailing-stop') return trailing === undefined ? { code: 'callback-required' } : undefined
  if (orderType !== 'market' && price === undefined) return { code: 'price-required' }
  return orderType === 'stop-limit' && limitPrice === undefined ? { code: 'limit-price-required' } : undefined
}

function unsized({ size }: PlaceOrder): Rejection | undefined {
  const amount = size.unit === 'base' ? size.qty : size.notional
  return amount.isZero() || amount.isNegative() ? { code: 'quantity-zero' } : undefined
}

/** The first price that an order may not carry. */
export function wrongPrices(prices: readonly (Price | undefined)[], instrument: Instrument): Rejection | undefined {
  for (const price of prices) {
    const refusal = price === undefined ? undefined : wrongPrice(price, instrument)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** A price an order may carry: positive and a multiple of the tick size. */
export function wrongPrice(price: Price, instrument: Instrument): Rejection | undefined {
  if (!price.gt(0)) return { code: 'price-not-positive', price }
  return price.mod(instrument.tickSize).isZero() ? undefined : { code: 'price-not-on-tick', price, tickSize: instrument.tickSize }
}

/** A callback is a share between 0 and 1, or a distance in ticks. [P11] */
export function wrongTrailing(trailing: Trailing | undefined, instrument: Instrument): Rejection | undefined {
  if (trailing === undefined) return undefined
  const { callback, activation } = trailing
  if (callback.unit === 'distance') return wrongPrices([callback.distance, activation], instrument)
  if (!callback.rate.gt(0) || callback.rate.gte(1)) return { code: 'callback-out-of-range', callback: callback.rate }
  return wrongPrices([activation], instrument)
}
