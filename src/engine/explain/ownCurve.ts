import type { Position } from '../ledger/Account.ts'
import { pieceAt } from '../margin/piecewise.ts'
import { requirementPieces } from '../margin/requirement.ts'
import { required } from '../result/result.ts'
import { Decimal } from '../units/decimal.ts'
import type { Rules } from '../venues/Rules.ts'

/** a + b P + c / P + d / P^2 for the prices P from `low` to `high`; without an end where one is missing. */
export interface CurvePiece {
  readonly low: Decimal | undefined
  readonly high: Decimal | undefined
  readonly a: Decimal
  readonly b: Decimal
  readonly c: Decimal
  readonly d: Decimal
}

/** What the legs of one instrument add to their pool's surplus (PnL less requirement), by its price; ascending. */
export type OwnCurve = readonly CurvePiece[]

export interface CurveRoot {
  readonly price: Decimal
  /** The piece it lies on. */
  readonly piece: number
}

/** Which side of the root is safe: `falling` where the pool fails below it. */
export type Direction = 'falling' | 'rising'

const ZERO = new Decimal(0)

/** The curve of the legs of one instrument, which are all linear or all inverse: an inverse contract has no price below zero. */
export function ownCurve(legs: readonly Position[], rules: Rules): OwnCurve {
  const isInverse = legs.some(({ type }) => type === 'inverse')
  const above = legs.flatMap((leg) => bendsOf(leg, rules)).filter((price) => price.gt(0))
  const bends = [...(isInverse ? [] : above.map((price) => price.neg())), ZERO, ...above].sort((a, b) => a.cmp(b))
  const distinct = bends.filter((price, i) => i === 0 || !price.eq(required(bends[i - 1], 'a bend')))
  const lows = isInverse ? distinct : [undefined, ...distinct]
  return lows.map((low, i) => {
    const high = distinct[isInverse ? i + 1 : i]
    const parts = legs.map((leg) => partOf(leg, insideOf(low, high), rules))
    const total = (key: 'a' | 'b' | 'c' | 'd'): Decimal => parts.reduce((sum, part) => sum.plus(part[key]), ZERO)
    return { low, high, a: total('a'), b: total('b'), c: total('c'), d: total('d') }
  })
}

function insideOf(low: Decimal | undefined, high: Decimal | undefined): Decimal {
  if (low === undefined) return (high ?? ZERO).minus(1)
  return high === undefined ? low.plus(1) : low.plus(high).div(2)
}

/** The prices above zero at which a leg's requirement changes its slope. */
function bendsOf({ type, qty, ...leg }: Position, rules: Rules): readonly Decimal[] {
  const size = qty.abs()
  const floors = requirementPieces({ type, qty, ...leg }, rules).pieces.slice(1).map((piece) => piece.floor)
  return floors.map(({ num, den }) => new Decimal(type === 'inverse' ? size.times(den).div(num) : num.div(den.times(size))))
}

/** PnL less requirement of a leg around a price. Linear: q P - n - (r |q P| + o); inverse, with N = |q| / P: -q / P - n - (r N + o + g N^2). */
function partOf(leg: Position, at: Decimal, rules: Rules): Pick<CurvePiece, 'a' | 'b' | 'c' | 'd'> {
  const { type, qty, entryNotional } = leg
  const size = qty.abs()
  const need = requirementPieces(leg, rules)
  const { rate, offset } = pieceAt(need, type === 'inverse' ? size.div(at) : size.times(at).abs())
  const a = entryNotional.neg().minus(offset)
  const slope = size.times(rate).times(at.isNegative() ? 1 : -1)
  if (type !== 'inverse') return { a, b: slope.plus(qty), c: ZERO, d: ZERO }
  return { a, b: ZERO, c: slope.minus(qty), d: size.times(size).times(need.growth).neg() }
}

/**
 * The price nearest to the mark, of its sign, at which curve + rest goes through zero in the direction asked for: a root on
 * a piece, or a bend at which it jumps over zero. Any direction where none is said. Zero is no price. [M1]
 */
export function rootNear(curve: OwnCurve, rest: Decimal, at: { readonly mark: Decimal; readonly direction?: Direction | undefined }): (CurveRoot & { readonly direction: Direction }) | undefined {
  const all = curve.flatMap((piece, i) => [...rootsInside(piece, rest, i), ...jumpAfter(curve, rest, i)])
  const wanted = all.filter(({ price, direction }) => !price.isZero() && (at.mark.isZero() || price.s === at.mark.s) && (at.direction === undefined || direction === at.direction))
  const far = ({ price }: CurveRoot): Decimal => price.minus(at.mark).abs()
  return wanted.reduce<(typeof all)[number] | undefined>((best, each) => (best === undefined || far(each).lt(far(best)) ? each : best), undefined)
}

/** The root of one piece, continued beyond its ends: where the liquidation price would be had the tier gone on. */
export function rootContinued(piece: CurvePiece, rest: Decimal, at: { readonly mark: Decimal; readonly direction: Direction }): Decimal | undefined {
  const whole = { ...piece, low: undefined, high: undefined }
  return rootNear([whole], rest, at)?.price
}

function rootsInside(piece: CurvePiece, rest: Decimal, index: number): readonly (CurveRoot & { readonly direction: Direction })[] {
  const { low, high } = piece
  return rootsOf(piece, rest)
    .filter(({ price }) => (low === undefined || price.gte(low)) && (high === undefined || price.lte(high)))
    .map((root) => ({ ...root, piece: index }))
}

/** Where a requirement jumps the surplus may change its sign without being zero. */
function jumpAfter(curve: OwnCurve, rest: Decimal, index: number): readonly (CurveRoot & { readonly direction: Direction })[] {
  const below = required(curve[index], 'a piece')
  const above = curve[index + 1]
  const bend = above?.low
  if (above === undefined || bend === undefined || bend.isZero()) return []
  const left = valueAt(below, bend).plus(rest)
  const right = valueAt(above, bend).plus(rest)
  if (left.isZero() || right.isZero() || left.s === right.s) return []
  return [{ price: bend, piece: index, direction: left.isNegative() ? 'falling' : 'rising' }]
}

/** a + b P + c / P + d / P^2. */
export function valueAt({ a, b, c, d }: CurvePiece, price: Decimal): Decimal {
  const linear = a.plus(b.times(price))
  return c.isZero() && d.isZero() ? linear : linear.plus(c.plus(d.div(price)).div(price))
}

/** b - c / P^2 - 2 d / P^3: how the surplus follows the price. */
export function slopeAt({ b, c, d }: CurvePiece, price: Decimal): Decimal {
  return c.isZero() && d.isZero() ? b : b.minus(c.plus(d.times(2).div(price)).div(price.times(price)))
}

type Found = { readonly price: Decimal; readonly direction: Direction }

/** Linear: -(a + rest) / b. With prices below the bar: (a + rest) P^2 + c P + d = 0. */
function rootsOf(piece: CurvePiece, rest: Decimal): readonly Found[] {
  const { b, c, d } = piece
  const free = piece.a.plus(rest)
  if (!b.isZero()) return [{ price: free.neg().div(b), direction: b.gt(0) ? 'falling' : 'rising' }]
  const prices = free.isZero() || d.isZero() ? [free.isZero() ? quotient(d, c) : quotient(c, free)] : squareRoots(free, c, d)
  return prices.flatMap((price) => {
    if (price === undefined || !price.gt(0)) return []
    const slope = slopeAt(piece, price)
    return slope.isZero() ? [] : [{ price, direction: slope.gt(0) ? 'falling' as const : 'rising' as const }]
  })
}

function quotient(over: Decimal, under: Decimal): Decimal | undefined {
  return under.isZero() ? undefined : over.neg().div(under)
}

/** Of x P^2 + y P + z, without cancelling: the larger by the formula, the other by their product z / x. */
function squareRoots(x: Decimal, y: Decimal, z: Decimal): readonly (Decimal | undefined)[] {
  const under = y.times(y).minus(x.times(z).times(4))
  if (under.isNegative()) return []
  const far = y.plus(y.isNegative() ? under.sqrt().neg() : under.sqrt()).div(-2)
  return far.isZero() ? [] : [far.div(x), z.div(far)]
}
