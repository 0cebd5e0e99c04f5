import { priceKey, type Series, type Tape } from '../../engine/index.ts'

/** So many ticks from the first on are the same in two tapes, prices, times and jumps; 0 where they are not of one kind. */
export function sharedTicks(a: Tape, b: Tape): number {
  if (a.barMillis !== b.barMillis || a.between !== b.between || a.candlePath !== b.candlePath || !isSameFunding(a, b) || a.series.length !== b.series.length) return 0
  let shared = sharedLength(a.time, b.time)
  for (const [i, series] of a.series.entries()) {
    const other = b.series[i]
    if (other === undefined || priceKey(series.instrument, series.kind) !== priceKey(other.instrument, other.kind)) return 0
    shared = Math.min(shared, sharedSeries(series, other))
  }
  return Math.min(shared, sharedJumps(a.jump, b.jump, shared))
}

function sharedSeries(a: Series, b: Series): number {
  const columns = (['open', 'high', 'low', 'close'] as const).map((name) => [a[name], b[name]] as const)
  if (columns.some(([one, other]) => (one === undefined) !== (other === undefined))) return 0
  return Math.min(...columns.map(([one, other]) => (one === undefined || other === undefined ? Number.POSITIVE_INFINITY : sharedLength(one, other))))
}

function sharedLength(a: Float64Array, b: Float64Array): number {
  const length = Math.min(a.length, b.length)
  if (a === b) return length
  for (let i = 0; i < length; i += 1) if (a[i] !== b[i]) return i
  return length
}

function sharedJumps(a: Uint8Array | undefined, b: Uint8Array | undefined, length: number): number {
  if (a === b) return length
  for (let i = 0; i < length; i += 1) if ((a?.[i] ?? 0) !== (b?.[i] ?? 0)) return i
  return length
}

function isSameFunding({ funding: a = [] }: Tape, { funding: b = [] }: Tape): boolean {
  if (a === b) return true
  return a.length === b.length && a.every((each, i) => {
    const other = b[i]
    return other !== undefined && each.instrument === other.instrument && isSameColumn(each.time, other.time) && isSameColumn(each.rate, other.rate)
  })
}

function isSameColumn(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && sharedLength(a, b) === a.length
}
