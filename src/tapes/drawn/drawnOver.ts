import { ok, refused, type Result, type Series, type Tape } from '../../engine/index.ts'
import { decimalsSeen } from '../columns/decimalsSeen.ts'
import { fifteenDigits, fromUnits, POWERS_OF_TEN } from '../columns/priceDigits.ts'
import type { DrawnPath, DrawnRefusal, Drawing } from './Drawing.ts'
import { straightLine } from './straightLine.ts'

/**
 * A tape with lines drawn over it. From the bar of its first point to that of its last a line replaces the mark of its
 * instrument: straight from point to point, rounded half up to its decimals [S30]; a candle opens where the one before
 * closed and has no wicks [S31]. Every other kind of the instrument's price moves by the same difference [S32]. All else
 * stays as it was, byte for byte [S33].
 */
export function drawnOver(base: Tape, drawing: Drawing): Result<Tape, DrawnRefusal> {
  const problem = problemOf(base, drawing)
  if (problem !== undefined) return refused(problem)
  const jumps = new Set(drawing.jumps)
  let series = base.series
  for (const line of drawing.lines) series = drawnLine(series, line, jumps)
  const jump = jumpsOf(base, drawing)
  const { jump: _jump, ...rest } = base
  return ok({
    ...rest,
    id: `drawn-${base.id}`,
    title: `Drawn over: ${base.title}`,
    source: `Drawn by hand over: ${base.source}`,
    ...(jump === undefined ? {} : { jump }),
    series,
  })
}

function problemOf({ series, time }: Tape, { lines, jumps = [] }: Drawing): DrawnRefusal | undefined {
  const marks = series.filter(({ kind = 'mark' }) => kind === 'mark')
  for (const [index, line] of lines.entries()) {
    const at = `lines[${index}]`
    const mark = marks.find(({ instrument }) => instrument === line.instrument)
    if (mark === undefined) return { at: `${at}.symbol`, message: `the prices drawn over have no ${line.instrument}; they have ${marks.map(({ instrument }) => instrument).join(', ')}` }
    const late = line.points.findIndex(([tick]) => tick >= time.length)
    if (late >= 0) return { at: `${at}.points[${late}]`, message: `the prices drawn over end with tick ${time.length - 1}; there is no ${line.points[late]?.[0]}` }
    const digits = digitsProblem(line, decimalsOf(line, mark))
    if (digits !== undefined) return { at: `${at}.${digits.at}`, message: digits.message }
  }
  const loose = jumps.findIndex((tick) => !lines.some((line) => isDrawn(line, tick)))
  return loose < 0 ? undefined : { at: `jumps[${loose}]`, message: `nothing is drawn at tick ${jumps[loose]}; only what is drawn jumps here` }
}

function digitsProblem({ points }: DrawnPath, decimals: number): DrawnRefusal | undefined {
  for (const [index, [, price]] of points.entries()) {
    if (decimalsSeen([Float64Array.of(price)]) > decimals) return { at: `points[${index}]`, message: `${price} has more than ${decimals} decimal places; say so in "decimals", or round it` }
    if (Math.abs(price) * (POWERS_OF_TEN[decimals] ?? 1) >= 1e15) return { at: `points[${index}]`, message: `${price} with ${decimals} decimal places has more than 15 digits; say fewer in "decimals"` }
  }
  return undefined
}

function decimalsOf(line: DrawnPath, { open, high, low, close }: Series): number {
  if (line.decimals !== undefined) return line.decimals
  const prices = Float64Array.from(line.points, ([, price]) => price)
  const most = prices.reduce((size, price) => Math.max(size, Math.abs(price)), 0)
  // Averages of many digits leave no room for a price that is larger than they are.
  const room = POWERS_OF_TEN.findLastIndex((power) => most * power < 1e15)
  return Math.min(Math.max(decimalsSeen([open, high, low, close]), decimalsSeen([prices])), Math.max(0, room))
}

function isDrawn({ points }: DrawnPath, tick: number): boolean {
  return tick >= (points[0]?.[0] ?? Infinity) && tick <= (points.at(-1)?.[0] ?? -1)
}

function drawnLine(series: readonly Series[], line: DrawnPath, jumps: ReadonlySet<number>): readonly Series[] {
  const mark = series.find(({ instrument, kind = 'mark' }) => instrument === line.instrument && kind === 'mark')
  const first = line.points[0]?.[0]
  if (mark === undefined || first === undefined) return series
  const closes = closesOf(line, decimalsOf(line, mark))
  return series.map((each) => {
    if (each.instrument !== line.instrument) return each
    const drawn = each === mark ? closes : closes.map((close, i) => moved(each.close[first + i] as number, close, mark.close[first + i] as number))
    return replaced(each, { first, closes: drawn, jumps })
  })
}

/** One close a bar, from the first point to the last. */
function closesOf({ points }: DrawnPath, decimals: number): Float64Array {
  const first = points[0]?.[0] ?? 0
  const closes = new Float64Array((points.at(-1)?.[0] ?? first) - first + 1)
  const power = POWERS_OF_TEN[decimals] as number
  points.forEach(([tick, price], index) => {
    const [before, from] = points[index - 1] ?? [tick - 1, price]
    const a = Math.round(from * power)
    const b = Math.round(price * power)
    for (let k = 1; k <= tick - before; k++) closes[before + k - first] = fromUnits(straightLine(a, b, k, tick - before), decimals)
  })
  return closes
}

/** other + (to − from), in the decimals they have. */
function moved(other: number, to: number, from: number): number {
  const decimals = decimalsSeen([Float64Array.of(other, to, from)])
  const power = POWERS_OF_TEN[decimals] as number
  const units = Math.round(other * power) + Math.round(to * power) - Math.round(from * power)
  return Math.abs(units) < 1e15 ? fromUnits(units, decimals) : fifteenDigits(other + (to - from))
}

function replaced(series: Series, { first, closes, jumps }: { readonly first: number; readonly closes: Float64Array; readonly jumps: ReadonlySet<number> }): Series {
  const close = series.close.slice()
  close.set(closes, first)
  if (series.open === undefined || series.high === undefined || series.low === undefined) return { ...series, close }
  const candles = { open: series.open.slice(), high: series.high.slice(), low: series.low.slice() }
  for (let tick = first; tick < first + closes.length; tick++) {
    const end = close[tick] as number
    // Nothing closed before the first bar of all: it opens where it closes.
    const open = jumps.has(tick) || tick === 0 ? end : (close[tick - 1] as number)
    candles.open[tick] = open
    candles.high[tick] = Math.max(open, end)
    candles.low[tick] = Math.min(open, end)
  }
  return { ...series, ...candles, close }
}

/** Jumps that were there stay for what is not drawn, and where the clock has a gap; a line drawn in every market goes through them. [S34] */
function jumpsOf(base: Tape, { lines, jumps = [] }: Drawing): Uint8Array | undefined {
  if (base.jump === undefined && jumps.length === 0) return undefined
  const flags = base.jump?.slice() ?? new Uint8Array(base.time.length)
  const symbols = [...new Set(base.series.map(({ instrument }) => instrument))]
  flags.forEach((flag, tick) => {
    if (flag === 0 || (base.time[tick] as number) - (base.time[tick - 1] ?? 0) > 1.5 * base.barMillis) return
    if (symbols.every((symbol) => lines.some((line) => line.instrument === symbol && isDrawn(line, tick)))) flags[tick] = 0
  })
  for (const tick of jumps) flags[tick] = 1
  return flags
}
