export type TwinRow = {
  readonly tick: number
  readonly iso: number | null
  readonly cross: number | null
  readonly yours: number | null
  /** Of another play beside this one, where one is compared. */
  readonly other?: number | null
}

export type BandRow = TwinRow & {
  /** From cross up to isolated where isolated leads; null elsewhere. */
  readonly isoLead: readonly [number, number] | null
  readonly crossLead: readonly [number, number] | null
}

/** Splits the area between the two lines by who leads, with a point added where they cross. */
export function leadBands(rows: readonly TwinRow[]): readonly BandRow[] {
  const result: BandRow[] = []
  rows.forEach((row, index) => {
    const crossing = crossingBetween(rows[index - 1], row)
    if (crossing !== undefined) result.push(bandRow(crossing))
    result.push(bandRow(row))
  })
  return result
}

function bandRow(row: TwinRow): BandRow {
  if (row.iso === null || row.cross === null) return { ...row, isoLead: null, crossLead: null }
  return {
    ...row,
    isoLead: row.iso >= row.cross ? [row.cross, row.iso] : null,
    crossLead: row.cross >= row.iso ? [row.iso, row.cross] : null,
  }
}

function crossingBetween(before: TwinRow | undefined, after: TwinRow): TwinRow | undefined {
  const left = lead(before)
  const right = lead(after)
  if (before === undefined || left === undefined || right === undefined || left * right >= 0) return undefined
  const share = left / (left - right)
  const between = (from: number | null, to: number | null): number | null =>
    from === null || to === null ? null : from + (to - from) * share
  const value = between(before.iso, after.iso)
  return { tick: before.tick + (after.tick - before.tick) * share, iso: value, cross: value, yours: between(before.yours, after.yours), ...(after.other === undefined ? {} : { other: between(before.other ?? null, after.other) }) }
}

function lead(row: TwinRow | undefined): number | undefined {
  return row === undefined || row.iso === null || row.cross === null ? undefined : row.iso - row.cross
}
