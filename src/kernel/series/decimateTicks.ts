/** Curves on one tick axis, and the ticks that must stay. */
export interface Curves {
  readonly columns: readonly Float64Array[]
  /** Ascending ticks that are kept before all others; thinned evenly where they alone are too many. */
  readonly kept: readonly number[]
  /** Last tick drawn. */
  readonly last: number
  readonly most: number
}

/**
 * At most `most` ticks of 0 … last: the ends, the kept ones, and of every bucket the lowest and the highest point of the
 * curve that moves most in it. Buckets are aligned and their width is a power of two, so what was chosen in a full
 * bucket stays chosen while the cursor moves on: the curve does not shimmer.
 * @returns ascending, without repeats
 */
export function decimateTicks(curves: Curves): Float64Array {
  const { last, most } = curves
  if (last + 1 <= most) return Float64Array.from({ length: last + 1 }, (_, tick) => tick)
  const chosen = new Set<number>([0, last])
  const kept = curves.kept.filter((tick) => tick >= 0 && tick <= last)
  const stride = Math.ceil(kept.length / Math.max(1, most - 2))
  for (let i = 0; i < kept.length; i += stride) chosen.add(kept[i]!)
  const room = Math.floor((most - chosen.size) / 2)
  if (room >= 1) {
    let width = 1
    while (Math.ceil((last + 1) / width) > room) width *= 2
    for (let start = 0; start <= last; start += width) addExtremes(curves.columns, start, Math.min(last, start + width - 1), chosen)
  }
  return Float64Array.from(chosen).sort()
}

function addExtremes(columns: readonly Float64Array[], start: number, end: number, chosen: Set<number>): void {
  let widest = -1
  let low = start
  let high = start
  for (const column of columns) {
    let lowest = start
    let highest = start
    for (let tick = start + 1; tick <= end; tick++) {
      if (column[tick]! < column[lowest]!) lowest = tick
      if (column[tick]! > column[highest]!) highest = tick
    }
    const range = column[highest]! - column[lowest]!
    if (range <= widest) continue
    widest = range
    low = lowest
    high = highest
  }
  chosen.add(low)
  chosen.add(high)
}
