/** Index of the last row at or before a tick; -1 before the first. Rows ascend by tick. */
export function rowIndexAt(rows: readonly { readonly tick: number }[], tick: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.tick ?? Infinity) <= tick) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Value on the drawn line at a tick: what a dot on it needs. Null outside of the rows or in a gap. */
export function valueAt<Row extends { readonly tick: number }>(
  rows: readonly Row[],
  read: (row: Row) => number | null,
  tick: number,
): number | null {
  const index = rowIndexAt(rows, tick)
  const before = rows[index]
  const after = rows[index + 1]
  if (before === undefined) return null
  const from = read(before)
  if (before.tick === tick || after === undefined) return before.tick === tick ? from : null
  const to = read(after)
  if (from === null || to === null) return null
  return from + (to - from) * ((tick - before.tick) / (after.tick - before.tick))
}

/** The row whose tick is nearest. */
export function nearestTick(rows: readonly { readonly tick: number }[], tick: number): number | undefined {
  const index = rowIndexAt(rows, tick)
  const before = rows[index]?.tick
  const after = rows[index + 1]?.tick
  if (before === undefined || after === undefined) return before ?? after
  return tick - before <= after - tick ? before : after
}
