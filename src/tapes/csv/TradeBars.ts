import type { ReadColumns, RowSink } from './BarColumns.ts'

interface Bar {
  start: number
  line: number
  high: number
  low: number
  /** Of the trades of the bar's earliest moment the first and the last in the file, and the same of its latest moment. */
  firstTime: number
  firstOfFirst: number
  lastOfFirst: number
  lastTime: number
  firstOfLast: number
  lastOfLast: number
}

/**
 * Single trades made into bars that begin at whole multiples of their length since 1970, UTC. A span without a trade is
 * no bar. Any order of the file will do; of trades in one millisecond the file's direction tells which came first.
 */
export class TradeBars implements RowSink {
  /** Trades taken. */
  trades = 0
  private readonly barMillis: number
  private readonly bars: Bar[] = []
  private readonly known = new Map<number, Bar>()
  private current: Bar | undefined
  private before = NaN
  private ups = 0
  private downs = 0

  constructor(barMillis: number) {
    this.barMillis = barMillis
  }

  get length(): number {
    return this.bars.length
  }

  add(time: number, line: number, prices: Float64Array): void {
    const price = prices[0] as number
    this.trades += 1
    if (time > this.before) this.ups += 1
    else if (time < this.before) this.downs += 1
    this.before = time
    const start = time - (time % this.barMillis)
    const bar = this.current?.start === start ? this.current : this.barAt(start, time, price, line)
    this.current = bar
    if (price > bar.high) bar.high = price
    if (price < bar.low) bar.low = price
    if (time < bar.firstTime) bar.firstOfFirst = price
    if (time <= bar.firstTime) {
      bar.firstTime = time
      bar.lastOfFirst = price
    }
    if (time > bar.lastTime) bar.firstOfLast = price
    if (time >= bar.lastTime) {
      bar.lastTime = time
      bar.lastOfLast = price
    }
  }

  read(): ReadColumns {
    const isDescending = this.downs > this.ups
    const column = (of: (bar: Bar) => number): Float64Array => Float64Array.from(this.bars, of)
    return {
      time: column((bar) => bar.start),
      line: Uint32Array.from(this.bars, (bar) => bar.line),
      open: column((bar) => (isDescending ? bar.lastOfFirst : bar.firstOfFirst)),
      high: column((bar) => bar.high),
      low: column((bar) => bar.low),
      close: column((bar) => (isDescending ? bar.firstOfLast : bar.lastOfLast)),
    }
  }

  private barAt(start: number, time: number, price: number, line: number): Bar {
    const known = this.known.get(start)
    if (known !== undefined) return known
    const bar: Bar = { start, line, high: price, low: price, firstTime: time, firstOfFirst: price, lastOfFirst: price, lastTime: time, firstOfLast: price, lastOfLast: price }
    this.known.set(start, bar)
    this.bars.push(bar)
    return bar
  }
}
