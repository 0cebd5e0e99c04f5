import Papa from 'papaparse'
import type { Separator } from './CsvMapping.ts'

/** Lines that are looked at to tell how a file is laid out. */
const SAMPLE_LINES = 1000

export interface CsvShape {
  readonly separator: Separator
  /** Lines before the header or the first row. */
  readonly skipLines: number
  readonly header: readonly string[] | undefined
  /** Rows behind the header, cells trimmed and unquoted, blank lines left out. */
  readonly rows: readonly (readonly string[])[]
}

/** Separator, lead-in lines, header and first rows of a sample; absent where it has no columns. */
export function csvShape(sample: string): CsvShape | undefined {
  const lines = sample.split(/\r\n|\n|\r/).slice(0, SAMPLE_LINES)
  const declared = /^"?sep=(.)"?$/i.exec(lines[0]?.trim() ?? '')?.[1]
  const separator = isSeparator(declared) ? declared : likelySeparator(lines)
  if (separator === undefined) return undefined
  const rows = rowsOf(lines, separator)
  const width = usualWidth(rows)
  if (width < 2) return undefined
  const start = rows.findIndex((row) => row.length > Math.max(1, width / 2) && !isRemark(row))
  const [candidate = []] = rows.slice(start)
  const header = isHeader(candidate) ? candidate : undefined
  const body = rows.slice(header === undefined ? start : start + 1).filter((row) => row.some((cell) => cell !== ''))
  return { separator, skipLines: start, header, rows: body }
}

function isSeparator(text: string | undefined): text is Separator {
  return text === ',' || text === ';' || text === '\t' || text === '|'
}

/**
 * The separator that gives most lines the same number of cells, above one. Tab, semicolon and bar come before the comma:
 * a decimal comma is as regular as a separator.
 */
function likelySeparator(lines: readonly string[]): Separator | undefined {
  const filled = lines.filter((line) => line.trim() !== '').slice(0, 50)
  let best: Separator | undefined
  let bestShare = 0
  for (const separator of ['\t', ';', '|', ','] as const) {
    const widths = filled.map((line) => cellCount(line, separator))
    const width = mode(widths)
    const share = width < 2 ? 0 : widths.filter((one) => one === width).length / filled.length
    if (share > bestShare + 0.05) {
      best = separator
      bestShare = share
    }
  }
  return best
}

function cellCount(line: string, separator: Separator): number {
  let quoted = false
  let cells = 1
  for (const character of line) {
    if (character === '"') quoted = !quoted
    else if (character === separator && !quoted) cells += 1
  }
  return cells
}

function rowsOf(lines: readonly string[], separator: Separator): string[][] {
  const { data } = Papa.parse<string[]>(lines.join('\n'), { delimiter: separator, newline: '\n' })
  return data.map((row) => row.map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').trim()))
}

function usualWidth(rows: readonly (readonly string[])[]): number {
  return mode(rows.filter((row) => row.some((cell) => cell !== '')).map((row) => row.length))
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

function isRemark([first = '']: readonly string[]): boolean {
  return /^(#|\/\/|https?:|www\.|sep=)/i.test(first)
}

/** A header names things: at least two cells with letters, and no number among them. */
function isHeader(row: readonly string[]): boolean {
  const named = row.filter((cell) => /\p{L}/u.test(cell))
  const numbers = row.filter((cell) => /^[$€£]?[+-]?[\d.,]*\d$/.test(cell))
  const dates = row.filter((cell) => /^\d[\d\-./:T]+/.test(cell))
  return named.length > 0 && numbers.length === 0 && dates.length === 0
}
