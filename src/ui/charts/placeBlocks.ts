export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Point = readonly [x: number, y: number]
export type Polyline = readonly Point[]

/** A place where words may stand. `slot` names it from one placement to the next, `cost` is how little we like it, in pixels of distance. */
export type Candidate = Rect & {
  readonly slot: number
  readonly cost: number
  /** The hairline that leads to the words; nothing else may stand on it. */
  readonly leader?: Rect
}

export type Request<Place extends Candidate> = {
  readonly id: string
  readonly candidates: readonly Place[]
  /** Words that may be left out when every place covers something. */
  readonly isOptional: boolean
}

export type Obstacles = { readonly bounds: Rect; readonly boxes: readonly Rect[]; readonly lines: readonly Polyline[] }

const OUTSIDE = 100_000
const ON_BOX = 20_000
const ON_LINE = 2000

/**
 * Greedy placement of words that cover neither lines nor each other. A slot used before (`previous`) is kept while it is
 * free, so that words do not wander while the tape plays.
 */
export function placeBlocks<Place extends Candidate>(
  requests: readonly Request<Place>[],
  obstacles: Obstacles,
  previous: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, Place> {
  const placed = new Map<string, Place>()
  for (const { id, candidates, isOptional } of requests) {
    const others = [...placed.values()]
    const taken = [...obstacles.boxes, ...others, ...others.flatMap(({ leader }) => leader ?? [])]
    const before = previous.get(id)
    let best: Place | undefined
    let bestCost = Infinity
    for (const candidate of candidates) {
      const liking = candidate.slot === before ? -1 : candidate.cost
      if (liking >= bestCost) continue
      const cost = liking + collisionCost(candidate, obstacles, taken)
      if (cost < bestCost) [best, bestCost] = [candidate, cost]
    }
    if (best !== undefined && !(isOptional && bestCost >= ON_LINE)) placed.set(id, best)
  }
  return placed
}

function collisionCost(rect: Candidate, { bounds, lines }: Obstacles, boxes: readonly Rect[]): number {
  const isInside = rect.x >= bounds.x && rect.y >= bounds.y
    && rect.x + rect.width <= bounds.x + bounds.width && rect.y + rect.height <= bounds.y + bounds.height
  let cost = isInside ? 0 : OUTSIDE
  for (const box of boxes) if (overlaps(rect, box) || (rect.leader !== undefined && overlaps(rect.leader, box))) cost += ON_BOX
  for (const line of lines) if (crosses(rect, line)) cost += ON_LINE
  return cost
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Whether a polyline that ascends in x passes through a rectangle. */
export function crosses(rect: Rect, line: Polyline): boolean {
  const right = rect.x + rect.width
  for (let index = firstSegment(line, rect.x); index < line.length; index += 1) {
    const from = line[index - 1]
    const to = line[index]
    if (from === undefined || to === undefined) continue
    if (from[0] > right) return false
    const span = to[0] - from[0]
    const yAt = (x: number): number => (span <= 0 ? to[1] : from[1] + ((to[1] - from[1]) * (x - from[0])) / span)
    const enter = span <= 0 ? from[1] : yAt(Math.max(from[0], rect.x))
    const leave = span <= 0 ? to[1] : yAt(Math.min(to[0], right))
    if (Math.max(enter, leave) >= rect.y && Math.min(enter, leave) <= rect.y + rect.height) return true
  }
  return false
}

/** Index of the first point at or right of x, at least 1. */
function firstSegment(line: Polyline, x: number): number {
  let low = 1
  let high = line.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((line[middle]?.[0] ?? Infinity) < x) low = middle + 1
    else high = middle
  }
  return low
}
