import type { DrawnLine } from '../../documents/scenario/sources/DrawnSource.ts'
import type { TapeFile } from '../../workers/run/ScenarioFile.ts'

/** What a hand drew after a tick. */
export interface NewLine {
  readonly symbol: string
  readonly decimals: number
  /** Ascending, all after the tick. */
  readonly points: readonly (readonly [tick: number, price: number])[]
}

type DrawnFile = Extract<TapeFile, { type: 'drawn' }>

/**
 * Prices with lines drawn over them. Where they were drawn over before, the new lines join those: one drawing lies over the
 * first prices, and what is covered whole is forgotten.
 */
export function drawnOnto(tape: TapeFile, lines: readonly NewLine[]): DrawnFile {
  if (tape.type !== 'drawn') return { type: 'drawn', base: tape, lines }
  const kept = tape.lines.filter((line) => !lines.some((over) => covers(over, line)) || isNeeded(tape, line))
  const jumps = tape.jumps?.filter((tick) => !lines.some(({ points }) => isWithin(points, tick)))
  const { jumps: _, ...rest } = tape
  return { ...rest, ...(jumps === undefined || jumps.length === 0 ? {} : { jumps }), lines: [...kept, ...lines] }
}

/** The first line of a market without prices under it says where it starts and how long it is. */
function isNeeded({ base, lines }: DrawnFile, line: DrawnLine): boolean {
  return base === undefined && lines.find(({ symbol }) => symbol === line.symbol) === line
}

function covers(over: NewLine, line: DrawnLine): boolean {
  const [first, last] = [line.points[0]?.[0] ?? 0, line.points.at(-1)?.[0] ?? 0]
  return over.symbol === line.symbol && isWithin(over.points, first) && isWithin(over.points, last)
}

function isWithin(points: NewLine['points'], tick: number): boolean {
  return tick >= (points[0]?.[0] ?? Infinity) && tick <= (points.at(-1)?.[0] ?? -Infinity)
}

/**
 * A line as a source has it: from the bar after the anchor on, for the bar before its first point is part of what was
 * played. Where the first point lies further on, the way there is straight.
 * @param until  the price stays that of the last point up to this tick, where one is given
 */
export function lineFrom(anchor: readonly [tick: number, price: number], path: NewLine['points'], { snap, until }: { readonly snap: (price: number) => number; readonly until?: number | undefined }): NewLine['points'] {
  const [first, last] = [path[0], path.at(-1)]
  if (first === undefined || last === undefined) return []
  const start = anchor[0] + 1
  const way = first[0] === start ? [] : [[start, snap(anchor[1] + (first[1] - anchor[1]) / (first[0] - anchor[0]))] as const]
  return [...way, ...path, ...(until === undefined || until <= last[0] ? [] : [[until, last[1]] as const])]
}

/** What is already drawn of a market after an anchor: the points of the line on top there, without those that `lineFrom` adds. */
export function drawnAfter(tape: TapeFile, symbol: string, [tick, price]: readonly [tick: number, price: number], snap: (price: number) => number): NewLine['points'] {
  if (tape.type !== 'drawn') return []
  const top = tape.lines.findLast((line) => line.symbol === symbol && (line.points.at(-1)?.[0] ?? 0) > tick)
  const points = top?.points.filter(([at]) => at > tick) ?? []
  const [last, before] = [points.at(-1), points.at(-2)]
  // A tail that stands still is the way to the end, no point of its own; nor is what lies on the way to the first one.
  const kept = last !== undefined && before !== undefined && last[1] === before[1] ? points.slice(0, -1) : points
  const [first, second] = kept
  const isWay = first !== undefined && second !== undefined && first[0] === tick + 1 && first[1] === snap(price + (second[1] - price) / (second[0] - tick))
  return isWay ? kept.slice(1) : kept
}
