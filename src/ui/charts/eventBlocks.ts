import type { SaidFigure } from '../primitives/FigureWords.tsx'
import type { Candidate, Rect, Request } from './placeBlocks.ts'
import { textWidth, wrapWords } from './textWidth.ts'

/** Words beside a point, led there by a hairline. */
export type EventWords = {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly title: string
  readonly detail: readonly string[]
  readonly figures?: readonly SaidFigure[] | undefined
}

export type EventBlock = Candidate & {
  readonly titleLines: readonly string[]
  readonly detailLines: readonly string[]
  /** Where the leader turns: beside the first line of words. */
  readonly turnY: number
  readonly isLeft: boolean
}

const LEADER = 11
/** What the ✕ itself takes. */
const CLEAR = 10
const STEP = 8
const SHORT = 1000
/** The slot of a makeshift place: not to be kept once there is room. */
export const PASSING = -1

export type BlockStyle = { readonly wrapAt: number | undefined; readonly hasDetail: boolean; readonly titleSize: 11 | 13 }

/** Places right and left of the point, below and above it, from near to far; then the same for the title alone. */
export function eventRequest(words: EventWords, style: BlockStyle, reach: readonly [top: number, bottom: number]): Request<EventBlock> {
  const full = eventPlaces(words, style, reach)
  const short = style.hasDetail ? eventPlaces(words, { ...style, hasDetail: false }, reach) : []
  const later = short.map((place) => ({ ...place, slot: PASSING, cost: place.cost + SHORT }))
  return { id: words.id, candidates: [...full, ...later], isOptional: true }
}

function eventPlaces(words: EventWords, style: BlockStyle, reach: readonly [top: number, bottom: number]): readonly EventBlock[] {
  const titleLines = style.wrapAt === undefined ? [words.title] : wrapWords(words.title, style.wrapAt)
  const detailLines = style.hasDetail ? words.detail : []
  const width = Math.max(
    ...titleLines.map((line) => textWidth(line, style.titleSize, true)),
    ...detailLines.map((line) => textWidth(line, 11)),
  )
  const height = titleLines.length * (style.titleSize === 13 ? 16 : 14) + detailLines.length * 14
  const candidates: EventBlock[] = []
  let slot = 0
  for (let offset = STEP; offset < 240; offset += STEP) {
    for (const direction of [1, -1] as const) {
      const turnY = words.y + direction * offset
      const top = turnY - 8
      for (const isLeft of [false, true]) {
        slot += 1
        if (top < reach[0] || top + height > reach[1]) continue
        const x = isLeft ? words.x - LEADER - width : words.x + LEADER
        const cost = Math.abs(offset - 72) + (direction < 0 ? 6 : 0) + (isLeft ? 40 : 0)
        const leader = leaderBox(words, turnY)
        candidates.push({ slot, cost, x, y: top, width, height, leader, turnY, isLeft, titleLines, detailLines })
      }
    }
  }
  return candidates.sort((a, b) => a.cost - b.cost)
}

/** From below (or above) the ✕ to where the leader turns. */
function leaderBox({ x, y }: EventWords, turnY: number): Rect {
  const start = turnY > y ? y + CLEAR : turnY
  return { x: x - 1, y: start, width: 3, height: Math.max(0, Math.abs(turnY - y) - CLEAR) }
}
