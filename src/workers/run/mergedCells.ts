import type { LaneCell } from './ChartData.ts'

/** Cells narrower than this part of the axis are merged with their neighbours; the worst bucket is kept. */
const FINEST = 400

/** Cells up to a tick, clipped at it, none so narrow that it could not be seen. */
export function mergedCells(cells: readonly LaneCell[], tick: number): readonly LaneCell[] {
  const width = tick / FINEST
  const merged: LaneCell[] = []
  for (const cell of cells) {
    if (cell.from > tick) break
    const to = Math.min(cell.to, tick)
    const last = merged.at(-1)
    const isNarrow = last !== undefined && last.to === cell.from && (to - cell.from < width || last.to - last.from < width)
    if (!isNarrow) merged.push({ from: cell.from, to, bucket: cell.bucket })
    else merged[merged.length - 1] = { from: last.from, to, bucket: last.bucket > cell.bucket ? last.bucket : cell.bucket }
  }
  return merged
}
