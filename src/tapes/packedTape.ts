import type { Millis, PriceKind, Series, Tape } from '../engine/index.ts'

/**
 * A tape whose columns lie in a blob. A blob crosses threads and goes into a database by reference: sending a million
 * bars costs the thread that sends them nothing.
 */
export interface PackedTape {
  readonly header: Omit<Tape, 'time' | 'jump' | 'series'>
  readonly ticks: number
  readonly first: Millis
  readonly last: Millis
  readonly hasJumps: boolean
  readonly series: readonly { readonly instrument: string; readonly kind?: PriceKind; readonly hasCandles: boolean }[]
  /** Doubles: time, then of each series open, high, low and close, or close alone; behind them the bytes of the jumps. */
  readonly columns: Blob
}

const DOUBLE = Float64Array.BYTES_PER_ELEMENT

export function packTape({ time, jump, series, ...header }: Tape): PackedTape {
  const columns = [time, ...series.flatMap(columnsOf), ...(jump === undefined ? [] : [jump])]
  return {
    header,
    ticks: time.length,
    first: time[0] as number,
    last: time.at(-1) as number,
    hasJumps: jump !== undefined,
    series: series.map(({ instrument, kind, open }) => ({ instrument, ...(kind === undefined ? {} : { kind }), hasCandles: open !== undefined })),
    columns: new Blob(columns as BlobPart[]),
  }
}

/** The tape again; absent where the blob does not hold what the outline says. */
export async function unpackTape({ header, ticks, hasJumps, series, columns }: PackedTape): Promise<Tape | undefined> {
  const doubles = 1 + series.reduce((sum, { hasCandles }) => sum + (hasCandles ? 4 : 1), 0)
  if (columns.size !== ticks * (doubles * DOUBLE + (hasJumps ? 1 : 0))) return undefined
  const buffer = await columns.arrayBuffer()
  let taken = 0
  const next = (): Float64Array => {
    taken += 1
    return new Float64Array(buffer, (taken - 1) * ticks * DOUBLE, ticks)
  }
  const time = next()
  const unpacked = series.map(({ hasCandles, ...name }): Series => {
    if (!hasCandles) return { ...name, close: next() }
    return { ...name, open: next(), high: next(), low: next(), close: next() }
  })
  return { ...header, time, ...(hasJumps ? { jump: new Uint8Array(buffer, doubles * ticks * DOUBLE, ticks) } : {}), series: unpacked }
}

function columnsOf({ open, high, low, close }: Series): readonly Float64Array[] {
  return open === undefined || high === undefined || low === undefined ? [close] : [open, high, low, close]
}
