import Papa from 'papaparse'

/** A table to be taken away: exact decimal text, not what a screen rounds. */
export interface ExportTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | undefined)[])[]
}

/** How numbers and cells are written. A spreadsheet reads what its own country writes. */
export interface CsvStyle {
  readonly decimal: '.' | ','
  readonly separator: ',' | ';'
}

/** A decimal number as the engine writes it. */
const NUMBER = /^-?\d+(?:\.\d+)?$/

/**
 * What a spreadsheet would take for a formula: it begins with = + - @, a tab or a line break, or with what some read as
 * those. A plain negative number is none. The cell gets an apostrophe before it. (OWASP, "CSV Injection", read 2026-11-22)
 */
const FORMULA = /^(?:[=+@\t\r\n＝＋－＠]|-(?!\d+(?:[.,]\d+)?$))/

/** The table as CSV (RFC 4180) with a byte order mark, without which spreadsheets misread what is not ASCII. Minus is the hyphen of keyboards. */
export function tableCsv({ columns, rows }: ExportTable, { decimal, separator }: CsvStyle): string {
  const cell = (value: string | number | undefined): string => {
    const text = String(value ?? '').replaceAll('\u2212', '-')
    return decimal === ',' && NUMBER.test(text) ? text.replace('.', ',') : text
  }
  const data = [columns, ...rows].map((row) => row.map(cell))
  return `\uFEFF${Papa.unparse(data, { delimiter: separator, newline: '\r\n', escapeFormulae: FORMULA })}\r\n`
}
