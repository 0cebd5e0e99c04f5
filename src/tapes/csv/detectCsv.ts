import { ok, refused, type Result } from '../../engine/index.ts'
import { candleColumns } from './candleColumns.ts'
import type { ColumnRole, CsvMapping, RowContent, TimeFormat } from './CsvMapping.ts'
import type { CsvRefusal } from './CsvRefusal.ts'
import { type CsvShape, csvShape } from './csvShape.ts'
import { detectTimeFormat, isClockCell } from './detectTimeFormat.ts'
import { fundingRoles, headerRoles, isOptionChain, plainName } from './headerRoles.ts'
import { bidColumn } from './quoteList.ts'
import { readPrice } from './readPrice.ts'
import { dumpRoles, ratesInPercent, rowContent } from './rowContent.ts'
import { symbolsIn } from './symbolsIn.ts'
import { timeOfCell } from './timeOfCell.ts'
import { saysUtc, type ZoneHint, zoneHint } from './zoneHint.ts'

export interface CsvDetection {
  readonly mapping: CsvMapping
  /** Names of the columns, from the header or `Column 1` and so on. */
  readonly names: readonly string[]
  /** First rows behind the header as they stand in the file, at most 20. */
  readonly sample: readonly (readonly string[])[]
  /** What the file does not say by itself and the person should confirm. */
  readonly questions: readonly CsvQuestion[]
  /** Sentences about what was detected. */
  readonly notes: readonly string[]
  /** The one symbol that a column of symbols holds. */
  readonly symbol?: string
  /** The symbols, where it holds several: no mapping makes one price of them. */
  readonly symbols?: readonly string[]
  /** The zone that files of this layout usually have, beside the question. */
  readonly zone?: ZoneHint
}

/**
 * `day-or-month`: every day so far could be a month. `zone`: times carry no zone, UTC is assumed. `columns`: roles are
 * missing. `decimal`: 50,000 or 50.000 may be fifty thousand or fifty. `percent`: rates are large for shares, and may be
 * percent.
 */
export type CsvQuestion = 'day-or-month' | 'zone' | 'columns' | 'decimal' | 'percent'

const DAY = 86400000

/** What is known of a file besides its text. */
export interface KnownOfFile {
  /** Its rows were taken out of JSON. */
  readonly container?: 'json'
  /** What its name, or the reply it stood in, says its rows are. */
  readonly content?: RowContent
}

/** How a file is to be read, from its beginning. A refusal only where no mapping could help. */
export function detectCsv(sampleText: string, known: KnownOfFile = {}): Result<CsvDetection, CsvRefusal> {
  const sample = sampleText.replace(/^\ufeff/, '')
  const refusal = notCsv(sample)
  if (refusal !== undefined) return refused(refusal)
  const shape = csvShape(sample)
  if (shape === undefined) {
    return refused({ code: 'no-columns', message: 'The file has a single column. Prices need at least a time and a price, separated by commas, semicolons or tabs.' })
  }
  if (isOptionChain(shape.header ?? [])) return refused(OPTIONS)
  if (shape.rows.length === 0) return refused({ code: 'no-rows', message: 'The file has a header but no rows below it. Export it again with data.' })
  return ok(detectionOf(shape, known))
}

function notCsv(sample: string): CsvRefusal | undefined {
  const start = sample.slice(0, 400).trim()
  if (start === '') return { code: 'empty', message: 'The file is empty. Choose a CSV file of candles or closing prices.' }
  if (/^[[{]/.test(start)) return { code: 'json', message: 'This is a JSON file. Export the prices as CSV and choose that file.' }
  if (/^<(!doctype|html|\?xml)/i.test(start)) {
    return { code: 'web-page', message: 'This is a web page, not a price file; the download may have failed or needs a login. Download the CSV again.' }
  }
  if (sample.includes('\u0000')) return { code: 'binary', message: 'This is not a text file. Choose a CSV file of candles or closing prices.' }
  return undefined
}

const OPTIONS: CsvRefusal = {
  code: 'options',
  message: 'This file lists options: many contracts with strikes and expiries, none of them a price path. Load the candles or trades of their underlying instead.',
}

function detectionOf(shape: CsvShape, known: KnownOfFile): CsvDetection {
  const { mark: decimal, sure } = known.container === 'json' ? { mark: '.' as const, sure: true } : decimalOf(shape)
  const content = rowContent(shape, known.content)
  const width = Math.max(shape.header?.length ?? 0, ...shape.rows.map((row) => row.length))
  const roles = rolesOf(shape, { content, decimal, width })
  const time = roles.includes('time') ? knownOrder(detectTimeFormat(timeCells(shape, roles)), shape, roles) : undefined
  const percent = content === 'funding' ? ratesInPercent(shape, decimal) : { isPercent: false, sure: true }
  const mapping: CsvMapping = {
    ...(known.container === undefined ? {} : { container: known.container }),
    separator: shape.separator,
    skipLines: shape.skipLines,
    hasHeader: shape.header !== undefined,
    decimal,
    time: time ?? { type: 'calendar', order: 'year-month-day' },
    utcOffsetMinutes: 0,
    ...(content === 'bars' ? {} : { content }),
    ...(percent.isPercent ? { isPercent: true } : {}),
    columns: roles,
  }
  const questions = [...questionsOf(mapping, shape, time === undefined), ...(sure ? [] : ['decimal' as const]), ...(percent.sure ? [] : ['percent' as const])]
  return {
    mapping,
    names: Array.from({ length: width }, (_, i) => shape.header?.[i] || `Column ${i + 1}`),
    sample: shape.rows.slice(0, 20),
    questions,
    notes: notesOf(mapping, shape),
    ...symbolOf(shape),
    ...hintOf(shape, mapping, questions),
  }
}

/** Dukascopy writes 10.03.2020 with the day first, also where nothing in the file tells. */
function knownOrder(time: TimeFormat | undefined, shape: CsvShape, roles: readonly ColumnRole[]): TimeFormat | undefined {
  if (time?.type !== 'calendar' || time.order !== 'day-month-year') return time
  return /^(gmt|local)time$/.test(plainName(shape.header?.[roles.indexOf('time')] ?? '')) ? { type: 'calendar', order: time.order } : time
}

function hintOf(shape: CsvShape, mapping: CsvMapping, questions: readonly CsvQuestion[]): Pick<CsvDetection, 'zone'> {
  const zone = questions.includes('zone') ? zoneHint(shape, mapping) : undefined
  return zone === undefined ? {} : { zone }
}

function rolesOf(shape: CsvShape, { content, decimal, width }: { readonly content: RowContent; readonly decimal: '.' | ','; readonly width: number }): ColumnRole[] {
  const header = shape.header === undefined ? undefined : padded(shape.header, width)
  if (content === 'funding' && header !== undefined) return fundingRoles(header)
  if (content === 'trades' && header === undefined) return dumpRoles(shape.rows, width)
  if (content === 'funding') return padded<ColumnRole>(['time', 'close'], width, 'ignored')
  const isClock = (column: number): boolean => mostly(cellsOf(shape, column), isClockCell)
  const named = header === undefined ? undefined : withBid(headerRoles(header, isClock), bidColumn(shape))
  return completed(named ?? padded<ColumnRole>([], width, 'ignored'), shape, decimal, named === undefined)
}

/** Of quotes the bid is the price. */
function withBid(roles: readonly ColumnRole[], bid: number): readonly ColumnRole[] {
  return bid < 0 ? roles : roles.map((role, column) => (column === bid ? 'close' : role === 'close' ? 'ignored' : role))
}

/** Roles that the names did not give: all of them without a header, else a lone price column or a time by its looks. */
function completed(roles: readonly ColumnRole[], shape: CsvShape, decimal: '.' | ',', unnamed: boolean): ColumnRole[] {
  const all = [...roles]
  if (!all.includes('time')) {
    const column = all.findIndex((role, i) => role === 'ignored' && detectTimeFormat(cellsOf(shape, i)) !== undefined)
    if (column >= 0) all[column] = 'time'
  }
  const time = all.indexOf('time')
  if (unnamed && time >= 0 && mostly(cellsOf(shape, time + 1), isClockCell) && cellsOf(shape, time + 1).some((cell) => cell.includes(':'))) all[time + 1] = 'clock'
  const numeric = all.flatMap((role, i) => (role === 'ignored' && i > time && isNumeric(cellsOf(shape, i), decimal) ? [i] : []))
  if (unnamed) return candleRoles(all, numeric, shape, decimal)
  const [lone = -1] = numeric.filter((column) => !/return|change|pct|percent/.test(plainName(shape.header?.[column] ?? '')))
  if (!all.includes('close') && !all.includes('open') && numeric.length === 1 && lone >= 0) all[lone] = 'close'
  return all
}

/** Whether a column holds numbers, as far as it holds anything. */
function isNumeric(cells: readonly string[], decimal: '.' | ','): boolean {
  const read = cells.map((cell) => readPrice(cell, decimal).type).filter((type) => type !== 'missing')
  return read.length > 0 && read.filter((type) => type === 'price').length >= 0.8 * read.length
}

function candleRoles(roles: readonly ColumnRole[], numeric: readonly number[], shape: CsvShape, decimal: '.' | ','): ColumnRole[] {
  const all = [...roles]
  const times = timesOf(shape, all)
  const rows = shape.rows
    .map((row, i) => ({ time: times[i] ?? NaN, prices: numeric.map((column) => priceIn(row, column, decimal)) }))
    .filter((row) => row.time === row.time)
    .sort((a, b) => a.time - b.time)
    .map((row) => row.prices)
  const candle = candleColumns(numeric, rows)
  if (candle === undefined) {
    const [first, second] = numeric
    if (first !== undefined) all[first] = 'close'
    if (second !== undefined && numeric.length === 2) all[second] = 'volume'
    return all
  }
  for (const [column, role] of candle) all[column] = role
  const volume = numeric.find((column) => column > Math.max(...candle.keys())) ?? numeric.find((column) => !candle.has(column))
  if (volume !== undefined) all[volume] = 'volume'
  return all
}

function priceIn(row: readonly string[], column: number, decimal: '.' | ','): number {
  const cell = readPrice(row[column] ?? '', decimal)
  return cell.type === 'price' ? cell.value : NaN
}

/** The time of each row, NaN where it has none. */
function timesOf(shape: CsvShape, roles: readonly ColumnRole[]): number[] {
  const cells = timeCells(shape, roles)
  const time = detectTimeFormat(cells)
  if (time === undefined) return cells.map(() => NaN)
  const mapping = { separator: shape.separator, skipLines: 0, hasHeader: false, decimal: '.', time, utcOffsetMinutes: 0, columns: [] } as const
  return cells.map((cell) => timeOfCell(cell, 0, cell.length, mapping))
}

function isDescending(shape: CsvShape, roles: readonly ColumnRole[]): boolean {
  const times = timesOf(shape, roles).filter((time) => time === time)
  return (times[0] ?? NaN) > (times.at(-1) ?? NaN)
}

/**
 * The decimal mark. Sure signs are a grouping mark beside it (1.234,5), two groups (1.234.567), and a number of decimals
 * other than three (12,5). Failing those, 1,234 is a decimal where something else parts the columns, a thousand where
 * commas do, and `sure` is false where either could be meant.
 */
function decimalOf(shape: CsvShape): { readonly mark: '.' | ','; readonly sure: boolean } {
  const cells = shape.rows.slice(0, 200).flat().map((cell) => cell.replace(/^[-+$€£ ]+/, ''))
  const count = (pattern: RegExp): number => cells.filter((cell) => pattern.test(cell)).length
  const commas = count(/^(\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}|\d+,(\d{1,2}|\d{4,})|\d{4,},\d{3})$/)
  const points = count(/^(\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}|\d+\.(\d{1,2}|\d{4,})|\d{4,}\.\d{3})$/)
  if (commas !== points) return { mark: commas > points ? ',' : '.', sure: true }
  const sure = shape.separator === ',' || count(/^\d{1,3}[.,]\d{3}$/) === 0
  return { mark: shape.separator !== ',' && count(/^\d{1,3},\d{3}$/) > 0 ? ',' : '.', sure }
}

function timeCells(shape: CsvShape, roles: readonly ColumnRole[]): string[] {
  const time = roles.indexOf('time')
  const clock = roles.indexOf('clock')
  return shape.rows.map((row) => (clock < 0 ? (row[time] ?? '') : `${row[time] ?? ''} ${row[clock] ?? ''}`))
}

function questionsOf(mapping: CsvMapping, shape: CsvShape, noTime: boolean): CsvQuestion[] {
  const questions: CsvQuestion[] = []
  const { columns, time } = mapping
  const candle = (['open', 'high', 'low'] as const).filter((role) => columns.includes(role)).length
  if (noTime || !columns.includes('close') || (candle !== 0 && candle !== 3)) questions.push('columns')
  if (time.type === 'calendar' && time.undecided === true) questions.push('day-or-month')
  const dayOnly = timesOf(shape, columns).every((at) => at !== at || at % DAY === 0)
  const zoned = timeCells(shape, columns).some((cell) => /(Z|UTC|GMT|[+-]\d\d:?\d\d)$/i.test(cell))
  if (time.type !== 'epoch' && !noTime && !dayOnly && !zoned && !saysUtc(shape, mapping)) questions.push('zone')
  return questions
}

function notesOf(mapping: CsvMapping, shape: CsvShape): string[] {
  const notes: string[] = []
  if (mapping.skipLines > 0) notes.push(`${mapping.skipLines === 1 ? 'The first line is' : `The first ${mapping.skipLines} lines are`} not data and will be skipped.`)
  if (isDescending(shape, mapping.columns)) notes.push('The newest row comes first; the rows will be sorted.')
  const names = (shape.header ?? []).map(plainName)
  if (names.includes('adjclose') && names.includes('close')) notes.push('The close is used, not the adjusted close.')
  const symbols = symbolsIn(shape)
  if (symbols.length > 1) notes.push(`The file holds ${symbols.length} symbols. Split it into one file for each, or their prices will be mixed.`)
  if (bidColumn(shape) >= 0) notes.push('Each row is a quote, not a trade: the bid is used as the price.')
  if (mapping.content === 'funding') notes.push('Each row is a payment of funding: of a positive rate longs pay shorts.')
  return notes
}

function symbolOf(shape: CsvShape): Pick<CsvDetection, 'symbol' | 'symbols'> {
  const symbols = symbolsIn(shape)
  const [only = ''] = symbols
  return symbols.length > 1 ? { symbols } : only === '' ? {} : { symbol: only }
}

function cellsOf(shape: CsvShape, column: number): string[] {
  return column < 0 ? [] : shape.rows.map((row) => row[column] ?? '')
}

function mostly(cells: readonly string[], is: (cell: string) => boolean): boolean {
  const filled = cells.filter((cell) => cell !== '')
  return filled.length > 0 && filled.filter(is).length >= 0.8 * filled.length
}

function padded<T>(list: readonly T[], width: number, fill?: T): T[] {
  return Array.from({ length: width }, (_, i) => list[i] ?? (fill ?? ('' as T)))
}
