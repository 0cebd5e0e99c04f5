import { asQty, asQuote, type Qty } from '../units/quantities.ts'
import type { Position } from '../ledger/Account.ts'

/** Entry notional that a part takes with it is rounded here; the rest stays with the position, so nothing is lost. [P3] */
const ENTRY_PLACES = 30

/** A part of a position as a position of its own; all of it is the position itself. @param size not signed */
export function partOf<T extends Pick<Position, 'qty' | 'entryNotional'>>(position: T, size: Qty): T {
  const whole = position.qty.abs()
  if (size.gte(whole)) return position
  const entryNotional = asQuote(position.entryNotional.times(size.div(whole)).toDecimalPlaces(ENTRY_PLACES))
  return { ...position, qty: asQty(position.qty.isNegative() ? size.neg() : size), entryNotional }
}
