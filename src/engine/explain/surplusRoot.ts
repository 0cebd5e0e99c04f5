import { Decimal } from '../units/decimal.ts'

/**
 * The positive price nearest to the mark at which a piecewise linear surplus is zero; undefined when there is none.
 * @param surplus  linear between the turns   @param turns  prices at which it bends or jumps, in any order
 */
export function surplusRoot(surplus: (price: Decimal) => Decimal, turns: readonly Decimal[], mark: Decimal): Decimal | undefined {
  const bends = [...new Set(turns.map(String))].map((text) => new Decimal(text)).sort((a, b) => a.cmp(b))
  const lows = [new Decimal(0), ...bends]
  let nearest: Decimal | undefined
  lows.forEach((low, i) => {
    const high = lows[i + 1]
    const root = rootOnPiece(surplus, low, high)
    if (root !== undefined && (nearest === undefined || root.minus(mark).abs().lt(nearest.minus(mark).abs()))) nearest = root
  })
  return nearest
}

/** The zero of the line through two points inside the piece, where it lies in it: low < root <= high. */
function rootOnPiece(surplus: (price: Decimal) => Decimal, low: Decimal, high: Decimal | undefined): Decimal | undefined {
  const width = high === undefined ? new Decimal(8) : high.minus(low)
  const a = low.plus(width.div(4))
  const b = low.plus(width.div(2))
  const atA = surplus(a)
  const step = surplus(b).minus(atA)
  if (step.isZero()) return undefined
  const root = a.minus(atA.times(b.minus(a)).div(step))
  return root.gt(low) && (high === undefined || root.lte(high)) ? root : undefined
}
