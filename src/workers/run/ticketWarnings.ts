import { priceOf, type Account, type LiquidationPrice, type Position, type PreviewContext, type Price } from '../../engine/index.ts'
import { liquidationsOf } from './liquidationsOf.ts'
import type { TicketWarning } from './TicketPreview.ts'
import { largestNotional, type Trial } from './Trial.ts'
import { isTestPrice, watchedByOrder, watchedByTargets } from './watchedPrice.ts'

/** What a trader should know before pressing the button, as codes with numbers. */
export function ticketWarnings(trial: Trial): readonly TicketWarning[] {
  return [...offTick(trial), ...refusal(trial), ...resting(trial), ...protectionOf(trial), ...otherLeverage(trial)]
}

function offTick({ drafted: { command }, context }: Trial): readonly TicketWarning[] {
  const tickSize = context.setting.instruments.get(command.instrument)?.tickSize
  if (tickSize === undefined) return []
  const { price, limitPrice, takeProfit, stopLoss, trailing } = command
  const callback = trailing?.callback.unit === 'distance' ? trailing.callback.distance : undefined
  const prices = { price, limitPrice, callback, activation: trailing?.activation, takeProfit, stopLoss }
  return (['price', 'limitPrice', 'callback', 'activation', 'takeProfit', 'stopLoss'] as const).flatMap((field) => {
    const value = prices[field]
    if (value === undefined || value.mod(tickSize).isZero()) return []
    const nearest = value.div(tickSize).toDecimalPlaces(0).times(tickSize)
    return [{ code: 'price-off-tick' as const, field, value: value.toFixed(), nearest: nearest.toFixed(), tickSize: tickSize.toFixed() }]
  })
}

function refusal(trial: Trial): readonly TicketWarning[] {
  const { rejection, maxQty } = trial
  if (rejection === undefined) return []
  const most = { maxQty: maxQty.toFixed(), maxNotional: largestNotional(trial).toFixed() }
  switch (rejection.code) {
    case 'insufficient-margin': {
      const { required, available } = rejection
      return [{ code: rejection.code, required: required.toFixed(), available: available.toFixed(), missing: required.minus(available).toFixed(), ...most }]
    }
    case 'liquidated-on-fill':
      return [{ code: rejection.code, equity: rejection.equity.toFixed(), maintenance: rejection.maintenance.toFixed(), ...most }]
    case 'leverage-above-limit':
      return [{ code: rejection.code, leverage: rejection.leverage.toFixed(), limit: rejection.limit.toFixed(), ...most }]
    default:
      return []
  }
}

function resting({ drafted: { command, isSized }, context, order, rejection }: Trial): readonly TicketWarning[] {
  const { marks } = context.moment
  if (!isSized || rejection !== undefined || !marks.has(command.instrument)) return []
  if (order?.trailing !== undefined) return [{ code: 'trails', price: order.price.toFixed(), by: watchedByOrder(order, marks).kind, activation: order.trailing.activation?.toFixed() }]
  if (command.price === undefined) return []
  // A stop-limit whose trigger is there already is the limit order it becomes.
  const price = (order?.price ?? command.price).toFixed()
  if (order === undefined) return [{ code: 'fills-at-once', price, last: priceOf(marks, command.instrument, 'last').toFixed() }]
  const at = watchedByOrder(order, marks)
  return [{ code: 'rests', price, by: at.kind, now: at.price.toFixed(), reserve: order.reserve.toFixed() }]
}

function protectionOf({ fill, fillContext, drafted: { command } }: Trial): readonly TicketWarning[] {
  const position = fill?.after.positions.get(command.leg)
  return fill === undefined || position === undefined ? [] : warningsAt(fill.after, position, fillContext)
}

/** Warnings about the targets of a position at the prices of a moment. */
export function warningsAt(after: Account, position: Position, context: PreviewContext): readonly TicketWarning[] {
  const { marks } = context.moment
  const tickSize = context.setting.instruments.get(position.instrument)?.tickSize
  if (tickSize === undefined || !marks.has(position.instrument)) return []
  const at = watchedByTargets(position, marks)
  const isComparable = isTestPrice(at, position, { marks, rules: context.setting.rules })
  return protectionWarnings(position, { price: at.price, tickSize, liquidation: isComparable ? liquidationsOf(after, context).of(position.leg) : undefined })
}

/** A stop that can not fire before the liquidation, or protection that would fire at once. */
function protectionWarnings(
  { qty, stopLoss, takeProfit }: Position,
  at: { readonly price: Price; readonly tickSize: Price; readonly liquidation: LiquidationPrice | undefined },
): readonly TicketWarning[] {
  const isLong = !qty.isNegative()
  const found: TicketWarning[] = []
  const price = at.price.toFixed()
  if (takeProfit !== undefined && (isLong ? takeProfit.lte(at.price) : takeProfit.gte(at.price))) {
    found.push({ code: 'take-profit-wrong-side', takeProfit: takeProfit.toFixed(), price })
  }
  if (stopLoss === undefined) return found
  const stop = stopLoss.toFixed()
  if (isLong ? stopLoss.gte(at.price) : stopLoss.lte(at.price)) return [...found, { code: 'stop-wrong-side', stop, price }]
  const { liquidation } = at
  if (liquidation?.type !== 'price' || (liquidation.direction === 'falling') !== isLong) return found
  // At the same price the liquidation comes first.
  if (isLong ? stopLoss.gt(liquidation.exact) : stopLoss.lt(liquidation.exact)) return found
  const nearest = isLong ? liquidation.price.plus(at.tickSize) : liquidation.price.minus(at.tickSize)
  return [...found, { code: 'stop-beyond-liquidation', stop, liquidation: liquidation.price.toFixed(), nearest: nearest.toFixed() }]
}

/** An order that adds to a position takes the position's leverage, whatever the ticket says. */
function otherLeverage({ fill, drafted: { command } }: Trial): readonly TicketWarning[] {
  const held = fill?.before.positions.get(command.leg)
  if (held === undefined || held.leverage.eq(command.leverage) || command.reduceOnly) return []
  return held.qty.isNegative() === (command.side === 'sell') ? [{ code: 'position-leverage-stays', leverage: held.leverage.toFixed() }] : []
}
