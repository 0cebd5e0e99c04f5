import { priceKey, type Series, type Tape } from '../engine/index.ts'
import type { TapeOutline } from './mergeTapes.ts'

/**
 * Tapes of one price of one instrument that follow each other in time put behind each other, as the monthly files of an
 * exchange; all others as they are. Tapes that overlap stay apart, to be refused by name. Funding is joined the same way;
 * of a payment that is in two files the later file's counts.
 */
export function joinTapes(tapes: readonly Tape[]): readonly Tape[] {
  return grouped(tapes, keyOf).map((group) => (group.length === 1 ? (group[0] as Tape) : joined(group)))
}

/** The same of what is known of tapes without their columns. */
export function joinOutlines(outlines: readonly TapeOutline[]): readonly TapeOutline[] {
  const paid = new Set<string>()
  const once = outlines.filter(({ series, funding }) => {
    const name = series.length === 0 ? funding?.[0]?.instrument : undefined
    if (name === undefined) return true
    if (paid.has(name)) return false
    paid.add(name)
    return true
  })
  return grouped(once, (outline) => (outline.series.length === 0 ? undefined : seriesKey(outline))).map((group) => {
    const [first] = group as [TapeOutline]
    return group.length === 1 ? first : { ...first, time: Float64Array.of(first.time[0] as number, group.at(-1)?.time.at(-1) as number) }
  })
}

function keyOf(tape: Tape): string | undefined {
  const [funding] = tape.funding ?? []
  if (tape.series.length === 0 && tape.funding?.length === 1 && funding !== undefined) return `${funding.instrument}#funding`
  return tape.funding === undefined || tape.funding.length === 0 ? seriesKey(tape) : undefined
}

/** What has to agree: which price, how long the bars are, candles or closes, how it is played. */
function seriesKey({ series, barMillis, between }: TapeOutline & { readonly series: readonly Pick<Series, 'instrument' | 'kind' | 'open'>[] }): string | undefined {
  const [only] = series
  if (series.length !== 1 || only === undefined) return undefined
  return `${priceKey(only.instrument, only.kind)} ${barMillis} ${between}`
}

/** Runs of tapes of one key in the order of time, each beginning behind the end of the one before; the runs in the order of their first members. */
function grouped<T extends Pick<Tape, 'time'>>(tapes: readonly T[], key: (tape: T) => string | undefined): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  tapes.forEach((tape, index) => {
    const name = key(tape) ?? `\u0000${index}`
    groups.set(name, [...(groups.get(name) ?? []), tape])
  })
  return [...groups.values()].flatMap((group) => {
    const inOrder = group.toSorted((a, b) => (a.time[0] ?? 0) - (b.time[0] ?? 0))
    return inOrder.every((tape, i) => i === 0 || (tape.time[0] ?? Infinity) > (inOrder[i - 1]?.time.at(-1) ?? -Infinity)) ? [inOrder] : group.map((tape) => [tape])
  })
}

function joined(group: readonly Tape[]): Tape {
  return group[0]?.series.length === 0 ? joinedFunding(group) : joinedSeries(group)
}

function joinedSeries(group: readonly Tape[]): Tape {
  const [first] = group as [Tape]
  const [name] = first.series as [Series]
  const all = group.map(({ series }) => series[0] as Series)
  const candles = all.every(({ open }) => open !== undefined)
  const column = (of: (series: Series) => Float64Array | undefined): Float64Array => chained(all.map((series) => of(series) ?? new Float64Array(0)))
  const prices = candles ? { open: column(({ open }) => open), high: column(({ high }) => high), low: column(({ low }) => low), close: column(({ close }) => close) } : { close: column(({ close }) => close) }
  const time = chained(group.map((tape) => tape.time))
  const jump = candles ? undefined : joinedJumps(group, time)
  const { jump: _, ...rest } = first
  return {
    ...rest,
    source: sourcesOf(group),
    time,
    candlePath: candles ? first.candlePath : 'close-only',
    ...(jump === undefined ? {} : { jump }),
    series: [{ instrument: name.instrument, ...(name.kind === undefined ? {} : { kind: name.kind }), ...prices }],
  }
}

/** Those of the tapes, and one at each seam, and between candles that become closes, where a bar is left out. */
function joinedJumps(group: readonly Tape[], time: Float64Array): Uint8Array | undefined {
  const jump = new Uint8Array(time.length)
  let start = 0
  for (const tape of group) {
    if (tape.jump !== undefined) jump.set(tape.jump, start)
    const end = start + tape.time.length
    const looked = tape.series[0]?.open === undefined ? Math.min(start + 1, end) : end
    for (let tick = Math.max(1, start); tick < looked; tick++) if ((time[tick] as number) - (time[tick - 1] as number) > 1.5 * tape.barMillis) jump[tick] = 1
    start = end
  }
  return jump.includes(1) ? jump : undefined
}

function joinedFunding(group: readonly Tape[]): Tape {
  const [first] = group as [Tape]
  const payments = new Map<number, number>()
  for (const { funding = [] } of group) for (const { time, rate } of funding) for (let i = 0; i < time.length; i++) payments.set(time[i] as number, rate[i] as number)
  const inOrder = [...payments].toSorted(([a], [b]) => a - b)
  const series = { instrument: first.funding?.[0]?.instrument ?? '', time: Float64Array.from(inOrder, ([time]) => time), rate: Float64Array.from(inOrder, ([, rate]) => rate) }
  return { ...first, source: sourcesOf(group), funding: [series] }
}

function sourcesOf(group: readonly Tape[]): string {
  return [...new Set(group.map(({ source }) => source))].join('; ')
}

function chained(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const column of columns) {
    all.set(column, at)
    at += column.length
  }
  return all
}
