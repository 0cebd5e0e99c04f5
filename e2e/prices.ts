/** Price files as exchanges and people write them. */

export const HOUR = 3_600_000
/** 1 March 2024, 00:00 UTC. */
export const FIRST = 1_709_251_200_000

/** Binance klines: no header, milliseconds, open high low close, and seven more columns. */
export function binanceKlines(count: number, { start = 60_000, step = -100 } = {}): string {
  return lines(count, (i) => {
    const open = start + step * i
    const close = open + step
    return [FIRST + i * HOUR, open, Math.max(open, close) + 10, Math.min(open, close) - 10, close, 12.5, FIRST + (i + 1) * HOUR - 1, 750_000, 1000, 6, 360_000, 0].join(',')
  })
}

/** As a spreadsheet in Germany saves closes: semicolons, decimal commas, day first. */
export function germanCloses(count: number, start = 3000): string {
  const rows = lines(count, (i) => {
    const at = new Date(FIRST + i * HOUR).toISOString()
    return `${at.slice(8, 10)}.${at.slice(5, 7)}.${at.slice(0, 4)} ${at.slice(11, 16)};${(start + i * 2.5).toFixed(2).replace('.', ',')}`
  })
  return `Datum;Schluss\n${rows}`
}

/** A header, ISO times, and whatever a test puts in place of a row. */
export function candles(count: number, odd: Readonly<Record<number, string>> = {}): string {
  const rows = lines(count, (i) => odd[i] ?? `${new Date(FIRST + i * HOUR).toISOString()},${100 + i},${102 + i},${99 + i},${101 + i}`)
  return `time,open,high,low,close\n${rows}`
}

function lines(count: number, line: (i: number) => string): string {
  return `${Array.from({ length: count }, (_, i) => line(i)).join('\n')}\n`
}
