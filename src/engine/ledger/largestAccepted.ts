import type { Rejection } from '../result/Rejection.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { asQty, ZERO_QTY, type Qty } from '../units/quantities.ts'

/** Significant digits of a largest size; it is rounded down to them. */
const SIZE_DIGITS = 9
/** After so many hints halving goes on alone: where margin is not in proportion to size they could creep. */
const MOST_HINTS = 8

type Ask = (size: Qty) => Rejection | undefined

/**
 * The largest size that is not refused, in multiples of the step and of its ninth digit; 0 when every size is refused.
 * What is accepted at a size is accepted at every smaller one, so the boundary is found by halving. Margin grows about
 * in proportion to size, so a refusal for want of margin says where to look next, which mostly saves the halving.
 *
 * A size may be too small as well: where rules count a fixed cost, it is more than a small margin. So first only what
 * margin allows is looked for, and what would be liquidated on its fill is left out only if that would be.
 */
export function largestAccepted(qtyStep: Decimal, refusalOf: Ask): Qty {
  const byMargin = largest(qtyStep, (size) => {
    const refusal = refusalOf(size)
    return refusal?.code === 'liquidated-on-fill' ? undefined : refusal
  })
  return byMargin.isZero() || refusalOf(byMargin) === undefined ? byMargin : largest(qtyStep, refusalOf)
}

function largest(qtyStep: Decimal, refusalOf: Ask): Qty {
  const high = scale(qtyStep, refusalOf)
  if (high === undefined) return ZERO_QTY
  const step = Decimal.max(qtyStep, new Decimal(10).pow(high.e + 1 - SIZE_DIGITS))
  let low = roundToStep(high, step, 'down')
  let beyond = roundToStep(high.times(8), step, 'up')
  let hint: Decimal | undefined
  for (let probes = 0; beyond.minus(low).gt(step); probes += 1) {
    const isHinted = probes < MOST_HINTS && hint !== undefined && hint.gt(low) && hint.lt(beyond)
    const probe = isHinted && hint !== undefined ? hint : roundToStep(low.plus(beyond).div(2), step, 'down')
    const refusal = refusalOf(asQty(probe))
    if (refusal === undefined) low = probe
    else beyond = probe
    hint = refusal === undefined ? low.plus(step) : affordable(probe, refusal, step)
  }
  return asQty(low)
}

/** A power of eight, or the step, that is accepted while eight times it is not. */
function scale(qtyStep: Decimal, refusalOf: Ask): Decimal | undefined {
  const accepts = (size: Decimal): boolean => refusalOf(asQty(size)) === undefined
  let high = Decimal.max(1, qtyStep)
  while (accepts(high) && high.lt('1e15')) high = high.times(8)
  while (!accepts(high) && high.gte(qtyStep) && high.gt('1e-15')) high = high.div(8)
  if (accepts(high)) return high
  // Between the last power tried and the one before it lies the step itself.
  return high.lt(qtyStep) && accepts(qtyStep) ? qtyStep : undefined
}

/** The size the margin at hand is enough for, if it were in proportion to size. */
function affordable(size: Decimal, refusal: Rejection, step: Decimal): Decimal | undefined {
  if (refusal.code !== 'insufficient-margin' || !refusal.required.gt(0)) return undefined
  return roundToStep(size.times(refusal.available).div(refusal.required), step, 'down')
}
