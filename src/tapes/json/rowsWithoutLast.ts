import type { FoundRows } from './foundRows.ts'

/** Widths of the rows of OKX whose last cell says 1 of a finished bar: candles, and mark or index candles. */
const CONFIRMED_WIDTHS = new Set([9, 6])

/**
 * Without the newest row where it alone is marked as unfinished, as OKX does with the bar that still runs: its close is
 * not one.
 */
export function rowsWithoutLast(found: FoundRows): { readonly kept: FoundRows; readonly notes: readonly string[] } {
  const { rows, header } = found
  const open = rows.filter(isUnfinished)
  if (header !== undefined || rows.length < 2 || open.length !== 1 || !rows.every(hasMark)) return { kept: found, notes: [] }
  return { kept: { ...found, rows: rows.filter((row) => row !== open[0]) }, notes: ['The bar that still ran when the reply was saved is left out.'] }
}

function hasMark(row: readonly unknown[]): boolean {
  return CONFIRMED_WIDTHS.has(row.length) && (row.at(-1) === '0' || row.at(-1) === '1')
}

function isUnfinished(row: readonly unknown[]): boolean {
  return hasMark(row) && row.at(-1) === '0'
}
