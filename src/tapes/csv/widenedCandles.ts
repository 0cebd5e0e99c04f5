import type { ReadColumns } from './BarColumns.ts'

const SHOWN_LINES = 10

/**
 * Widens, in place, every high and low that does not contain its bar's open and close. The market was at the open and at
 * the close, so its range reached them whatever the file says; every other price stays as it is.
 * @returns  how many bars, and the lines of the first ten
 */
export function widenedCandles(columns: ReadColumns): { readonly count: number; readonly lines: readonly number[] } {
  const { open, high, low, close } = columns
  const lines: number[] = []
  if (open === undefined || high === undefined || low === undefined) return { count: 0, lines }
  let count = 0
  for (let i = 0; i < close.length; i++) {
    const top = Math.max(open[i] as number, close[i] as number)
    const bottom = Math.min(open[i] as number, close[i] as number)
    if ((high[i] as number) >= top && (low[i] as number) <= bottom) continue
    count += 1
    if (lines.length < SHOWN_LINES) lines.push(columns.line[i] as number)
    // A high below the low is a price the market was at as well.
    const reached = [high[i] as number, low[i] as number]
    high[i] = Math.max(top, ...reached)
    low[i] = Math.min(bottom, ...reached)
  }
  return { count, lines }
}
