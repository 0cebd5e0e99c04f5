import Papa from 'papaparse'
import type { Separator } from './CsvMapping.ts'

/** Takes the cells of a row as they stand, blanks at their ends included, and the line the row begins in. */
export type LineTaker = (cells: readonly string[], line: number) => void

export interface TakenLines {
  /** Number of the line behind the text. */
  readonly line: number
  /** Line in which a quotation mark is opened that nothing closes; it and what is behind it was not taken. */
  readonly unclosedAt?: number
}

/** So many characters are cut at a time: their strings are gone before the collector moves them, which makes a third of the time. */
const PIECE = 1 << 17

/**
 * Whole lines cut into cells by papaparse, with the number of the line each row begins in: a quoted cell may hold line
 * breaks. Blanks between a separator and a quotation mark are dropped first, as RFC 4180 knows none and exporters write them.
 * @param line  number of the first line of `text`
 */
export function csvLines(text: string, separator: Separator, line: number, take: LineTaker): TakenLines {
  if (text.includes('"')) return quotedLines(tidied(text, separator), separator, line, take)
  let current = line
  for (let from = 0; from < text.length; ) {
    const end = text.length - from > PIECE ? text.lastIndexOf('\n', from + PIECE) + 1 : text.length
    const to = end > from ? end : text.length
    for (const cells of rowsOf(text.slice(from, to), separator).data) {
      take(cells, current)
      current += 1
    }
    from = to
  }
  return { line: current }
}

function quotedLines(text: string, separator: Separator, line: number, take: LineTaker): TakenLines {
  const { data, errors } = rowsOf(text, separator)
  const unclosed = errors.find(({ code }) => code === 'MissingQuotes')?.row
  let current = line
  for (const [i, cells] of data.entries()) {
    if (i === unclosed) return { line: current, unclosedAt: current }
    take(cells, current)
    current += 1 + breaksIn(cells)
  }
  return { line: current }
}

/** A break at the end would make one more row; papaparse finds no row at all in nothing, where there is an empty line. */
function rowsOf(text: string, separator: Separator): Pick<Papa.ParseResult<string[]>, 'data' | 'errors'> {
  const lines = text.endsWith('\n') ? text.slice(0, -1) : text
  return lines === '' ? { data: [['']], errors: [] } : Papa.parse<string[]>(lines, { delimiter: separator, newline: '\n' })
}

const BLANKS: Readonly<Record<Separator, RegExp>> = { ',': /(^|,)[ \t]+"/gm, ';': /(^|;)[ \t]+"/gm, '\t': /(^|\t) +"/gm, '|': /(^|\|)[ \t]+"/gm }

/** Quotation marks directly at separators and line breaks. Where nothing is quoted, a \r at the end of a cell is a blank like others. */
function tidied(text: string, separator: Separator): string {
  return text.replace(/\r(\n|$)/g, '$1').replace(BLANKS[separator], '$1"')
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks += 1
  return breaks
}
