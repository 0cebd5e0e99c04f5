import type { Millis } from '../../engine/index.ts'
import type { PageRow } from './PageCache.ts'
import type { Window } from './seriesPages.ts'

/** Rows of all pages of one series, each time once, with what was left out on the way. [S52] */
export class SeriesRows {
  duplicates = 0
  conflicting = 0
  outside = 0
  unfinished = 0
  pages = 0
  private readonly rows = new Map<Millis, PageRow>()
  private readonly period: Window
  /** From when on a row counts as ended, after its time. */
  private readonly length: Millis

  constructor(period: Window, length: Millis) {
    this.period = period
    this.length = length
  }

  get size(): number {
    return this.rows.size
  }

  /** @param now  a bar that ends later has not ended */
  add(page: readonly PageRow[], now: Millis): void {
    this.pages += 1
    for (const row of page) {
      const [time] = row
      if (time < this.period.from || time >= this.period.to) this.outside += 1
      else if (time + this.length > now) this.unfinished += 1
      else this.keep(row)
    }
  }

  ascending(): readonly PageRow[] {
    return [...this.rows.values()].sort(([a], [b]) => a - b)
  }

  /** Of two that differ the one that came later stands, as in files. */
  private keep(row: PageRow): void {
    const before = this.rows.get(row[0])
    if (before !== undefined) {
      this.duplicates += 1
      if (before.some((cell, i) => i > 0 && Number(cell) !== Number(row[i]))) this.conflicting += 1
    }
    this.rows.set(row[0], row)
  }
}
