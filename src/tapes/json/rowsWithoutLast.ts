import type { FoundRows } from './foundRows.ts'

/** Widths of the rows of OKX whose last cell says 1 of a finished bar: candles, and mark or index candles. */
const CONFIRMED_WIDTHS = new Set([9, 6])
const NOTE = 'The bar that still ran when the reply was saved is left out.'

/**
 * Without the newest row where the reply says that it is unfinished: OKX by a 0 in its last cell, Kraken by the time of
 * the last one that is finished. Its close is not one.
 */
export function rowsWithoutLast(found: FoundRows): { readonly kept: FoundRows; readonly notes: readonly string[] } {
  const { rows, header, last } = found
  if (header !== undefined || rows.length < 2) return { kept: found, notes: [] }
  const open = typeof last === 'number' ? rows.filter((row) => typeof row[0] === 'number' && row[0] > last) : rows.every(hasMark) ? rows.filter((row) => row.at(-1) === '0') : []
  if (open.length !== 1) return { kept: found, notes: [] }
  return { kept: { ...found, rows: rows.filter((row) => row !== open[0]) }, notes: [NOTE] }
}

function hasMark(row: readonly unknown[]): boolean {
  return CONFIRMED_WIDTHS.has(row.length) && (row.at(-1) === '0' || row.at(-1) === '1')
}
