import { Decimal } from '../../../engine/index.ts'
import type { TierDocument } from '../RulesDocument.ts'
import { decimalCell, highestOf, isNoLimit, rangeParts, type DecimalMark } from './decimalCell.ts'
import { gridColumns, headerColumns } from './headerColumns.ts'
import { tierTextCells, type TextLine } from './tierTextCells.ts'
import type { TierColumn, TierTextOptions, TierTextProblem, TierTextQuestion, TierTextReading } from './TierTextReading.ts'

const EMPTY: TierTextReading = { cells: [], header: undefined, columns: [], decimalMark: undefined, rates: undefined, questions: [], problems: [], rows: [] }
const MARKS: readonly DecimalMark[] = ['.', ',']
const MOST_ROWS = 200

/**
 * A tier table pasted from a spreadsheet, a web page or a CSV file. What the text leaves open (columns without a header,
 * a mark that may group or divide, rates without a sign) is asked, never guessed; a cell that is no number is a problem
 * with its line and column. Whether the tiers fit together is for `tierTable` to say.
 */
export function readTierText(text: string, options: TierTextOptions = {}): TierTextReading {
  const { lines, refusal } = tierTextCells(text)
  if (refusal !== undefined) return { ...EMPTY, problems: [{ line: 1, column: undefined, message: refusal }] }
  const [first] = lines
  const header = first !== undefined && isHeader(first) ? first.cells : undefined
  const body = header === undefined ? lines : lines.slice(1)
  const width = header?.length ?? first?.cells.length ?? 0
  const ragged = [...raggedLines(body, width, header !== undefined), ...countProblems(body)]
  const columns = columnsOf({ header, body, width }, options)
  const reading = { ...EMPTY, cells: body.map(({ cells }) => cells), header, columns: columns.map((column) => column ?? 'ignore') }
  if (ragged.length > 0) return { ...reading, problems: ragged }
  if (!areComplete(columns)) return { ...reading, questions: ['columns'] }
  return numbersOf(reading, body, options)
}

/** A row of names: no cell of it is a number under any convention, and no range. */
function isHeader({ cells }: TextLine): boolean {
  return cells.some((cell) => /\p{L}/u.test(cell)) && cells.every((cell) => rangeParts(cell) === undefined && !MARKS.some((mark) => decimalCell(highestOf(cell), mark).ok))
}

function raggedLines(body: readonly TextLine[], width: number, hasHeader: boolean): readonly TierTextProblem[] {
  return body
    .filter(({ cells }) => cells.length !== width)
    .map(({ line, cells }) => ({ line, column: undefined, message: `${cells.length} cells where ${hasHeader ? 'the header' : 'the first line'} has ${width}; a comma inside a number needs quotes or another separator` }))
}

function countProblems(body: readonly TextLine[]): readonly TierTextProblem[] {
  if (body.length === 0) return [{ line: 1, column: undefined, message: 'There is a header but no row under it.' }]
  const beyond = body[MOST_ROWS]
  return beyond === undefined ? [] : [{ line: beyond.line, column: undefined, message: `More than ${MOST_ROWS} rows.` }]
}

interface Table {
  readonly header: readonly string[] | undefined
  readonly body: readonly TextLine[]
  readonly width: number
}

function columnsOf({ header, body, width }: Table, options: TierTextOptions): readonly (TierColumn | undefined)[] {
  if (options.columns !== undefined) return Array.from({ length: width }, (_, index) => options.columns?.[index])
  const first = body[0]?.cells ?? []
  return header === undefined ? gridColumns(width) : headerColumns(header, first, (cell) => rangeParts(cell)?.cap !== undefined)
}

/** Every column has a role, none twice, and there is a rate and a place where tiers begin or end. */
function areComplete(columns: readonly (TierColumn | undefined)[]): columns is readonly TierColumn[] {
  const roles = columns.filter((column) => column !== 'ignore')
  const hasEdges = roles.includes('range') ? !roles.includes('floor') && !roles.includes('cap') : roles.includes('cap') || roles.includes('floor')
  return roles.every((role) => role !== undefined) && new Set(roles).size === roles.length && roles.includes('maintenanceRate') && hasEdges
}

type Field = keyof TierDocument

interface Figure {
  readonly row: number
  readonly line: number
  readonly column: number
  readonly field: Field
  readonly text: string
}

type Reading = TierTextReading & { readonly columns: readonly TierColumn[] }

function numbersOf(reading: Reading, body: readonly TextLine[], options: TierTextOptions): TierTextReading {
  const problems: TierTextProblem[] = []
  const figures = body.flatMap(({ line, cells }, row) => cells.flatMap((text, column) => figuresOf({ row, line, column: column + 1, text }, reading.columns[column], problems)))
  const { chosen, isOpen } = conventionOf(figures, options)
  if (chosen === undefined) return reading
  const rates = ratesOf(reading, chosen.values, options)
  const found = [...problems, ...chosen.problems, ...(isOpen ? [] : rates.problems)].sort((a, b) => a.line - b.line)
  const questions: TierTextQuestion[] = isOpen ? ['decimal-mark'] : rates.isOpen ? ['rates'] : []
  const known = { ...reading, decimalMark: isOpen ? undefined : chosen.mark, rates: rates.unit, questions, problems: found }
  return questions.length > 0 || found.length > 0 ? known : { ...known, rows: rowsOf(body.length, chosen.values, rates.unit) }
}

interface Convention extends Values {
  readonly mark: DecimalMark
}

/** The convention under which every number is one; open where both do, and give different numbers. */
function conventionOf(figures: readonly Figure[], { decimalMark }: TierTextOptions): { readonly chosen: Convention | undefined; readonly isOpen: boolean } {
  const readings = MARKS.map((mark) => ({ mark, ...valuesOf(figures, mark) }))
  const told = readings.find(({ mark }) => mark === decimalMark)
  if (told !== undefined) return { chosen: told, isOpen: false }
  const [point, comma] = readings.filter((each) => each.problems.length === 0)
  const isOpen = point !== undefined && comma !== undefined && point.values.some(({ value }, index) => value !== comma.values[index]?.value)
  return { chosen: point ?? [...readings].sort((a, b) => a.problems.length - b.problems.length)[0], isOpen }
}

function figuresOf(at: Omit<Figure, 'field'>, role: TierColumn | undefined, problems: TierTextProblem[]): readonly Figure[] {
  if (role === undefined || role === 'ignore') return []
  if (role === 'range') {
    const parts = rangeParts(at.text)
    if (parts !== undefined) return [{ ...at, field: 'floor', text: parts.floor }, ...(parts.cap === undefined ? [] : [{ ...at, field: 'cap' as const, text: parts.cap }])]
    problems.push({ line: at.line, column: at.column, message: `“${at.text}” is not a range like 0 - 50,000` })
    return []
  }
  if (role === 'maxLeverage' && at.text !== '') return [{ ...at, field: role, text: highestOf(at.text) }]
  if (role !== 'maintenanceRate' && isNoLimit(at.text)) return []
  return [{ ...at, field: role }]
}

interface Value extends Figure {
  readonly value: string
  readonly sign: '%' | 'x' | undefined
}

function isRate({ field }: Figure): boolean {
  return field === 'maintenanceRate' || field === 'initialRate'
}

interface Values {
  readonly values: readonly Value[]
  readonly problems: readonly TierTextProblem[]
}

function valuesOf(figures: readonly Figure[], mark: DecimalMark): Values {
  const values: Value[] = []
  const problems: TierTextProblem[] = []
  for (const figure of figures) {
    const { line, column, field } = figure
    const cell = decimalCell(figure.text, mark)
    if (!cell.ok) problems.push({ line, column, message: cell.message })
    else if (cell.sign === '%' && !isRate(figure)) problems.push({ line, column, message: `“${figure.text}” is a percentage, and this column holds none` })
    else if (cell.sign === 'x' && field !== 'maxLeverage') problems.push({ line, column, message: `“${figure.text}” is a leverage, and this column holds none` })
    else values.push({ ...figure, value: cell.value, sign: cell.sign })
  }
  return { values, problems }
}

interface Rates {
  readonly unit: 'fraction' | 'percent' | undefined
  readonly isOpen: boolean
  readonly problems: readonly TierTextProblem[]
}

/**
 * Percent where a sign or the header says so, or where a value is 1 and more, which no fraction is. Below that a bare
 * 0.4 may be 40 % or 0.4 %: it is asked.
 */
function ratesOf({ header }: TierTextReading, values: readonly Value[], options: TierTextOptions): Rates {
  const rates = values.filter(isRate)
  const bare = rates.filter(({ sign, value }) => sign === undefined && value !== '0')
  const signed = rates.length - rates.filter(({ sign }) => sign === undefined).length
  const isNamed = rates.some(({ column }) => header?.[column - 1]?.includes('%') === true)
  if (signed > 0 && bare.length > 0) {
    return { unit: 'percent', isOpen: false, problems: bare.map(({ line, column, text }) => ({ line, column, message: `“${text}” has no percent sign, others have` })) }
  }
  if (signed > 0 || isNamed) return { unit: 'percent', isOpen: false, problems: [] }
  if (rates.some(({ value }) => new Decimal(value).gte(1))) {
    const isContradicted = options.rates === 'fraction'
    const problems = isContradicted ? rates.filter(({ value }) => new Decimal(value).gte(1)).map(({ line, column, text }) => ({ line, column, message: `“${text}” is no fraction below 1` })) : []
    return { unit: isContradicted ? 'fraction' : 'percent', isOpen: false, problems }
  }
  return { unit: options.rates, isOpen: options.rates === undefined && bare.length > 0, problems: [] }
}

function rowsOf(count: number, values: readonly Value[], unit: 'fraction' | 'percent' | undefined): readonly TierDocument[] {
  const rows = Array.from({ length: count }, (): Partial<Record<Field, string>> => ({}))
  for (const value of values) {
    const row = rows[value.row]
    if (row !== undefined) row[value.field] = isRate(value) && unit === 'percent' ? new Decimal(value.value).div(100).toFixed() : value.value
  }
  return rows.map(({ maintenanceRate = '0', ...rest }) => ({ ...rest, maintenanceRate }))
}
