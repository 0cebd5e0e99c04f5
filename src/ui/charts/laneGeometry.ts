import type { LaneLink } from './lane.ts'
import { tickToX, type PlotFrame, type TickDomain } from './plotFrame.ts'
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
  /** Words stand left of the ✕ where the right has no room; none on a phone. */
  readonly words: 'right' | 'left' | 'none'
}

/** From the culprit's half-row to each one it took along. */
export function drawnLink(link: LaneLink, order: ReadonlyMap<string, number>, domain: TickDomain, frame: PlotFrame): DrawnLink | undefined {
  const culprit = order.get(link.from)
  if (culprit === undefined) return undefined
  const middle = (index: number): number => crossTop(index) + HALF / 2
  const x = tickToX(link.tick, domain, frame)
  const room = 34 + textWidth('taken along', 11)
  const isPhone = frame.width < 640
  const words = isPhone ? 'none' : x + room <= frame.right ? 'right' : 'left'
  const bystanderYs = link.to.flatMap((id) => {
    const index = order.get(id)
    return index === undefined ? [] : [middle(index)]
  })
  return { x, culpritY: middle(culprit), bystanderYs, words }
}
