/**
 * What a column of the user's file holds. `clock`: the time of day, where date and time are two columns. `close`: of
 * single trades the price, of funding the rate.
 */
export type ColumnRole = 'time' | 'clock' | 'open' | 'high' | 'low' | 'close' | 'volume' | 'ignored'

/** What a row is: a bar or a closing price, one trade, or one payment of funding. */
export type RowContent = 'bars' | 'trades' | 'funding'

export type Separator = ',' | ';' | '\t' | '|'

export type EpochUnit = 's' | 'ms' | 'us' | 'ns'

/** How the first three numbers of a written date are meant. Eight digits in a row are always year, month, day. */
export type DateOrder = 'year-month-day' | 'day-month-year' | 'month-day-year'

export type TimeFormat =
  /** Time since 1970-01-01 UTC. `by-digits`: each row by its size, as a file may change its unit half way. */
  | { readonly type: 'epoch'; readonly unit: EpochUnit | 'by-digits' }
  /** A written date, ISO included. `undecided`: nothing seen so far has told day from month. */
  | { readonly type: 'calendar'; readonly order: DateOrder; readonly undecided?: boolean }
  /** Days since 1899-12-30, as a spreadsheet stores dates. */
  | { readonly type: 'spreadsheet-days' }

/** How to read a file: detected by detectCsv, corrected by the user, obeyed by parseCsv. Plain data. */
export interface CsvMapping {
  /** Rows that come out of JSON rather than lines of text. Separator, header and decimal mark are then not the file's. */
  readonly container?: 'json'
  readonly separator: Separator
  /** Lines before the header or the first row: a web address, `sep=;`, remarks. */
  readonly skipLines: number
  readonly hasHeader: boolean
  readonly decimal: '.' | ','
  readonly time: TimeFormat
  /** Of written times without a zone of their own: minutes that local time is ahead of UTC. */
  readonly utcOffsetMinutes: number
  /** What a row is; `bars` unless said. */
  readonly content?: RowContent
  /** Of trades: the length of the bars made of them, ms. */
  readonly barMillis?: number
  /** Of funding: 0.01 means 0.01 %, not 1 %. */
  readonly isPercent?: boolean
  /** Of written times: the clocks go an hour ahead in summer, by the days of this place. */
  readonly summerTime?: 'EU' | 'US' | undefined
  /** One a column. Needs `time` and `close`, and open, high, low either all or not at all. */
  readonly columns: readonly ColumnRole[]
}
