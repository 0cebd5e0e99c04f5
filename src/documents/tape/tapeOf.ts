import { priceKey, type Series, type Tape } from '../../engine/index.ts'
import type { PathKey, Problem } from '../Problem.ts'
import { DEFAULT_BAR_MILLIS, DEFAULT_START } from './defaultClock.ts'
import type { SeriesDocument, TapeColumns } from './TapeDocument.ts'


export interface TapeReading {
  /** Absent when there are problems. */
  readonly tape: Tape | undefined
  readonly problems: readonly Problem[]
}

/** Validated columns as the engine's tape; refuses what cannot be played. */
export function tapeOf(columns: TapeColumns, path: readonly PathKey[]): TapeReading {
  const ticks = columns.series[0]?.close.length ?? 0
  const problems: Problem[] = []
  const report = (key: readonly PathKey[], message: string): void => {
    problems.push({ path: [...path, ...key], message })
  }
  if (ticks === 0) report(['series', 0, 'close'], 'at least one price was expected')
  columns.series.forEach((series, index) => checkSeries(series, ticks, (key, message) => report(['series', index, ...key], message)))
  checkTwice(columns.series, report)
  if (columns.time !== undefined && columns.time.length !== ticks) {
    report(['time'], `${ticks} moments were expected, as many as prices; ${columns.time.length} were given`)
  }
  checkFunding(columns, report)
  columns.jumps?.forEach((tick, index) => {
    if (tick >= ticks) report(['jumps', index], `the tape has ticks 0 to ${ticks - 1}; there is no ${tick}`)
  })
  return { tape: problems.length > 0 ? undefined : built(columns, ticks), problems }
}

type Report = (key: readonly PathKey[], message: string) => void

function checkTwice(series: readonly SeriesDocument[], report: Report): void {
  const seen = new Set<string>()
  series.forEach(({ instrument, kind }, index) => {
    const key = priceKey(instrument, kind)
    if (seen.has(key)) report(['series', index, 'instrument'], `${key === instrument ? instrument : `the ${kind} of ${instrument}`} is there twice`)
    seen.add(key)
  })
  series.forEach(({ instrument, kind }, index) => {
    if (!seen.has(instrument)) report(['series', index, 'kind'], `the ${kind} of ${instrument} stands beside its mark; add a series of its mark, or leave "kind" out`)
  })
}

function checkFunding({ funding = [], series }: TapeColumns, report: Report): void {
  const symbols = new Set(series.map(({ instrument }) => instrument))
  const seen = new Set<string>()
  funding.forEach(({ instrument, time, rate }, index) => {
    if (!symbols.has(instrument)) report(['funding', index, 'instrument'], `there are no prices of ${instrument}; the tape has ${[...symbols].join(', ')}`)
    if (seen.has(instrument)) report(['funding', index, 'instrument'], `the funding of ${instrument} is there twice`)
    seen.add(instrument)
    if (time.length !== rate.length) report(['funding', index, 'rate'], `${time.length} rates were expected, as many as moments; ${rate.length} were given`)
  })
}

function checkSeries(series: SeriesDocument, ticks: number, report: Report): void {
  for (const name of COLUMNS) {
    const column = series[name]
    if (column !== undefined && column.length !== ticks) {
      report([name], `${ticks} prices were expected, as many as in the first series; ${column.length} were given`)
    }
  }
  const { open, high, low, close } = series
  if (open === undefined && high === undefined && low === undefined) return
  if (open === undefined || high === undefined || low === undefined) {
    report([], 'a bar has open, high, low and close; give all of them, or close alone')
    return
  }
  for (let tick = 0; tick < close.length; tick += 1) checkBar({ open, high, low, close }, tick, report)
}

const COLUMNS = ['open', 'high', 'low', 'close'] as const

function checkBar(bars: Record<(typeof COLUMNS)[number], Float64Array>, tick: number, report: Report): void {
  const [open, high, low, close] = COLUMNS.map((name) => bars[name][tick])
  if (open === undefined || high === undefined || low === undefined || close === undefined) return
  const top = Math.max(open, low, close)
  const bottom = Math.min(open, high, close)
  if (high < top) report(['high', tick], `the high ${high} is below ${top}, another price of the same bar`)
  if (low > bottom) report(['low', tick], `the low ${low} is above ${bottom}, another price of the same bar`)
}

function built(columns: TapeColumns, ticks: number): Tape {
  const barMillis = columns.barMillis ?? DEFAULT_BAR_MILLIS
  const start = columns.start ?? DEFAULT_START
  return {
    id: columns.id ?? 'inline',
    title: columns.title ?? 'Prices from a document',
    source: columns.source ?? 'written in the document',
    time: columns.time ?? Float64Array.from({ length: ticks }, (_, tick) => start + tick * barMillis),
    barMillis,
    between: columns.between ?? 'path',
    candlePath: columns.candlePath ?? 'nearest-extreme',
    ...(columns.jumps === undefined ? {} : { jump: jumpFlags(columns.jumps, ticks) }),
    series: columns.series.map(seriesOf),
    ...(columns.funding === undefined || columns.funding.length === 0 ? {} : { funding: columns.funding.map(({ instrument, time, rate }) => ({ instrument, time, rate })) }),
  }
}

function jumpFlags(jumps: readonly number[], ticks: number): Uint8Array {
  const flags = new Uint8Array(ticks)
  for (const tick of jumps) flags[tick] = 1
  return flags
}

function seriesOf({ instrument, kind, open, high, low, close }: SeriesDocument): Series {
  const name = { instrument, ...(kind === undefined || kind === 'mark' ? {} : { kind }) }
  if (open === undefined || high === undefined || low === undefined) return { ...name, close }
  return { ...name, open, high, low, close }
}
