import type { PriceColumn } from './CsvReport.ts'

/** Columns of what was read so far, in the order of the file; valid up to `length`. */
export interface ReadColumns {
  readonly time: Float64Array
  readonly line: Uint32Array
  readonly open?: Float64Array
  readonly high?: Float64Array
  readonly low?: Float64Array
  readonly close: Float64Array
}

/** Takes rows one by one and gives columns. */
export interface RowSink {
  readonly length: number
  /** @param prices  one for each price column, in their order; copied */
  add(time: number, line: number, prices: Float64Array): void
  /** What was taken, without copying. */
  read(): ReadColumns
}

/** Rows as they are, in columns that grow. */
export class BarColumns implements RowSink {
  length = 0
  private readonly roles: readonly PriceColumn[]
  private time = new Float64Array(1024)
  private line = new Uint32Array(1024)
  private columns: Float64Array[]

  constructor(roles: readonly PriceColumn[]) {
    this.roles = roles
    this.columns = roles.map(() => new Float64Array(1024))
  }

  add(time: number, line: number, prices: Float64Array): void {
    if (this.length === this.time.length) this.grow()
    this.time[this.length] = time
    this.line[this.length] = line
    for (let i = 0; i < prices.length; i++) (this.columns[i] as Float64Array)[this.length] = prices[i] as number
    this.length += 1
  }

  read(): ReadColumns {
    const column = (role: PriceColumn): Float64Array | undefined => this.columns[this.roles.indexOf(role)]?.subarray(0, this.length)
    const [open, high, low, close] = (['open', 'high', 'low', 'close'] as const).map(column)
    const candles = open === undefined || high === undefined || low === undefined ? {} : { open, high, low }
    return { time: this.time.subarray(0, this.length), line: this.line.subarray(0, this.length), ...candles, close: close ?? new Float64Array(0) }
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
