import { Decimal } from '../units/decimal.ts'
import type { Curve } from './firstBend.ts'

/** A stretch of moments. */
export interface Stretch {
  readonly low: Decimal
  readonly high: Decimal
}

/** Newton doubles the digits each time: from a few to 64 takes no more than this, halving in between included. */
const ROUNDS = 24
/** Sixty-four digits less what sums of that many lose. */
const NOISE = new Decimal('1e-50')

/** Whether a curve goes one way all along a stretch, by its slope with each term at its worse end; undefined where that does not tell. */
export function trendOn({ slope, terms }: Curve, { low, high }: Stretch): 'rising' | 'falling' | undefined {
  const zero = new Decimal(0)
  let [least, most, size] = [zero.plus(slope), zero.plus(slope), zero.plus(slope.abs())]
  for (const { from, step, over, overSquare } of terms) {
    const ends = [from.plus(step.times(low)), from.plus(step.times(high))] as const
    const [near, far] = [Decimal.min(...ends), Decimal.max(...ends)]
    if (!near.gt(0)) return undefined
    // d/ds of over / P + overSquare / P^2, P growing by `step`
    const parts = [[step.times(over).neg(), 2], [step.times(overSquare).times(-2), 3]] as const
    for (const [part, power] of parts) {
      const [atNear, atFar] = [zero.plus(part).div(near.pow(power)), zero.plus(part).div(far.pow(power))]
      least = least.plus(Decimal.min(atNear, atFar))
      most = most.plus(Decimal.max(atNear, atFar))
      size = size.plus(atNear.abs())
    }
  }
  const noise = size.times(NOISE)
  if (most.lt(noise.neg())) return 'falling'
  return least.gt(noise) ? 'rising' : undefined
}

/** About where a curve that falls along a stretch passes zero: Newton inside the bracket, to some 50 digits. */
export function fallingRoot(curve: Curve, stretch: Stretch): Decimal {
  let { low, high } = stretch
  const close = high.minus(low).times(NOISE)
  let at = low.plus(high).times('0.5')
  for (let round = 0; round < ROUNDS; round += 1) {
    const { value, slope } = valueAndSlope(curve, at)
    if (value.isZero()) return at
    if (value.gt(0)) low = at
    else high = at
    const next = at.minus(value.div(slope))
    const inside = next.gte(low) && next.lte(high) ? next : low.plus(high).times('0.5')
    if (inside.minus(at).abs().lte(close)) return inside
    at = inside
  }
  return at
}

function valueAndSlope({ at0, slope, terms }: Curve, at: Decimal): { readonly value: Decimal; readonly slope: Decimal } {
  const zero = new Decimal(0)
  let value = zero.plus(at0).plus(at.times(slope))
  let rise = zero.plus(slope)
  for (const { from, step, over, overSquare } of terms) {
    const price = from.plus(step.times(at))
    const square = zero.plus(overSquare).div(price)
    value = value.plus(square.plus(over).div(price))
    rise = rise.minus(square.times(2).plus(over).div(price).div(price).times(step))
  }
  return { value, slope: rise }
}
