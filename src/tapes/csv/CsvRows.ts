import { lastDate } from './calendarTime.ts'
import type { ColumnRole, CsvMapping } from './CsvMapping.ts'
import type { CsvProblem } from './CsvProblem.ts'
import type { PriceColumn } from './CsvReport.ts'
import { plainPrice } from './plainPrice.ts'
import { readPrice } from './readPrice.ts'
import { isInRange, shortened, timeComplaint, timeOfCell } from './timeOfCell.ts'

const MOST_PROBLEMS = 100

/** Columns of what was read so far, in the order of the file; valid up to `length`. */
export interface ReadColumns {
  readonly time: Float64Array
  readonly line: Uint32Array
  readonly open?: Float64Array
  readonly high?: Float64Array
  readonly low?: Float64Array
  readonly close: Float64Array
}

/** Takes the rows of a file one by one into growing columns, and what is wrong with them into a list. */
export class CsvRows {
  readonly problems: CsvProblem[] = []
  problemCount = 0
  missingRows = 0
  roundedPrices = 0
  /** Volume cells that were not zero. */
  tradedRows = 0
  /** Rows whose first, or second, number of the date is no month. */
  firstOverTwelve = 0
  secondOverTwelve = 0
  length = 0

  private readonly mapping: CsvMapping
  private readonly mark: number
  private readonly roles: readonly PriceColumn[]
  private readonly cells: readonly number[]
  private readonly timeCell: number
  private readonly clockCell: number
  private readonly volumeCell: number
  private readonly width: number
  private readonly prices: Float64Array
  private time = new Float64Array(1024)
  private line = new Uint32Array(1024)
  private columns: Float64Array[]

  constructor(mapping: CsvMapping) {
    this.mapping = mapping
    this.mark = mapping.decimal.charCodeAt(0)
    const candles = mapping.columns.includes('open')
    this.roles = candles ? ['open', 'high', 'low', 'close'] : ['close']
    this.cells = this.roles.map((role) => mapping.columns.indexOf(role))
    this.timeCell = mapping.columns.indexOf('time')
    this.clockCell = mapping.columns.indexOf('clock')
    this.volumeCell = mapping.columns.indexOf('volume')
    this.width = Math.max(this.timeCell, this.clockCell, ...this.cells) + 1
    this.prices = new Float64Array(this.roles.length)
    this.columns = this.roles.map(() => new Float64Array(1024))
  }

  /**
   * One line of the file.
   * @param bounds  start and end of each cell in `text`, blanks at its ends left out
   * @param count   number of cells
   */
  add(text: string, bounds: Int32Array, count: number, line: number): void {
    if (count < this.width) {
      if (count > 1 || bounds[0] !== bounds[1]) this.complain(line, undefined, this.shortLine(count, line))
      return
    }
    const time = this.timeOf(text, bounds)
    if (!isInRange(time)) {
      const cell = text.slice(bounds[2 * this.timeCell], bounds[2 * this.timeCell + 1])
      this.complain(line, this.timeCell, `Line ${line}, column ${this.timeCell + 1} (time): ${timeComplaint(cell, time, this.mapping)}`)
      return
    }
    if (!this.readPrices(text, bounds, line)) return
    if (this.volumeCell >= 0 && this.volumeCell < count && !isZero(text, bounds[2 * this.volumeCell] as number, bounds[2 * this.volumeCell + 1] as number)) this.tradedRows += 1
    if (this.length === this.time.length) this.grow()
    this.time[this.length] = time
    this.line[this.length] = line
    for (let i = 0; i < this.prices.length; i++) (this.columns[i] as Float64Array)[this.length] = this.prices[i] as number
    this.length += 1
  }

  /** What was read, without copying. */
  read(): ReadColumns {
    const column = (role: ColumnRole): Float64Array | undefined => this.columns[this.roles.indexOf(role as PriceColumn)]?.subarray(0, this.length)
    const [open, high, low, close] = (['open', 'high', 'low', 'close'] as const).map(column)
    const candles = open === undefined || high === undefined || low === undefined ? {} : { open, high, low }
    return { time: this.time.subarray(0, this.length), line: this.line.subarray(0, this.length), ...candles, close: close ?? new Float64Array(0) }
  }

  private timeOf(text: string, bounds: Int32Array): number {
    const start = bounds[2 * this.timeCell] as number
    const end = bounds[2 * this.timeCell + 1] as number
    if (this.clockCell >= 0) {
      const clock = text.slice(bounds[2 * this.clockCell], bounds[2 * this.clockCell + 1])
      const both = `${text.slice(start, end)} ${clock}`
      return timeOfCell(both, 0, both.length, this.mapping)
    }
    const time = timeOfCell(text, start, end, this.mapping)
    if (this.mapping.time.type === 'calendar' && this.mapping.time.order !== 'year-month-day') {
      if (lastDate.first > 12) this.firstOverTwelve += 1
      if (lastDate.second > 12) this.secondOverTwelve += 1
    }
    return time
  }

  /** False where the row has no price or a broken one. */
  private readPrices(text: string, bounds: Int32Array, line: number): boolean {
    for (let i = 0; i < this.prices.length; i++) {
      const cell = this.cells[i] as number
      const start = bounds[2 * cell] as number
      const end = bounds[2 * cell + 1] as number
      const price = plainPrice(text, start, end, this.mark)
      if (price === price) {
        this.prices[i] = price
        continue
      }
      const read = readPrice(text.slice(start, end), this.mapping.decimal)
      if (read.type === 'missing') {
        this.missingRows += 1
        return false
      }
      if (read.type === 'unreadable') {
        this.complain(line, cell, this.unreadable(text.slice(start, end), line, i))
        return false
      }
      this.prices[i] = read.value
      if (read.rounded) this.roundedPrices += 1
    }
    return true
  }

  private complain(line: number, cell: number | undefined, message: string): void {
    this.problemCount += 1
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ line, ...(cell === undefined ? {} : { column: cell + 1 }), message })
  }

  private shortLine(count: number, line: number): string {
    return `Line ${line} has ${count} ${count === 1 ? 'column' : 'columns'}, ${this.width} are needed. Complete the line or remove it; if it is the last one, the file may have been cut off.`
  }

  private unreadable(cell: string, line: number, i: number): string {
    const where = `Line ${line}, column ${(this.cells[i] as number) + 1} (${this.roles[i]}): “${shortened(cell)}” is not a price.`
    const other = this.mapping.decimal === '.' ? ',' : '.'
    if (readPrice(cell, other).type === 'price') return `${where} Decimals are set to “${this.mapping.decimal}”; if the file writes them with “${other}”, change that.`
    return `${where} Correct it, remove the line, or give the column another meaning.`
  }

  private grow(): void {
    const size = this.time.length * 2
    const grown = (column: Float64Array): Float64Array<ArrayBuffer> => {
      const larger = new Float64Array(size)
      larger.set(column)
      return larger
    }
    this.time = grown(this.time)
    this.columns = this.columns.map(grown)
    const line = new Uint32Array(size)
    line.set(this.line)
    this.line = line
  }
}

function isZero(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code >= 49 && code <= 57) return false
  }
  return true
}
