import { parseTapeSource } from '../../documents/scenario/parseTapeSource.ts'
import { ok, type Result, type Series, type Tape } from '../../engine/index.ts'
import { decimateTicks, log } from '../../kernel/index.ts'
import { tapeOfSource } from '../../sources/tapeOfSource.ts'
import type { TapeSupply } from '../../sources/TapeSupply.ts'
import { keptFile } from './keptFile.ts'
import type { LookedPoint, LookedSeries, PathLook, PathRequest } from './PathLook.ts'

/** Points of a line in the picture. */
const MOST_POINTS = 360
const YEAR = 365 * 86_400_000

/** The prices a source makes, small; or one line for each thing that keeps them from being made. */
export async function pathOf({ source, tape }: PathRequest, textOf: TapeSupply['textOf']): Promise<Result<PathLook, readonly string[]>> {
  const read = parseTapeSource(source)
  if (!read.ok) return read
  const made = await tapeOfSource(read.value, { textOf, fileOf: keptFile(tape) })
  return made.ok ? ok(lookOf(made.value)) : made
}

/** What is seen of a tape at a glance. */
export function lookOf(tape: Tape): PathLook {
  const { time, barMillis, series } = tape
  return {
    ticks: time.length,
    firstTime: time[0]!,
    lastTime: time[time.length - 1]!,
    barMillis,
    hasCandles: series.some(({ open }) => open !== undefined),
    series: series.map((each) => looked(tape, each)),
  }
}

function looked(tape: Tape, series: Series): LookedSeries {
  const { close, open, high = close, low = close } = series
  return {
    instrument: series.instrument,
    kind: series.kind ?? 'mark',
    decimals: decimalsOf(close),
    first: (open ?? close)[0]!,
    last: close[close.length - 1]!,
    lowest: low.reduce((least, price) => (price < least ? price : least)),
    highest: high.reduce((most, price) => (price > most ? price : most)),
    volatility: realizedVolatility(tape, series),
    points: pointsOf(tape, series),
  }
}

/**
 * √(Σ r² / T): the logarithmic returns of the closes, squared and summed, over the years they span. The mean is taken as
 * zero, as it is for a realised variance (Andersen, Bollerslev, Diebold and Labys 2003). Of candles the first return is from the open.
 */
export function realizedVolatility({ time, barMillis }: Pick<Tape, 'time' | 'barMillis'>, { open, close }: Series): number | undefined {
  let sum = 0
  let before = open?.[0]
  for (const price of close) {
    if (!(price > 0) || (before !== undefined && !(before > 0))) return undefined
    const change = before === undefined ? 0 : log(price / before)
    sum += change * change
    before = price
  }
  const span = time[time.length - 1]! - time[0]! + (open === undefined ? 0 : barMillis)
  return span > 0 ? Math.sqrt((sum * YEAR) / span) : undefined
}

function pointsOf({ jump }: Tape, { close, high, low }: Series): readonly LookedPoint[] {
  const last = close.length - 1
  const columns = high === undefined || low === undefined ? [close] : [low, high]
  const ticks = decimateTicks({ columns, kept: jumpsOf(jump), last, most: MOST_POINTS })
  return [...ticks].map((tick) => ({ tick, price: extreme(tick, { close, high, low }, last), ...(jump?.[tick] === 1 ? { isJump: true } : {}) }))
}

/** The tick before a jump too, so that the line ends where it broke off. */
function jumpsOf(jump: Uint8Array | undefined): readonly number[] {
  return jump === undefined ? [] : [...jump].flatMap((isJump, tick) => (isJump === 1 && tick > 0 ? [tick - 1, tick] : []))
}

/** Of a candle the end that is further from where it opened: the picture shows how far prices went. */
function extreme(tick: number, { close, high, low }: Pick<Series, 'close'> & { readonly high: Float64Array | undefined; readonly low: Float64Array | undefined }, last: number): number {
  const end = close[tick]!
  if (high === undefined || low === undefined || tick === 0 || tick === last) return end
  return high[tick]! - end > end - low[tick]! ? high[tick]! : low[tick]!
}

/** Of the prices that are shown. */
function decimalsOf(close: Float64Array): number {
  let most = 0
  for (const price of close.subarray(0, 500)) most = Math.max(most, (String(price).split('.')[1] ?? '').length)
  return Math.min(most, 12)
}
