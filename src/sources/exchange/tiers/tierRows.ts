import type { TierDocument } from '../../../documents/rules/RulesDocument.ts'

/** Rows that state where they end, with the floors that follow from it; the last one is open, as the engine uses it for everything above. */
export function tierRows(rows: readonly Omit<TierDocument, 'floor'>[]): readonly TierDocument[] {
  return rows.map((row, i) => {
    const { cap, ...rest } = row
    const floor = i === 0 ? '0' : rows[i - 1]?.cap
    return { ...(floor === undefined ? {} : { floor }), ...(cap === undefined || i === rows.length - 1 ? {} : { cap }), ...rest }
  })
}

/** Rows that state where they begin. */
export function rowsFrom(rows: readonly (TierDocument & { readonly floor: string })[]): readonly TierDocument[] {
  return rows.map((row, i) => {
    const next = rows[i + 1]
    return { floor: row.floor, ...(next === undefined ? {} : { cap: next.floor }), ...rates(row) }
  })
}

function rates({ maintenanceRate, maxLeverage, initialRate }: TierDocument): Pick<TierDocument, 'maintenanceRate' | 'maxLeverage' | 'initialRate'> {
  return { maintenanceRate, ...(maxLeverage === undefined ? {} : { maxLeverage }), ...(initialRate === undefined ? {} : { initialRate }) }
}
