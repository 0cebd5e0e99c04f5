import { Decimal, WideDecimal } from '../units/decimal.ts'
import { compareFractions, fraction, signAt, type Fraction } from '../units/fraction.ts'
import { invariant, required } from '../result/result.ts'
import type { Position } from '../ledger/Account.ts'
import type { Rules } from '../venues/Rules.ts'
import { firstBend, type Curve } from './firstBend.ts'
import { markOf, type Marks } from './Marks.ts'
import type { Piece, Piecewise } from './piecewise.ts'
import { requirementPieces } from './requirement.ts'

/** What stands behind one wall, and what the wall must hold. */
export interface Backing {
  /** All that does not depend on a price. */
  readonly cash: Decimal
  readonly positions: readonly Position[]
  /** `maintenance`: the rules' liquidation test. `nothing`: equity reaches zero (bankruptcy). */
  readonly need: 'maintenance' | 'nothing'
  readonly rules: Rules
  /** Nothing but assets: they fail only when they do not cover what the pool owes. [M6] */
  readonly backsNothing?: boolean | undefined
}

/** Marks move linearly from `from` (moment 0) to `to` (moment 1) and on along the same line. */
export interface Ray {
  readonly from: Marks
  readonly to: Marks
}

/** Search after one moment up to another (included); no end means the whole ray. */
export interface Span {
  readonly after: Fraction
  readonly until: Fraction | undefined
}

/**
 * The first moment at which the pool's equity no longer covers its requirement.                        [M1]
 *
 * Along the ray each linear position's PnL is linear in the moment s, and its requirement is linear between the moments
 * where its notional passes a bend or its price passes zero. An inverse contract is worth -q / P(s) coins; where all of a
 * pool's inverse contracts follow one price and nothing else moves, the surplus times P(s) is linear in s and has the
 * same sign. So on each piece the sign is that of a line
 *   g(s) = a + b s   with its zero at   s = -a/b.
 * The pieces are walked outward; the first one that ends at or below zero holds the root. Requirements that jump at a
 * boundary are found at the boundary. Nothing is divided before it is compared. [L4] Where several prices stand below a
 * fraction bar the root is bracketed (`firstBend`).
 *
 * @returns the moment, `span.after` itself when the test fails there already, or undefined
 */
export function firstBreach(backing: Backing, ray: Ray, span: Span): Fraction | undefined {
  const legs = backing.positions.map((position) => legOnRay(position, backing, ray))
  const strict = backing.need === 'maintenance' && (backing.backsNothing === true || backing.rules.comparison === 'below')
  const hit = (sign: number): boolean => (strict ? sign < 0 : sign <= 0)
  const surplus = openSurplus(legs, backing)
  let start = span.after
  let turned: Turn['legs'] = legs
  for (const turn of [...turns(legs, span), undefined]) {
    const end = turn?.at ?? span.until
    const piece = surplus.after(turned, inside(start, end))
    const root = piece.type === 'line' ? rootOnLine(piece, { start, end }, hit) : firstBend(piece, { start, end }, hit)
    if (root !== undefined || end === undefined) return root
    start = end
    turned = turn?.legs ?? []
  }
  return undefined
}

interface Line {
  readonly type: 'line'
  readonly at0: Decimal
  readonly at1: Decimal
}

function rootOnLine(line: Line, { start, end }: { readonly start: Fraction; readonly end: Fraction | undefined }, hit: (sign: number) => boolean): Fraction | undefined {
  if (hit(signAt(line.at0, line.at1, start))) return start
  if (end === undefined) return line.at1.lt(line.at0) ? crossing(line) : undefined
  return hit(signAt(line.at0, line.at1, end)) ? crossing(line) : undefined
}

function crossing(line: Line): Fraction {
  return fraction(line.at0.neg(), line.at1.minus(line.at0))
}

interface Leg {
  readonly position: Position
  readonly from: Decimal
  readonly step: Decimal
  readonly size: Decimal
  /** What it requires by its notional; undefined where nothing is asked of it. */
  readonly need: Piecewise | undefined
}

function legOnRay(position: Position, backing: Backing, ray: Ray): Leg {
  const from = markOf(ray.from, position.instrument)
  return {
    position,
    from,
    step: markOf(ray.to, position.instrument).minus(from),
    size: position.qty.abs(),
    need: backing.need === 'nothing' ? undefined : requirementPieces(position, backing.rules),
  }
}

/** A moment at which the requirement of some legs changes its slope; that of all others goes straight on. */
interface Turn {
  readonly at: Fraction
  readonly legs: readonly Leg[]
}

/** The turns inside the span, ascending, each moment once. */
function turns(legs: readonly Leg[], span: Span): readonly Turn[] {
  const found: { readonly at: Fraction; readonly legs: Leg[] }[] = []
  for (const leg of legs) {
    if (leg.step.isZero()) continue
    for (const at of turnsOf(leg)) {
      const early = compareFractions(at, span.after) <= 0
      const late = span.until !== undefined && compareFractions(at, span.until) >= 0
      if (!early && !late) found.push({ at, legs: [leg] })
    }
  }
  const merged: typeof found = []
  for (const turn of found.sort((a, b) => compareFractions(a.at, b.at))) {
    const before = merged.at(-1)
    if (before !== undefined && compareFractions(before.at, turn.at) === 0) before.legs.push(...turn.legs)
    else merged.push(turn)
  }
  return merged
}

/**
 * The moments at which a leg's notional passes a bend F = num / den of its requirement: size P(s) = +F or -F, or, inverse,
 * size / P(s) = F; and, where the requirement follows the notional, a price of zero (where a linear notional turns back).
 */
function turnsOf({ position, from, step, size, need }: Leg): readonly Fraction[] {
  if (need === undefined || (need.pieces.length === 1 && need.pieces[0]?.rate.isZero() === true)) return []
  const start = new WideDecimal(from)
  const bends = need.pieces.slice(1).map((piece) => piece.floor)
  if (position.type === 'inverse') return bends.map(({ num, den }) => fraction(size.times(den).minus(start.times(num)), num.times(step)))
  const passes = (num: Decimal, den: Decimal): Fraction => fraction(num.minus(start.times(size).times(den)), den.times(size).times(step))
  return [passes(new WideDecimal(0), new WideDecimal(1)), ...bends.flatMap(({ num, den }) => [passes(num, den), passes(num.neg(), den)])]
}

/** A moment strictly between two, or shortly after the first when there is no second. */
function inside(start: Fraction, end: Fraction | undefined): Fraction {
  if (end === undefined) return fraction(start.num.plus(start.den), start.den)
  return fraction(start.num.times(end.den).plus(end.num.times(start.den)), start.den.times(end.den).times(2))
}

interface Surplus {
  /** Equity less requirement on the piece around `moment`, which begins with a turn of these legs. Exact; a line is continued to moments 0 and 1. */
  after(turned: Turn['legs'], moment: Fraction): Line | Curve
}

/** A leg's part of the surplus: at0 + slope s + over / P(s) + overSquare / P(s)^2. */
interface Part {
  readonly at0: Decimal
  readonly slope: Decimal
  readonly over: Decimal
  readonly overSquare: Decimal
}

/** Keeps the sum over the legs from piece to piece: at a turn only the legs that turn are worked out anew. */
function openSurplus(legs: readonly Leg[], backing: Backing): Surplus {
  const parts = new Map<Leg, Part>()
  let at0 = new WideDecimal(backing.cash)
  let slope = new WideDecimal(0)
  const isInverse = legs.some((leg) => leg.position.type === 'inverse')
  return {
    after(turned, moment) {
      for (const leg of turned) {
        const before = parts.get(leg)
        const part = partOf(leg, moment)
        parts.set(leg, part)
        at0 = at0.plus(part.at0).minus(before?.at0 ?? 0)
        slope = slope.plus(part.slope).minus(before?.slope ?? 0)
      }
      return isInverse ? overPrices(parts, { at0, slope }) : { type: 'line', at0, at1: at0.plus(slope) }
    },
  }
}

/** With one price below the bar and nothing else moving: the surplus times that price. Else a curve. */
function overPrices(parts: ReadonlyMap<Leg, Part>, { at0, slope }: { readonly at0: Decimal; readonly slope: Decimal }): Line | Curve {
  const terms = new Map<string, Curve['terms'][number]>()
  for (const [{ position, from, step }, { over, overSquare }] of parts) {
    if (position.type !== 'inverse') continue
    const before = terms.get(position.instrument)
    terms.set(position.instrument, { from, step, over: over.plus(before?.over ?? 0), overSquare: overSquare.plus(before?.overSquare ?? 0) })
  }
  const [only] = terms.values()
  if (only !== undefined && terms.size === 1 && only.overSquare.isZero() && slope.isZero()) {
    const atStart = at0.times(only.from).plus(only.over)
    return { type: 'line', at0: atStart, at1: atStart.plus(at0.times(only.step)) }
  }
  return { type: 'curve', at0, slope, terms: [...terms.values()] }
}

function partOf({ position, from, step, size, need }: Leg, moment: Fraction): Part {
  const zero = new WideDecimal(0)
  const cost = new WideDecimal(position.entryNotional).neg()
  if (position.type === 'inverse') {
    const { rate, offset } = need === undefined ? NOTHING : pieceOverPrice(need, { from, step, size }, moment)
    const overSquare = need === undefined ? zero : size.times(size).times(need.growth).neg()
    return { at0: cost.minus(offset), slope: zero, over: new WideDecimal(position.qty.neg()).minus(size.times(rate)), overSquare }
  }
  const at0 = cost.plus(position.qty.times(from))
  const slope = new WideDecimal(position.qty.times(step))
  if (need === undefined) return { at0, slope, over: zero, overSquare: zero }
  invariant(need.growth.isZero(), 'M9: the size of a linear contract does not change with its price')
  const sign = signAt(from, from.plus(step), moment) < 0 ? -1 : 1
  const value0 = new WideDecimal(size.times(from).times(sign))
  const valueStep = new WideDecimal(size.times(step).times(sign))
  const { rate, offset } = pieceOn(need, moment, ({ num, den }) => [value0.times(den).minus(num), value0.plus(valueStep).times(den).minus(num)])
  return { at0: at0.minus(value0.times(rate)).minus(offset), slope: slope.minus(valueStep.times(rate)), over: zero, overSquare: zero }
}

const NOTHING = { rate: new Decimal(0), offset: new Decimal(0) }

/** size / P(s) > num / den  <=>  size den - num P(s) > 0, for P above zero. */
function pieceOverPrice(need: Piecewise, { from, step, size }: Pick<Leg, 'from' | 'step' | 'size'>, moment: Fraction): Piece {
  return pieceOn(need, moment, ({ num, den }) => [size.times(den).minus(num.times(from)), size.times(den).minus(num.times(from.plus(step)))])
}

/** The piece that holds the notional at a moment; `above` gives the sign of notional - floor as a line through moments 0 and 1. */
function pieceOn({ pieces, boundary }: Pick<Piecewise, 'pieces' | 'boundary'>, moment: Fraction, above: (floor: Fraction) => readonly [Decimal, Decimal]): Piece {
  for (let i = pieces.length - 1; i > 0; i -= 1) {
    const piece = required(pieces[i], 'a piece')
    const sign = signAt(...above(piece.floor), moment)
    if (sign > 0 || (sign === 0 && boundary === 'floor-inclusive')) return piece
  }
  return required(pieces[0], 'a first piece')
}
