import { Decimal } from '../../engine/index.ts'
import type { NoteContext } from './ticketNotes.ts'
import type { OrderSide, Preview, Rejection } from './Preview.ts'
import { words } from './words.ts'

export interface ReasonContext extends NoteContext {
  /** A field holds what cannot be read as a number. */
  readonly hasErrors: boolean
}

/** Why a side cannot be placed now, or nothing. What is still being computed does not stand in the way. */
export function sideReason(preview: Preview | undefined, side: OrderSide, context: ReasonContext): string | undefined {
  const { draft, hasErrors } = context
  if (preview === undefined) return words.reasons.waiting
  if (hasErrors) return words.reasons.error
  const missing = missingPrice(draft)
  if (missing !== undefined) return missing
  if (draft.size === '') return words.reasons.size
  if (new Decimal(draft.size).isZero()) return words.reasons.zero
  const { status, rejection } = preview[side]
  return status === 'refused' && rejection !== undefined ? rejectionReason(rejection, context) : undefined
}

/** What an order of this type needs and does not have yet. */
function missingPrice({ orderType, price, limitPrice, callback }: NoteContext['draft']): string | undefined {
  if (orderType === 'market') return undefined
  if (orderType === 'trailing-stop') return callback === '' ? words.reasons.callback : undefined
  return price === '' || (orderType === 'stop-limit' && limitPrice === '') ? words.reasons.price : undefined
}

const SAID = new Set<Rejection['code']>(['insufficient-margin', 'liquidated-on-fill', 'leverage-above-limit', 'price-not-on-tick'])

/** Whether a note of the ticket says a side's refusal already. */
export function isSaidByNote(preview: Preview | undefined, side: OrderSide): boolean {
  const rejection = preview?.[side].rejection
  return rejection !== undefined && SAID.has(rejection.code)
}

/** Refusals without figures. */
const PLAIN: Partial<Record<Rejection['code'], string>> = {
  'leverage-below-one': words.reasons.leverageBelow,
  'liquidated-on-fill': words.reasons.liquidatedOnFill,
  'nothing-to-reduce': words.reasons.nothingToReduce,
  'price-required': words.reasons.price,
  'limit-price-required': words.reasons.price,
  'callback-required': words.reasons.callback,
  'callback-out-of-range': words.reasons.callbackRange,
  'price-not-positive': words.reasons.priceNotPositive,
  'quantity-zero': words.reasons.zero,
  'collateral-only': words.reasons.isCollateral,
  'wrong-side': words.reasons.wrongSide,
}

/** A refusal in a few words, as they stand beside a button. */
export function rejectionReason(rejection: Rejection, { market, format }: NoteContext): string {
  const { reasons } = words
  switch (rejection.code) {
    case 'insufficient-margin': {
      const missing = new Decimal(rejection.required).minus(rejection.available).toFixed()
      return reasons.margin(format.money(missing, { rounding: 'ceil' }), market.currency)
    }
    case 'leverage-above-limit':
      return reasons.leverageAbove(format.leverage(rejection.limit))
    case 'price-not-on-tick':
      return reasons.tick(format.exact(rejection.tickSize))
    case 'quantity-below-step':
      return reasons.step(format.quantity(rejection.step, { unit: market.sizeUnit }))
    case 'position-exists-in-pool':
      return reasons.inPool(market.base)
    case 'other-currency':
      return reasons.otherCurrency(rejection.currency, rejection.account)
    default:
      return PLAIN[rejection.code] ?? reasons.other(rejection.code)
  }
}
