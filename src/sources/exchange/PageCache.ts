/** A row as the venue wrote it: its time in ms, and its prices (open, high, low, close) or its rate as decimal text. */
export type PageRow = readonly [time: number, ...values: string[]]

/**
 * Pages that were loaded, so that a load goes on after a reload. Only pages that cannot change any more are put in; the
 * key says everything that they depend on. What it cannot give or keep is simply asked for again.
 */
export interface PageCache {
  readonly get: (key: string) => Promise<readonly PageRow[] | undefined>
  readonly put: (key: string, rows: readonly PageRow[]) => Promise<void>
}
