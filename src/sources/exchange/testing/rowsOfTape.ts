import type { Tape } from '../../../engine/index.ts'
import type { PageRow } from '../PageCache.ts'

/** A loaded tape as rows of numbers, for comparing with what the server has. */
export function rowsOfTape({ time, series, funding }: Tape): readonly (readonly number[])[] {
  const [paid] = funding ?? []
  if (paid !== undefined) return [...paid.time].map((at, i) => [at, paid.rate[i] ?? NaN])
  const [one] = series
  return [...time].map((at, i) => [at, ...[one?.open, one?.high, one?.low, one?.close].map((column) => column?.[i] ?? NaN)])
}

export function numbersOf(rows: readonly PageRow[]): readonly (readonly number[])[] {
  return rows.map(([time, ...cells]) => [time, ...cells.map(Number)])
}
