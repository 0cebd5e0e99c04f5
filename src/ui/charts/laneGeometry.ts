import type { LaneLink } from './lane.ts'
import { NARROW_CHART, tickToX, type PlotFrame, type TickDomain } from './plotFrame.ts'
import { textWidth } from './textWidth.ts'

export const HALF = 12
export const PITCH = 31
const PAD = 3

/** Height of all lanes, without the axis. */
export function lanesHeight(count: number): number {
  return count * PITCH + PAD
}

export function isoTop(index: number): number {
  return PAD + index * PITCH
}

export function crossTop(index: number): number {
  return isoTop(index) + HALF + 1
}

export type DrawnLink = {
  readonly x: number
  readonly culpritY: number
  readonly bystanderYs: readonly number[]
  /** Left of the ✕ where the right has no room. */
  readonly isLeft: boolean
  /** Not on a phone. */
  readonly hasWords: boolean
}

/** From the culprit's half-row to each one it took along. */
export function drawnLink(link: LaneLink, order: ReadonlyMap<string, number>, domain: TickDomain, frame: PlotFrame): DrawnLink | undefined {
  const culprit = order.get(link.from)
  if (culprit === undefined) return undefined
  const middle = (index: number): number => crossTop(index) + HALF / 2
  const x = tickToX(link.tick, domain, frame)
  const hasWords = frame.width >= NARROW_CHART
  const room = hasWords ? 34 + textWidth('taken along', 11) : 26
  const bystanderYs = link.to.flatMap((id) => {
    const index = order.get(id)
    return index === undefined ? [] : [middle(index)]
  })
  return { x, culpritY: middle(culprit), bystanderYs, isLeft: x + room > frame.right, hasWords }
}

export type LaneName = { readonly label: string; readonly side: string | undefined; readonly size: 11 | 13 }

/** What of a lane's name fits into the left gutter: smaller before shorter, and its side only where there is room. */
export function laneName(label: string, side: string, room: number): LaneName {
  const full = textWidth(label, 13)
  if (room >= 60 && full + 5 + textWidth(side, 11) <= room) return { label, side, size: 13 }
  if (full <= room) return { label, side: undefined, size: 13 }
  let short = label
  while (short.length > 1 && textWidth(short, 11) > room) short = `${short.replace('…', '').slice(0, -1)}…`
  return { label: short, side: undefined, size: 11 }
}
