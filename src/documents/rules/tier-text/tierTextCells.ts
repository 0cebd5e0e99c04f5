import Papa from 'papaparse'

export interface TextLine {
  /** Of the text, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** A table of 200 tiers is some 10 kB. */
const MOST_CHARACTERS = 200_000

/**
 * Lines and cells of a table as a spreadsheet, a web page or a CSV file gives it. A tab anywhere decides; then
 * semicolon, bar and comma, in the order in which they are least likely part of a number. Empty lines are dropped.
 */
export function tierTextCells(text: string): { readonly lines: readonly TextLine[]; readonly refusal: string | undefined } {
  if (text.length > MOST_CHARACTERS) return { lines: [], refusal: 'This is too long to be a tier table.' }
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const delimiter = ['\t', ';', '|', ','].find((mark) => withoutQuotes(clean).includes(mark))
  if (delimiter === undefined) return { lines: [], refusal: 'No columns were found: cells are separated by tabs, semicolons or commas.' }
  const { data, errors } = Papa.parse<string[]>(clean, { delimiter, newline: '\n', header: false, skipEmptyLines: false })
  const [broken] = errors
  if (broken !== undefined) return { lines: [], refusal: `Line ${(broken.row ?? 0) + 1}: ${broken.message}.` }
  // Quoted cells may span lines; a tier table has none that do, so rows are lines.
  const lines = data.map((cells, index) => ({ line: index + 1, cells: trimmedEdges(cells, delimiter) })).filter(({ cells }) => cells.some((cell) => cell !== ''))
  return { lines, refusal: lines.length === 0 ? 'There is nothing in it.' : undefined }
}

function withoutQuotes(text: string): string {
  return text.replace(/"[^"]*"/g, '')
}

/** A markdown table has a bar at both ends. */
function trimmedEdges(cells: readonly string[], delimiter: string): readonly string[] {
  const plain = cells.map((cell) => cell.trim())
  if (delimiter !== '|') return plain
  return plain.slice(plain[0] === '' ? 1 : 0, plain.at(-1) === '' ? -1 : undefined)
}
