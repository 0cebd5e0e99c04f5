import { type FundingSeries, type Millis, ofPriceKey, ok, priceKey, type PriceKind, refused, type Result, type Series, type Tape } from '../engine/index.ts'
import { commonClock } from './commonClock.ts'
import { spanText } from './spanText.ts'
import type { TapeRefusal } from './TapeRefusal.ts'
import { utcText } from './utcText.ts'

export interface MergedTape {
  readonly tape: Tape
  /** Instruments that had no bar at some ticks; there they stand still at their last close. */
  readonly filled: readonly FilledBars[]
}

export interface FilledBars {
  readonly instrument: string
  /** `mark` unless said. */
  readonly kind?: PriceKind
  readonly bars: number
  /** The first tick without a bar of its own. */
  readonly first: Millis
}

/**
 * Several tapes on one clock: all their times inside the period they share. A missing bar means that nothing traded: the
 * instrument stands still at its last close, and the bar is counted in `filled`; nothing is interpolated.
 * Beside candles, a tape of closes becomes candles that open at the close before. Funding stands beside the clock with times
 * of its own; a tape may hold nothing else.
 */
export function mergeTapes(all: readonly Tape[], header?: { readonly id: string; readonly title: string }): Result<MergedTape, TapeRefusal> {
  const tapes = all.filter(({ series: { length } }) => length > 0)
  const [first] = tapes
  if (all.length === 0) return refused({ code: 'no-tapes', message: 'No price files were chosen. Add at least one.' })
  const refusal = mergeRefusal(all) ?? fundingApart(all, tapes)
  if (refusal !== undefined || first === undefined) return refused(refusal ?? ONLY_FUNDING)
  const time = commonClock(tapes.map((tape) => tape.time))
  const candles = tapes.some((tape) => tape.series.some((series) => series.open !== undefined))
  const funding = all.flatMap((each) => each.funding ?? [])
  const filled: FilledBars[] = []
  const series = tapes.flatMap((tape) => {
    const ticks = ticksOn(time, tape.time)
    const missing = ticks.own.indexOf(0)
    const bars = ticks.own.reduce((count, own) => count + (1 - own), 0)
    return tape.series.map((one) => {
      if (missing >= 0) filled.push({ ...nameOfSeries(one), bars, first: time[missing] as number })
      return placed(one, ticks, candles)
    })
  })
  const jump = mergedJumps(tapes, time)
  return ok({
    tape: {
      id: header?.id ?? tapes.map((tape) => tape.id).join('+'),
      title: header?.title ?? tapes.map((tape) => tape.title).join(', '),
      source: [...new Set(all.map((tape) => tape.source))].join('; '),
      time,
      barMillis: first.barMillis,
      between: first.between,
      candlePath: candles ? candlePathOf(tapes) : 'close-only',
      ...(jump === undefined ? {} : { jump }),
      series,
      ...(funding.length === 0 ? {} : { funding }),
    },
    filled,
  })
}

/** The one that all candles are played by, else the usual one. */
function candlePathOf(tapes: readonly Tape[]): Tape['candlePath'] {
  const paths = new Set(tapes.map((tape) => tape.candlePath).filter((path) => path !== 'close-only'))
  const [path] = paths
  return paths.size === 1 && path !== undefined ? path : 'nearest-extreme'
}

type SeriesName = Pick<Series, 'instrument' | 'kind'>

/** As much of a tape as tells whether it goes together with others: of its times the first and the last count. */
export interface TapeOutline extends Pick<Tape, 'time' | 'barMillis' | 'between'> {
  readonly series: readonly SeriesName[]
  readonly funding?: readonly Pick<FundingSeries, 'instrument'>[] | undefined
}

/** Why tapes do not go on one clock, or absent. Looks at names, bar sizes and ranges only, so it costs nothing. */
export function mergeRefusal(all: readonly TapeOutline[]): TapeRefusal | undefined {
  const tapes = all.filter(({ series }) => series.length > 0)
  if (all.length > 0 && tapes.length === 0) return ONLY_FUNDING
  return sameInstrument(tapes) ?? markMissing(tapes) ?? fundingRefusal(all) ?? differentBars(tapes) ?? differentPlay(tapes) ?? noOverlap(tapes)
}

const ONLY_FUNDING: TapeRefusal = { code: 'no-mark', message: 'There is funding but no prices. Add a file with the prices of the same instrument.' }

/** Funding is of an instrument that has prices, once. [F5] */
function fundingRefusal(tapes: readonly TapeOutline[]): TapeRefusal | undefined {
  const paid = tapes.flatMap(({ funding }) => funding?.map(({ instrument }) => instrument) ?? [])
  const twice = paid.find((name, i) => paid.indexOf(name) !== i)
  if (twice !== undefined) return { code: 'same-instrument', message: `Two files are both the funding of ${twice}. Give one of them another instrument, or remove it.` }
  const priced = [...new Set(tapes.flatMap(keysOf))]
  const lone = paid.find((name) => !priced.includes(name))
  if (lone === undefined) return undefined
  return { code: 'no-mark', message: `There is funding of ${lone} but no prices of it; there are prices of ${priced.join(', ')}. Give the funding the name of one of them, add a file with the prices of ${lone}, or remove it.` }
}

function fundingApart(all: readonly Tape[], tapes: readonly Tape[]): TapeRefusal | undefined {
  const clock = Float64Array.of(Math.max(...tapes.map(({ time }) => time[0] as number)), Math.min(...tapes.map((tape) => (tape.time.at(-1) as number) + tape.barMillis)))
  const isApart = ({ time }: FundingSeries): boolean => !time.some((at) => at >= (clock[0] as number) && at <= (clock[1] as number))
  const apart = all.flatMap(({ funding }) => funding ?? []).find(isApart)
  if (apart === undefined) return undefined
  const { instrument, time } = apart
  const range = (of: Float64Array): string => (of.length === 0 ? 'nothing' : `${utcText(of[0] as number)} to ${utcText(of.at(-1) as number)}`)
  return { code: 'no-overlap', message: `The funding of ${instrument} (${range(time)}) and the prices (${range(clock)}) have no time in common. Choose files that overlap, or remove the funding.` }
}

function sameInstrument(tapes: readonly TapeOutline[]): TapeRefusal | undefined {
  const names = tapes.flatMap(keysOf)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice === undefined) return undefined
  const message = `Two files are both ${keyWords(twice)}. Give one of them another name, set it to another price of the same instrument, or remove it.`
  return { code: 'same-instrument', message }
}

/** Margin and PnL stand on the mark: an index or last price comes beside one. [K4] */
function markMissing(tapes: readonly TapeOutline[]): TapeRefusal | undefined {
  const names = new Set(tapes.flatMap(keysOf))
  const lone = [...names].find((name) => !names.has(ofPriceKey(name).instrument))
  if (lone === undefined) return undefined
  const { instrument } = ofPriceKey(lone)
  return { code: 'no-mark', message: `There is ${keyWords(lone)} but no mark of it. Set this file to mark, or add one with the mark of ${instrument}.` }
}

function keysOf({ series }: TapeOutline): readonly string[] {
  return series.map(({ instrument, kind }) => priceKey(instrument, kind))
}

function keyWords(key: string): string {
  const { instrument, kind } = ofPriceKey(key)
  return kind === 'mark' ? `called ${instrument}` : `the ${kind} price of ${instrument}`
}

function differentBars(tapes: readonly TapeOutline[]): TapeRefusal | undefined {
  const [one] = tapes
  const other = tapes.find((tape) => tape.barMillis !== one?.barMillis)
  if (one === undefined || other === undefined) return undefined
  const message = `${nameOf(one)} has bars of ${spanText(one.barMillis)}, ${nameOf(other)} of ${spanText(other.barMillis)}. Files on one clock need the same bar size; load them at the same one.`
  return { code: 'bar-size', message }
}

function differentPlay(tapes: readonly TapeOutline[]): TapeRefusal | undefined {
  const [one] = tapes
  const other = tapes.find((tape) => tape.between !== one?.between)
  if (one === undefined || other === undefined) return undefined
  const [path, jump] = one.between === 'path' ? [one, other] : [other, one]
  const message = `${nameOf(path)} moves between its bars, ${nameOf(jump)} exists at its points only. Set both to the same before combining them.`
  return { code: 'between', message }
}

function noOverlap(tapes: readonly TapeOutline[]): TapeRefusal | undefined {
  const late = tapes.reduce((a, b) => ((b.time[0] as number) > (a.time[0] as number) ? b : a))
  const early = tapes.reduce((a, b) => ((b.time.at(-1) as number) < (a.time.at(-1) as number) ? b : a))
  if ((late.time[0] as number) <= (early.time.at(-1) as number)) return undefined
  const message = `${rangeOf(early)} and ${rangeOf(late)} have no time in common. Choose files that overlap.`
  return { code: 'no-overlap', message }
}

function rangeOf(tape: TapeOutline): string {
  return `${nameOf(tape)} (${utcText(tape.time[0] as number)} to ${utcText(tape.time.at(-1) as number)})`
}

function nameOf(tape: TapeOutline): string {
  return keysOf(tape).join(', ')
}

function nameOfSeries({ instrument, kind }: Series): SeriesName {
  return { instrument, ...(kind === undefined ? {} : { kind }) }
}

interface Ticks {
  /** For every tick of the clock the tape's last tick at or before it. */
  readonly at: Int32Array
  /** 1 where the tape has a tick of its own. */
  readonly own: Uint8Array
}

function ticksOn(clock: Float64Array, time: Float64Array): Ticks {
  const at = new Int32Array(clock.length)
  const own = new Uint8Array(clock.length)
  let tick = 0
  for (let i = 0; i < clock.length; i++) {
    while (tick + 1 < time.length && (time[tick + 1] as number) <= (clock[i] as number)) tick += 1
    at[i] = tick
    own[i] = time[tick] === clock[i] ? 1 : 0
  }
  return { at, own }
}

function placed(series: Series, ticks: Ticks, candles: boolean): Series {
  const n = ticks.at.length
  const close = new Float64Array(n)
  for (let i = 0; i < n; i++) close[i] = series.close[ticks.at[i] as number] as number
  if (!candles) return { ...nameOfSeries(series), close }
  const open = new Float64Array(n)
  const high = new Float64Array(n)
  const low = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const at = ticks.at[i] as number
    const own = ticks.own[i] === 1
    const before = i === 0 ? (close[0] as number) : (close[i - 1] as number)
    const opening = own ? (series.open?.[at] ?? before) : (close[i] as number)
    open[i] = opening
    high[i] = own && series.high !== undefined ? (series.high[at] as number) : Math.max(opening, close[i] as number)
    low[i] = own && series.low !== undefined ? (series.low[at] as number) : Math.min(opening, close[i] as number)
  }
  return { ...nameOfSeries(series), open, high, low, close }
}

/** A tick is reached by a jump where any of the tapes says so. */
function mergedJumps(tapes: readonly Tape[], clock: Float64Array): Uint8Array | undefined {
  if (tapes.every((tape) => tape.jump === undefined)) return undefined
  const jump = new Uint8Array(clock.length)
  for (const tape of tapes) {
    if (tape.jump === undefined) continue
    const { at, own } = ticksOn(clock, tape.time)
    for (let i = 1; i < clock.length; i++) if (own[i] === 1 && tape.jump[at[i] as number] === 1) jump[i] = 1
  }
  return jump
}
