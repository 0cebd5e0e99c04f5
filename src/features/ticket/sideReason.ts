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
  if (draft.orderType !== 'market' && draft.price === '') return words.reasons.price
  if (draft.size === '') return words.reasons.size
  if (new Decimal(draft.size).isZero()) return words.reasons.zero
  const { status, rejection } = preview[side]
  return status === 'refused' && rejection !== undefined ? rejectionReason(rejection, context) : undefined
}

const SAID = new Set<Rejection['code']>(['insufficient-margin', 'liquidated-on-fill', 'leverage-above-limit', 'price-not-on-tick'])

/** Whether a note of the ticket says a side's refusal already. */
export function isSaidByNote(preview: Preview | undefined, side: OrderSide): boolean {
  const rejection = preview?.[side].rejection
  return rejection !== undefined && SAID.has(rejection.code)
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
    case 'leverage-below-one':
      return reasons.leverageBelow
    case 'liquidated-on-fill':
      return reasons.liquidatedOnFill
    case 'nothing-to-reduce':
      return reasons.nothingToReduce
    case 'price-required':
      return reasons.price
    case 'price-not-on-tick':
      return reasons.tick(format.exact(rejection.tickSize))
    case 'price-not-positive':
      return reasons.priceNotPositive
    case 'quantity-below-step':
      return reasons.step(format.quantity(rejection.step, { unit: market.sizeUnit }))
    case 'quantity-zero':
      return reasons.zero
    case 'position-exists-in-pool':
      return reasons.inPool(market.base)
    case 'other-currency':
      return reasons.otherCurrency(rejection.currency, rejection.account)
    case 'collateral-only':
      return reasons.isCollateral
    case 'wrong-side':
      return reasons.wrongSide
    default:
      return reasons.other(rejection.code)
  }
}
