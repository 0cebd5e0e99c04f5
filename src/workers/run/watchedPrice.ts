import { ofPriceKey, priceOf, standingKey, type Marks, type Order, type Position, type Price, type PriceKind, type Rules } from '../../engine/index.ts'

/** A price something waits for, and which one it is where the tape has it; else it is the mark. */
export interface WatchedPrice {
  readonly kind: PriceKind
  readonly price: Price
}

/** What sets an order off: of a limit order the last price, which it trades at, of a stop its own choice. [K6, K7] */
export function watchedByOrder({ instrument, type, triggerBy = 'mark' }: Pick<Order, 'instrument' | 'type' | 'triggerBy'>, marks: Marks): WatchedPrice {
  return watched(marks, instrument, type === 'limit' ? 'last' : triggerBy)
}

/** What sets a position's targets off. [K7] */
export function watchedByTargets({ instrument, triggerBy = 'mark' }: Position, marks: Marks): WatchedPrice {
  return watched(marks, instrument, triggerBy)
}

/** Whether targets watch the price that liquidates the position: only then one of the two is sure to come first. [K5] */
export function isTestPrice({ kind }: WatchedPrice, { instrument }: Position, { marks, rules }: { readonly marks: Marks; readonly rules: Rules }): boolean {
  return watched(marks, instrument, rules.liquidation.trigger).kind === kind
}

function watched(marks: Marks, instrument: string, by: PriceKind): WatchedPrice {
  return { kind: ofPriceKey(standingKey(marks, instrument, by)).kind, price: priceOf(marks, instrument, by) }
}
