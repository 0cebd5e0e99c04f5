/** Times of repeated work, and a table of them. Figures are shown beside a baseline of the same run, never asserted. */

export interface Row {
  readonly name: string
  readonly figures: Readonly<Record<string, string>>
}

/** Share of a sorted list, by the nearest rank. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Milliseconds as µs below one, with three digits. */
export function span(millis: number): string {
  return millis < 1 ? `${(millis * 1000).toPrecision(3)} µs` : `${millis.toPrecision(3)} ms`
}

/** mean, p50, p95, p99 and max of some times in milliseconds. */
export function spread(times: readonly number[]): Readonly<Record<string, string>> {
  const sorted = times.toSorted((a, b) => a - b)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  return { mean: span(mean), p50: span(quantile(sorted, 0.5)), p95: span(quantile(sorted, 0.95)), p99: span(quantile(sorted, 0.99)), max: span(quantile(sorted, 1)) }
}

/** The time of each call, in milliseconds. */
export function timed(calls: number, work: (call: number) => void): readonly number[] {
  return Array.from({ length: calls }, (_, call) => {
    const start = performance.now()
    work(call)
    return performance.now() - start
  })
}

/** The mean time of work too short for one reading: the best of five rounds, in milliseconds. */
export function best(calls: number, work: () => void): number {
  for (let i = 0; i < calls; i += 1) work()
  const rounds = timed(5, () => {
    for (let i = 0; i < calls; i += 1) work()
  })
  return Math.min(...rounds) / calls
}

export function printTable(title: string, rows: readonly Row[]): void {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.figures)))]
  const cells = [['', ...columns], ...rows.map((row) => [row.name, ...columns.map((column) => row.figures[column] ?? '')])]
  const widths = cells[0]?.map((_, i) => Math.max(...cells.map((line) => line[i]?.length ?? 0))) ?? []
  console.log(`\n${title}`)
  for (const line of cells) console.log(`  ${line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ')}`.trimEnd())
}
