export type Decimation = {
  readonly count: number
  readonly tickAt: (index: number) => number
  /** One reader a series; null where it has no value. */
  readonly series: readonly ((index: number) => number | null)[]
  /** The result has at most this many points, and one more for each kept tick. */
  readonly maxPoints: number
  /** Ticks whose points all stay: events. */
  readonly keepTicks?: ReadonlySet<number>
}

/**
 * Indices to draw, ascending. Of each bucket stay the least and the most of every series, so that no wick and no dip is lost;
 * first and last point and every kept tick always stay.
 */
export function decimate({ count, tickAt, series, maxPoints, keepTicks = new Set() }: Decimation): readonly number[] {
  if (count <= maxPoints) return Array.from({ length: count }, (_, index) => index)
  const kept = new Set([0, count - 1])
  const buckets = Math.max(1, Math.floor((maxPoints - 2) / Math.max(1, 2 * series.length)))
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const from = Math.floor((bucket * count) / buckets)
    const to = Math.floor(((bucket + 1) * count) / buckets)
    for (const read of series) keepExtremes(read, from, to, kept)
  }
  if (keepTicks.size > 0) {
    for (let index = 0; index < count; index += 1) if (keepTicks.has(tickAt(index))) kept.add(index)
  }
  return [...kept].sort((a, b) => a - b)
}

function keepExtremes(read: (index: number) => number | null, from: number, to: number, kept: Set<number>): void {
  let least = -1
  let most = -1
  let leastValue = Infinity
  let mostValue = -Infinity
  for (let index = from; index < to; index += 1) {
    const value = read(index)
    if (value === null) continue
    if (value < leastValue) [least, leastValue] = [index, value]
    if (value > mostValue) [most, mostValue] = [index, value]
  }
  if (least >= 0) kept.add(least).add(most)
}

/** The same for rows. */
export function decimateRows<Row extends { readonly tick: number }>(
  rows: readonly Row[],
  series: readonly ((row: Row) => number | null)[],
  options: { readonly maxPoints: number; readonly keepTicks?: ReadonlySet<number> },
): readonly Row[] {
  const readers = series.map((read) => (index: number) => {
    const row = rows[index]
    return row === undefined ? null : read(row)
  })
  const indices = decimate({ ...options, count: rows.length, tickAt: (index) => rows[index]?.tick ?? Number.NaN, series: readers })
  return indices.flatMap((index) => rows[index] ?? [])
}
