import type { FundingSeries, Millis, PriceKind, Series, Tape } from '../engine/index.ts'

/**
 * A tape whose columns lie in a blob. A blob crosses threads and goes into a database by reference: sending a million
 * bars costs the thread that sends them nothing.
 */
export interface PackedTape {
  readonly header: Omit<Tape, 'time' | 'jump' | 'series' | 'funding'>
  readonly ticks: number
  /** Of the ticks; of a tape of funding alone, of its payments. */
  readonly first: Millis
  readonly last: Millis
  readonly hasJumps: boolean
  readonly series: readonly { readonly instrument: string; readonly kind?: PriceKind; readonly hasCandles: boolean }[]
  /** Absent without any. */
  readonly funding?: readonly { readonly instrument: string; readonly payments: number }[]
  /** Doubles: time, then of each series open, high, low and close, or close alone, then of each funding time and rate; behind them the bytes of the jumps. */
  readonly columns: Blob
}

const DOUBLE = Float64Array.BYTES_PER_ELEMENT

export function packTape({ time, jump, series, funding, ...header }: Tape): PackedTape {
  const paid = funding?.flatMap((each) => [each.time, each.rate]) ?? []
  const clock = time.length > 0 ? time : (funding?.[0]?.time ?? time)
  const columns = [time, ...series.flatMap(columnsOf), ...paid, ...(jump === undefined ? [] : [jump])]
  return {
    header,
    ticks: time.length,
    first: clock[0] as number,
    last: clock.at(-1) as number,
    hasJumps: jump !== undefined,
    series: series.map(({ instrument, kind, open }) => ({ instrument, ...(kind === undefined ? {} : { kind }), hasCandles: open !== undefined })),
    ...(funding === undefined ? {} : { funding: funding.map((each) => ({ instrument: each.instrument, payments: each.time.length })) }),
    columns: new Blob(columns as BlobPart[]),
  }
}

/** The tape again; absent where the blob does not hold what the outline says. */
export async function unpackTape({ header, ticks, hasJumps, series, funding, columns }: PackedTape): Promise<Tape | undefined> {
  const doubles = 1 + series.reduce((sum, { hasCandles }) => sum + (hasCandles ? 4 : 1), 0)
  const paid = funding?.reduce((sum, { payments }) => sum + 2 * payments, 0) ?? 0
  if (columns.size !== ticks * (doubles * DOUBLE + (hasJumps ? 1 : 0)) + paid * DOUBLE) return undefined
  const buffer = await columns.arrayBuffer()
  let taken = 0
  const next = (length = ticks): Float64Array => {
    taken += length
    return new Float64Array(buffer, (taken - length) * DOUBLE, length)
  }
  const time = next()
  const unpacked = series.map(({ hasCandles, ...name }): Series => {
    if (!hasCandles) return { ...name, close: next() }
    return { ...name, open: next(), high: next(), low: next(), close: next() }
  })
  const payments = funding?.map((each): FundingSeries => ({ instrument: each.instrument, time: next(each.payments), rate: next(each.payments) }))
  return {
    ...header,
    time,
    ...(hasJumps ? { jump: new Uint8Array(buffer, taken * DOUBLE, ticks) } : {}),
    series: unpacked,
    ...(payments === undefined ? {} : { funding: payments }),
  }
}

function columnsOf({ open, high, low, close }: Series): readonly Float64Array[] {
  return open === undefined || high === undefined || low === undefined ? [close] : [open, high, low, close]
}
