/** A point of a line that is drawn: a whole tick and a value. */
export type DrawPoint = readonly [tick: number, value: number]

/** Ascending by tick, no tick twice. It begins where its anchor stands, which is no point of it. */
export type DrawPath = readonly DrawPoint[]

/** The value a line may have nearest to one: on the tick size. */
export type Snap = (value: number) => number

/** Points of a stroke of the hand: samples go to their nearest ticks, and the last one at a tick counts. */
export function strokePoints(samples: readonly DrawPoint[], [first, last]: DrawPoint, snap: Snap): DrawPath {
  const at = new Map<number, number>()
  for (const [tick, value] of samples) {
    const whole = Math.round(tick)
    if (whole >= first && whole <= last) at.set(whole, snap(value))
  }
  return [...at].toSorted(([a], [b]) => a - b)
}

/** The path with a stroke in place of what it had from the stroke's first tick to its last. */
export function withStroke(path: DrawPath, stroke: DrawPath): DrawPath {
  const from = stroke[0]?.[0]
  const to = stroke.at(-1)?.[0]
  if (from === undefined || to === undefined) return path
  return [...path.filter(([tick]) => tick < from), ...stroke, ...path.filter(([tick]) => tick > to)]
}

export function withPoint(path: DrawPath, point: DrawPoint): DrawPath {
  return withStroke(path, [point])
}

export function withoutPoint(path: DrawPath, tick: number): DrawPath {
  return path.filter(([at]) => at !== tick)
}

/** A point moved, at most to its neighbours: points never pass each other. */
export function withMoved(path: DrawPath, index: number, [tick, value]: DrawPoint, [first, last]: DrawPoint): DrawPath {
  const least = (path[index - 1]?.[0] ?? first - 1) + 1
  const most = (path[index + 1]?.[0] ?? last + 1) - 1
  return path.map((point, i) => (i === index ? [Math.max(least, Math.min(most, Math.round(tick))), value] : point))
}

/** The value of the line at a tick: straight between points, from the anchor on; after the last point that of the last. */
export function valueOn(path: DrawPath, anchor: DrawPoint, tick: number): number {
  let before = anchor
  for (const point of path) {
    if (point[0] === tick) return point[1]
    if (point[0] > tick) return before[1] + ((point[1] - before[1]) * (tick - before[0])) / (point[0] - before[0])
    before = point
  }
  return before[1]
}

/**
 * A centred moving average over the ticks, its window made narrower towards both ends, which stay what they are.
 * @param reach  ticks to either side; on a span of more than 2,000 ticks of one every so many
 */
export function smoothed(path: DrawPath, anchor: DrawPoint, { reach, snap }: { readonly reach: number; readonly snap: Snap }): DrawPath {
  const last = path.at(-1)?.[0] ?? anchor[0]
  const stride = Math.max(1, Math.ceil((last - anchor[0]) / MOST_POINTS))
  const count = Math.ceil((last - anchor[0]) / stride)
  const ticks = Array.from({ length: count + 1 }, (_, i) => Math.min(last, anchor[0] + i * stride))
  const values = ticks.map((tick) => valueOn(path, anchor, tick))
  return ticks.flatMap((tick, i): DrawPath => {
    const value = values[i]
    if (i === 0 || value === undefined) return []
    const half = Math.min(reach, i, count - i)
    const near = values.slice(i - half, i + half + 1)
    return [[tick, half === 0 ? value : snap(near.reduce((sum, each) => sum + each, 0) / near.length)]]
  })
}

/** A line has no more points than this: over a longer span one is made every so many ticks. */
const MOST_POINTS = 2_000

/** Every value at the nearest multiple of a step: round numbers. */
export function rounded(path: DrawPath, step: number, snap: Snap): DrawPath {
  return path.map(([tick, value]) => [tick, snap(Math.round(value / step) * step)])
}

/**
 * Fewer points: those that lie at most so far above or below the line without them go (Ramer 1972; Douglas and Peucker
 * 1973, with the distance along the axis of values). The last point stays.
 */
export function straightened(path: DrawPath, anchor: DrawPoint, tolerance: number): DrawPath {
  const all = [anchor, ...path]
  const kept = new Set<number>([all.length - 1])
  const open: (readonly [number, number])[] = [[0, all.length - 1]]
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [from, to] = pair
    const far = farthest(all, from, to)
    if (far === undefined || far.distance <= tolerance) continue
    kept.add(far.index)
    open.push([from, far.index], [far.index, to])
  }
  return path.filter((_, i) => kept.has(i + 1))
}

function farthest(all: DrawPath, from: number, to: number): { readonly index: number; readonly distance: number } | undefined {
  const [start, end] = [all[from], all[to]]
  if (start === undefined || end === undefined) return undefined
  let found: { readonly index: number; readonly distance: number } | undefined
  for (let index = from + 1; index < to; index += 1) {
    const [tick, value] = all[index] ?? start
    const distance = Math.abs(value - valueOn([end], start, tick))
    if (found === undefined || distance > found.distance) found = { index, distance }
  }
  return found
}

/** The shape once more, as often as told, from where it ends: each value as far from the new start, as a ratio, as it was from the anchor. Cut at the last tick. */
export function repeated(path: DrawPath, anchor: DrawPoint, { times, last, snap }: { readonly times: number; readonly last: number; readonly snap: Snap }): DrawPath {
  const shape = path
  let all = path
  for (let n = 0; n < times; n += 1) {
    const end = all.at(-1)
    if (end === undefined || end[0] >= last || all.length + shape.length > MOST_POINTS) break
    const again = shape.map(([tick, value]): DrawPoint => [end[0] + tick - anchor[0], snap(anchor[1] === 0 ? end[1] + value : (end[1] * value) / anchor[1])])
    const beyond = again.find(([tick]) => tick > last)
    const inside = again.filter(([tick]) => tick <= last)
    const isCut = beyond !== undefined && inside.at(-1)?.[0] !== last
    all = [...all, ...inside, ...(isCut ? [[last, snap(valueOn(again, end, last))] as const] : [])]
  }
  return all
}

/** What rose falls and what fell rises, by the same ratio to the anchor. */
export function mirrored(path: DrawPath, anchor: DrawPoint, snap: Snap): DrawPath {
  return path.map(([tick, value]) => [tick, snap(anchor[1] * value > 0 ? (anchor[1] * anchor[1]) / value : 2 * anchor[1] - value)])
}
