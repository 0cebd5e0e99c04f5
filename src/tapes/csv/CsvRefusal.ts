import type { CsvProblem } from './CsvProblem.ts'

/** Why a whole file cannot be used. The message is for a trader: what it looks like and what to do. */
export interface CsvRefusal {
  readonly code:
    | 'empty'
    | 'archive'
    | 'spreadsheet'
    | 'binary'
    | 'json'
    | 'web-page'
    | 'no-columns'
    | 'options'
    | 'symbols'
    | 'no-prices'
    | 'bomb'
    | 'encrypted'
    | 'damaged'
    | 'no-time'
    | 'no-close'
    | 'half-candle'
    | 'role-twice'
    | 'no-rows'
    | 'mostly-broken'
    | 'unclosed-quote'
    | 'unreadable'
    | 'cancelled'
  readonly message: string
  /** Rows that were looked at and found broken, where that is the reason. */
  readonly problems?: readonly CsvProblem[]
}
