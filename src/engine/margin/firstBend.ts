import { Decimal } from '../units/decimal.ts'
import { fraction, type Fraction } from '../units/fraction.ts'
import { fallingRoot, trendOn } from './fallingRoot.ts'

/** at0 + slope s + sum of over / P(s) + overSquare / P(s)^2, each P above zero and linear: a surplus with prices below a fraction bar. */
export interface Curve {
  readonly type: 'curve'
  readonly at0: Decimal
  readonly slope: Decimal
  readonly terms: readonly { readonly from: Decimal; readonly step: Decimal; readonly over: Decimal; readonly overSquare: Decimal }[]
}

/** Halvings after which a bracket counts as a point: 2^-96 of a segment is far below any tick. */
const DEPTH = 96
/** An unbounded ray is followed to this many times its unit. */
const HORIZON = 2 ** 40

/**
 * The first moment of a piece at which a curve is hit, to 2^-96 of the piece. Branch and bound: a bracket whose lower
 * bound (each term at its worse end) is above zero holds no root; others are halved, the earlier half first. Where the curve only falls the same halving is
 * steered by its root, and the exact sign decides at both ends. [M1]
 */
export function firstBend(curve: Curve, piece: { readonly start: Fraction; readonly end: Fraction | undefined }, hit: (sign: number) => boolean): Fraction | undefined {
  const low = quotient(piece.start)
  if (hit(signOf(curve, low))) return piece.start
  // What stands still is not hit later; exactly at nothing no bound would say so.
  if (isStill(curve) || (piece.end !== undefined && quotient(piece.end).eq(low))) return undefined
  if (piece.end !== undefined) return search(curve, { low, high: quotient(piece.end), depth: 0 }, hit)
  for (let from = low, width = new Decimal(1); width.lt(HORIZON); from = from.plus(width), width = width.times(2)) {
    const found = search(curve, { low: from, high: from.plus(width), depth: 0 }, hit)
    if (found !== undefined) return found
  }
  return undefined
}

interface Bracket {
  readonly low: Decimal
  readonly high: Decimal
  readonly depth: number
}

function search(curve: Curve, { low, high, depth }: Bracket, hit: (sign: number) => boolean): Fraction | undefined {
  if (lowerBound(curve, low, high).gt(0)) return undefined
  if (depth === DEPTH) return hit(signOf(curve, high)) ? fraction(high, 1) : undefined
  const trend = trendOn(curve, { low, high })
  // Nothing is hit at `low`: it is where the piece starts, or where what was looked at before ends.
  if (trend === 'rising') return undefined
  if (trend === 'falling') return hit(signOf(curve, high)) ? firstOnFalling(curve, { low, high, depth }, hit) : undefined
  const middle = low.plus(high).div(2)
  return search(curve, { low, high: middle, depth: depth + 1 }, hit) ?? search(curve, { low: middle, high, depth: depth + 1 }, hit)
}

/** The same halving where one moment parts what is not hit from what is: the root tells the half, the sign has the last word. */
function firstOnFalling(curve: Curve, bracket: Bracket, hit: (sign: number) => boolean): Fraction {
  const root = fallingRoot(curve, bracket)
  const leaf = halved(bracket, (middle) => middle.gte(root))
  const isFirst = hit(signOf(curve, leaf.high)) && (leaf.low.eq(bracket.low) || !hit(signOf(curve, leaf.low)))
  return fraction(isFirst ? leaf.high : halved(bracket, (middle) => hit(signOf(curve, middle))).high, 1)
}

function halved(bracket: Bracket, isAfter: (middle: Decimal) => boolean): Bracket {
  let { low, high } = bracket
  for (let depth = bracket.depth; depth < DEPTH; depth += 1) {
    const middle = low.plus(high).times('0.5')
    if (isAfter(middle)) high = middle
    else low = middle
  }
  return { low, high, depth: DEPTH }
}

function isStill({ slope, terms }: Curve): boolean {
  return slope.isZero() && terms.every(({ step }) => step.isZero())
}

function signOf(curve: Curve, at: Decimal): number {
  const sum = curve.terms.reduce((total, { from, step, over, overSquare }) => {
    const price = from.plus(step.times(at))
    return total.plus(over.plus(overSquare.div(price)).div(price))
  }, curve.at0.plus(curve.slope.times(at)))
  return sum.isZero() ? 0 : sum.s
}

/** Each term at its worse end of the bracket: a gain over the larger price, a debt over the smaller (what grows with the square is always a debt); a price at or below zero bounds nothing. */
function lowerBound(curve: Curve, low: Decimal, high: Decimal): Decimal {
  const line = Decimal.min(curve.slope.times(low), curve.slope.times(high)).plus(curve.at0)
  return curve.terms.reduce((total, { from, step, over, overSquare }) => {
    const ends = [from.plus(step.times(low)), from.plus(step.times(high))] as const
    const [least, most] = [Decimal.min(...ends), Decimal.max(...ends)]
    if (!least.gt(0)) return new Decimal(Number.NEGATIVE_INFINITY)
    return total.plus(over.div(over.isNegative() ? least : most)).plus(overSquare.div(least).div(least))
  }, line)
}

function quotient({ num, den }: Fraction): Decimal {
  return new Decimal(num.div(den).toSignificantDigits(Decimal.precision))
}
