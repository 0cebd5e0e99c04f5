import type { Millis } from '../../engine/index.ts'
import type { RowContent } from './CsvMapping.ts'
import type { CsvProblem } from './CsvProblem.ts'

/** What was found in a file that could be read; everything a person needs to trust it or not. */
export interface CsvReport {
  /** What a row of the file is; a bar unless said. Of funding the prices below are rates, and the bar size is the interval. */
  readonly content?: RowContent
  /** Trades that the bars were made of. */
  readonly trades?: number
  /** Of funding, the rate furthest from zero. */
  readonly largestRate?: CsvPrint
  /** Bars on the tape. */
  readonly rows: number
  readonly first: Millis
  readonly last: Millis
  /** The most frequent step from one bar to the next. */
  readonly barMillis: Millis
  readonly order: 'ascending' | 'descending' | 'mixed'
  readonly gaps: CsvGaps
  /** Rows of a time that came again later in the file; the later one was kept. */
  readonly duplicates: number
  /** Those among them whose prices differ. */
  readonly conflictingDuplicates: number
  /** Rows without a price (`null`, `.`, `NaN`, nothing): left out, as no trade. */
  readonly missingRows: number
  /** Candles whose high or low does not contain open and close; high and low were widened until they do. */
  readonly ohlcViolations: number
  /** Lines of the first of them, at most ten. */
  readonly ohlcViolationLines: readonly number[]
  /** Prices with more than 15 significant digits, rounded to 15. */
  readonly roundedPrices: number
  /** Decimal places of the prices, the most that any has, at most 12: the tick size the file shows. */
  readonly decimals: number
  /** Largest move of any price of a bar against the close before; a bad print shows here. Absent with a single price. */
  readonly largestMove?: CsvMove
  readonly largestCloseMove?: CsvMove
  /** Prices that stand alone: less than half or more than twice everything around them. Kept as they are; at most 100. */
  readonly suspiciousPrints: readonly CsvPrint[]
  /** Zero or negative prices: fine for replaying a linear contract, impossible for anything that takes a logarithm. */
  readonly hasNonPositive: boolean
  readonly firstNonPositive?: CsvPrint
  readonly firstRows: readonly CsvBar[]
  readonly lastRows: readonly CsvBar[]
  /** Rows left out because they could not be read; the first 100. */
  readonly problems: readonly CsvProblem[]
  readonly problemCount: number
  /** Further sentences for the reader: units that change, zones assumed, weekends left out. */
  readonly notes: readonly string[]
}

export interface CsvGaps {
  readonly count: number
  /** Bars that a file without gaps would have had; weekends do not count where the file never has one. */
  readonly missingBars: number
  /** The bar before the longest gap. */
  readonly longest?: { readonly after: Millis; readonly missingBars: number }
}

export type PriceColumn = 'open' | 'high' | 'low' | 'close'

export interface CsvMove {
  /** Fraction: −0.1 is a fall of 10 %. */
  readonly value: number
  readonly at: Millis
  readonly line: number
  readonly column: PriceColumn
  readonly from: number
  readonly to: number
}

export interface CsvPrint {
  readonly price: number
  readonly at: Millis
  readonly line: number
  readonly column: PriceColumn
}

export interface CsvBar {
  readonly line: number
  readonly time: Millis
  readonly open?: number
  readonly high?: number
  readonly low?: number
  readonly close: number
}
