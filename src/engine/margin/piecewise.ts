import { Decimal } from '../units/decimal.ts'
import { compareFractions, fraction, type Fraction } from '../units/fraction.ts'
import { required } from '../result/result.ts'

/** need(N) = rate x N + offset, for N after `floor` (a fraction, so that a crossing is kept exactly) to the next piece's floor. */
export interface Piece {
  readonly floor: Fraction
  readonly rate: Decimal
  readonly offset: Decimal
  /** The floor itself where it is a plain amount: what is compared most. */
  readonly from: Decimal | undefined
}

export function piece(floor: Fraction, rate: Decimal, offset: Decimal): Piece {
  return { floor, rate, offset, from: floor.den.eq(1) ? new Decimal(floor.num) : undefined }
}

/** A function of the notional N >= 0, ascending by floor; the first floor is 0. Pieces may jump where they meet. */
export interface Piecewise {
  readonly pieces: readonly Piece[]
  /** A boundary belongs to the piece below it (N <= cap) or to the one above (floor <= N). */
  readonly boundary: 'cap-inclusive' | 'floor-inclusive'
  /** growth x N^2 comes on top of every piece: a rate that grows with the notional. [M9] */
  readonly growth: Decimal
}

const ZERO = new Decimal(0)
const START = fraction(0, 1)

/** rate x N + offset everywhere. */
export function line(rate: Decimal, offset: Decimal): Piecewise {
  return { pieces: [piece(START, rate, offset)], boundary: 'cap-inclusive', growth: ZERO }
}

export function constant(offset: Decimal): Piecewise {
  return line(ZERO, offset)
}

/** The piece that holds N. */
export function pieceAt({ pieces, boundary }: Piecewise, amount: Decimal): Piece {
  let found = 0
  for (let i = 1; i < pieces.length; i += 1) {
    const { from, floor } = required(pieces[i], 'a piece')
    const sign = from === undefined ? amount.times(floor.den).cmp(floor.num) : amount.cmp(from)
    if (sign < 0 || (sign === 0 && boundary === 'cap-inclusive')) break
    found = i
  }
  return required(pieces[found], 'a piece')
}

export function valueAt(need: Piecewise, amount: Decimal): Decimal {
  const { rate, offset } = pieceAt(need, amount)
  const onPiece = amount.times(rate).plus(offset)
  return need.growth.isZero() ? onPiece : onPiece.plus(amount.times(amount).times(need.growth))
}

export function plus(a: Piecewise, b: Piecewise): Piecewise {
  return combined(a, b, (x, y, floor) => [piece(floor, x.rate.plus(y.rate), x.offset.plus(y.offset))])
}

/** The larger of two at each N, with a bend where they cross; what grows with N comes on top of it. */
export function larger(a: Piecewise, b: Piecewise): Piecewise {
  return combined(a, b, (x, y, floor, end) => {
    const after = y.rate.minus(x.rate)
    const crossing = after.isZero() ? undefined : fraction(x.offset.minus(y.offset), after)
    const crosses = crossing !== undefined && compareFractions(crossing, floor) > 0 && (end === undefined || compareFractions(crossing, end) < 0)
    const first = isLargerAfter(x, y, floor) ? x : y
    const second = first === x ? y : x
    return crosses ? [piece(floor, first.rate, first.offset), piece(crossing, second.rate, second.offset)] : [piece(floor, first.rate, first.offset)]
  })
}

/** Whether x is the larger just after a floor (or equal there and steeper). */
function isLargerAfter(x: Piece, y: Piece, floor: Fraction): boolean {
  const gap = x.rate.minus(y.rate).times(floor.num).plus(x.offset.minus(y.offset).times(floor.den))
  return gap.isZero() ? x.rate.gte(y.rate) : gap.gt(0)
}

type Combine = (x: Piece, y: Piece, floor: Fraction, end: Fraction | undefined) => readonly Piece[]

function combined(a: Piecewise, b: Piecewise, combine: Combine): Piecewise {
  const floors = [...a.pieces, ...b.pieces].map((each) => each.floor).sort(compareFractions)
  const distinct = floors.filter((floor, i) => i === 0 || compareFractions(floor, required(floors[i - 1], 'a floor')) > 0)
  const pieces = distinct.flatMap((floor, i) => combine(pieceAfter(a, floor), pieceAfter(b, floor), floor, distinct[i + 1]))
  return { pieces, boundary: a.pieces.length > 1 ? a.boundary : b.boundary, growth: a.growth.plus(b.growth) }
}

/** The piece that holds what comes just after a floor. */
function pieceAfter({ pieces }: Piecewise, floor: Fraction): Piece {
  return required(pieces.findLast((each) => compareFractions(each.floor, floor) <= 0), 'a piece')
}

/** Whether the pieces meet at every boundary. */
export function isContinuous({ pieces }: Piecewise): boolean {
  return pieces.every(({ floor, rate, offset }, i) => {
    const below = pieces[i - 1]
    if (below === undefined) return true
    return floor.num.times(below.rate.minus(rate)).plus(floor.den.times(below.offset.minus(offset))).isZero()
  })
}
