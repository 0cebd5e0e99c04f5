import { BarColumns, type ReadColumns, type RowSink } from './BarColumns.ts'
import { lastDate } from './calendarTime.ts'
import type { CsvMapping } from './CsvMapping.ts'
import type { CsvProblem } from './CsvProblem.ts'
import type { PriceColumn } from './CsvReport.ts'
import { plainPrice } from './plainPrice.ts'
import { readPrice } from './readPrice.ts'
import { fundingMoment } from './fundingMoment.ts'
import { isInRange, shortened, timeComplaint, timeOfCell } from './timeOfCell.ts'
import { TradeBars } from './TradeBars.ts'
import { fifteenDigits } from '../columns/priceDigits.ts'

const MOST_PROBLEMS = 100

/** Takes the rows of a file one by one into growing columns, and what is wrong with them into a list. */
export class CsvRows {
  readonly problems: CsvProblem[] = []
  problemCount = 0
  missingRows = 0
  roundedPrices = 0
  /** Volume cells that were not zero, and those that said how much was traded at all. */
  tradedRows = 0
  volumeRows = 0
  /** Rows whose first, or second, number of the date is no month. */
  firstOverTwelve = 0
  secondOverTwelve = 0
  /** Payments of funding that were noted beside the full hour. */
  movedTimes = 0

  private readonly mapping: CsvMapping
  private readonly mark: number
  private readonly roles: readonly PriceColumn[]
  private readonly cells: readonly number[]
  private readonly timeCell: number
  private readonly clockCell: number
  private readonly volumeCell: number
  private readonly width: number
  private readonly prices: Float64Array
  private readonly sink: RowSink

  constructor(mapping: CsvMapping) {
    this.mapping = mapping
    this.mark = mapping.decimal.charCodeAt(0)
    const candles = mapping.columns.includes('open') && (mapping.content ?? 'bars') === 'bars'
    this.roles = candles ? ['open', 'high', 'low', 'close'] : ['close']
    this.cells = this.roles.map((role) => mapping.columns.indexOf(role))
    this.timeCell = mapping.columns.indexOf('time')
    this.clockCell = mapping.columns.indexOf('clock')
    this.volumeCell = mapping.columns.indexOf('volume')
    this.width = Math.max(this.timeCell, this.clockCell, ...this.cells) + 1
    this.prices = new Float64Array(this.roles.length)
    this.sink = mapping.content === 'trades' ? new TradeBars(mapping.barMillis ?? DEFAULT_TRADE_BAR) : new BarColumns(this.roles)
  }

  /** Rows taken; of trades, the bars made of them. */
  get length(): number {
    return this.sink.length
  }

  /** Trades taken, where the rows are trades. */
  get trades(): number | undefined {
    return this.sink instanceof TradeBars ? this.sink.trades : undefined
  }

  /** One line of the file, cut into cells. */
  add(cells: readonly string[], line: number): void {
    if (cells.length < this.width) {
      if (cells.length > 1 || (cells[0] ?? '').trim() !== '') this.complain(line, undefined, this.shortLine(cells.length, line))
      return
    }
    const time = this.timeOf(cells)
    if (!isInRange(time)) {
      const complaint = timeComplaint(cells[this.timeCell] as string, time, this.mapping)
      this.complain(line, this.timeCell, `${this.row(line)}, column ${this.timeCell + 1} (time): ${complaint}`)
      return
    }
    if (!this.readPrices(cells, line)) return
    if (this.volumeCell >= 0) this.countVolume(cells[this.volumeCell] ?? '')
    this.sink.add(this.mapping.content === 'funding' ? this.moment(time) : time, line, this.prices)
  }

  /** What was read, without copying. */
  read(): ReadColumns {
    return this.sink.read()
  }

  private timeOf(cells: readonly string[]): number {
    const cell = trimmed(cells[this.timeCell] as string)
    if (this.clockCell >= 0) {
      const both = `${cell} ${trimmed(cells[this.clockCell] as string)}`
      return timeOfCell(both, 0, both.length, this.mapping)
    }
    const time = timeOfCell(cell, 0, cell.length, this.mapping)
    if (this.mapping.time.type === 'calendar' && this.mapping.time.order !== 'year-month-day') {
      if (lastDate.first > 12) this.firstOverTwelve += 1
      if (lastDate.second > 12) this.secondOverTwelve += 1
    }
    return time
  }

  private countVolume(cell: string): void {
    if (hasDigitAboveZero(cell)) this.tradedRows += 1
    if (this.tradedRows > 0 || cell.includes('0')) this.volumeRows += 1
  }

  private moment(time: number): number {
    const moment = fundingMoment(time)
    if (moment !== time) this.movedTimes += 1
    return moment
  }

  /** False where the row has no price or a broken one. */
  private readPrices(cells: readonly string[], line: number): boolean {
    for (let i = 0; i < this.prices.length; i++) {
      const cell = trimmed(cells[this.cells[i] as number] as string)
      const price = plainPrice(cell, 0, cell.length, this.mark)
      if (price === price) this.prices[i] = price
      else if (!this.readOddPrice(cell, line, i)) return false
      if (this.mapping.isPercent === true) this.prices[i] = fifteenDigits((this.prices[i] as number) / 100)
    }
    return true
  }

  private readOddPrice(cell: string, line: number, i: number): boolean {
    const isRate = this.mapping.content === 'funding'
    const read = readPrice(isRate ? cell.replace(/ ?%$/, '') : cell, this.mapping.decimal)
    if (read.type === 'missing') this.missingRows += 1
    else if (read.type === 'unreadable') this.complain(line, this.cells[i], this.unreadable(cell, line, i))
    else {
      this.prices[i] = isRate && cell.endsWith('%') && this.mapping.isPercent !== true ? fifteenDigits(read.value / 100) : read.value
      if (read.rounded) this.roundedPrices += 1
      return true
    }
    return false
  }

  private complain(line: number, cell: number | undefined, message: string): void {
    this.problemCount += 1
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ line, ...(cell === undefined ? {} : { column: cell + 1 }), message })
  }

  private shortLine(count: number, line: number): string {
    return `${this.row(line)} has ${count} ${count === 1 ? 'column' : 'columns'}, ${this.width} are needed. Complete the line or remove it; if it is the last one, the file may have been cut off.`
  }

  private unreadable(cell: string, line: number, i: number): string {
    const where = `${this.row(line)}, column ${(this.cells[i] as number) + 1} (${this.mapping.content === 'funding' ? 'rate' : this.roles[i]}): “${shortened(cell)}” is not a ${this.mapping.content === 'funding' ? 'rate' : 'price'}.`
    const other = this.mapping.decimal === '.' ? ',' : '.'
    if (readPrice(cell, other).type === 'price') return `${where} Decimals are set to “${this.mapping.decimal}”; if the file writes them with “${other}”, change that.`
    return `${where} Correct it, remove the line, or give the column another meaning.`
  }

  /** A row as a person finds it: text has lines, JSON has only an order. */
  private row(line: number): string {
    return `${this.mapping.container === 'json' ? 'Row' : 'Line'} ${line}`
  }
}

/** A minute. */
export const DEFAULT_TRADE_BAR = 60_000

/** Without the blanks around it; most cells have none, and a million of them are looked at. */
function trimmed(cell: string): string {
  return cell.charCodeAt(0) <= 32 || cell.charCodeAt(cell.length - 1) <= 32 ? cell.trim() : cell
}

function hasDigitAboveZero(cell: string): boolean {
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i)
    if (code >= 49 && code <= 57) return true
  }
  return false
}
