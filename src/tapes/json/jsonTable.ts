import { ok, refused, type Result } from '../../engine/index.ts'
import type { RowContent } from '../csv/CsvMapping.ts'
import type { CsvRefusal } from '../csv/CsvRefusal.ts'
import { replyProblem } from './replyProblem.ts'
import { type FoundRows, foundRows } from './foundRows.ts'
import { rowsWithoutLast } from './rowsWithoutLast.ts'

/** Rows taken out of JSON, as tab-separated text that is read like any other file. */
export interface JsonTable {
  readonly text: string
  readonly symbol: string | undefined
  readonly content: RowContent | undefined
  readonly notes: readonly string[]
}

/**
 * The prices in a JSON file: rows of numbers (freqtrade, Binance), rows with names, columns (Deribit, TradingView's UDF),
 * in whatever envelope an exchange puts them. Numbers keep their decimals: of at most 15 digits a double prints as written.
 */
export function jsonTable(source: string): Result<JsonTable, CsvRefusal> {
  let value: unknown
  try {
    value = JSON.parse(source.replace(/^\ufeff/, ''))
  } catch {
    return refused({ code: 'damaged', message: 'This looks like JSON and is none: it was cut off or changed. Download it again.' })
  }
  if (isOurs(value)) return refused({ code: 'json', message: 'This is a document of Bulkhead, not a price file. Open it as a scenario.' })
  const rows = foundRows(value)
  if (rows === undefined) {
    const said = replyProblem(value)
    const message = said === undefined ? 'This JSON file holds no rows of prices. Choose one with candles, closes, trades or funding.' : `The exchange answered “${said}” in place of prices. Ask it again and save the reply.`
    return refused({ code: 'no-prices', message })
  }
  const { kept, notes } = rowsWithoutLast(rows)
  return ok({ text: textOf(kept), symbol: rows.symbol, content: rows.content, notes })
}

function isOurs(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'schema' in value && ('tape' in value || 'series' in value || 'positions' in value || 'tiers' in value)
}

function textOf({ header, rows }: FoundRows): string {
  const lines = rows.map((row) => row.map(cellOf).join('\t'))
  if (header !== undefined) lines.unshift(header.map(cellOf).join('\t'))
  return `${lines.join('\n')}\n`
}

function cellOf(value: unknown): string {
  if (typeof value === 'string') return value.replace(/[\t\n\r"]+/g, ' ').trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
