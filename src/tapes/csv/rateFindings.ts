import type { ReadColumns } from './BarColumns.ts'
import type { CsvReport } from './CsvReport.ts'

/** Of rates: the one furthest from zero. What is odd of a price, to be negative or alone, is none of a rate. */
export function rateFindings({ time, line, close }: ReadColumns): Pick<CsvReport, 'largestRate' | 'suspiciousPrints' | 'hasNonPositive'> {
  let largest = 0
  for (let i = 1; i < close.length; i++) if (Math.abs(close[i] as number) > Math.abs(close[largest] as number)) largest = i
  return {
    largestRate: { price: close[largest] as number, at: time[largest] as number, line: line[largest] as number, column: 'close' },
    suspiciousPrints: [],
    hasNonPositive: false,
  }
}
