import type { AccountKey } from './accountNames.ts'
import { tickToX, type PlotFrame, type TickDomain } from './plotFrame.ts'
import type { Rect } from './placeBlocks.ts'
import { textWidth } from './textWidth.ts'

export type EndLabel = {
  readonly account: AccountKey | 'other' | 'gap'
  readonly name: string
  readonly value: string
  /** The key under which the value is explained. */
  readonly figure?: string | undefined
  readonly note?: string | undefined
}

export type PlacedLabel = EndLabel & Rect & { readonly isInline: boolean }

const LINE = 15
const GUTTER = 12

/**
 * Direct labels at the line ends. At the end of the tape they stand in the gutter, in two or three lines; before it they
 * follow the head of the lines, in one line where there is room.
 */
export function placeEndLabels(
  labels: readonly EndLabel[],
  yOf: (label: EndLabel) => number | undefined,
  options: { readonly frame: PlotFrame; readonly domain: TickDomain; readonly cursor: number },
): readonly PlacedLabel[] {
  const { frame, domain, cursor } = options
  const isNarrow = frame.width < 640
  const x = tickToX(cursor, domain, frame) + (isNarrow ? 8 : GUTTER)
  const isInline = !isNarrow && frame.width - x > 320
  const sized = labels.flatMap((label) => {
    const y = yOf(label)
    if (y === undefined || (isInline && label.account === 'gap')) return []
    const height = isInline ? LINE : blockHeight(label)
    return [{ ...label, x, y: y - (isInline ? LINE / 2 : 12), height, width: labelWidth(label, isInline), isInline }]
  })
  const ends = spread(sized.filter((label) => label.account !== 'gap'), frame.top - 12, frame.bottom + 3)
  const gap = sized.find((label) => label.account === 'gap')
  const isFree = gap !== undefined && ends.every((end) => end.y + end.height + 2 <= gap.y || gap.y + gap.height + 2 <= end.y)
  return gap !== undefined && isFree ? [...ends, gap] : ends
}

function blockHeight(label: EndLabel): number {
  if (label.account === 'gap') return LINE
  return LINE * 2 + (label.note === undefined ? 0 : LINE - 1)
}

function labelWidth(label: EndLabel, isInline: boolean): number {
  const name = textWidth(label.name, 13, true)
  const value = textWidth(label.value, 13)
  const note = label.note === undefined ? 0 : textWidth(label.note, 11)
  return isInline ? Math.max(84, name + 8) + value + note + 16 : Math.max(name, value, note)
}

/** Pushes labels apart, top to bottom, and back up when the last one would leave the plot. */
function spread(labels: readonly PlacedLabel[], top: number, bottom: number): PlacedLabel[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y)
  let free = top
  const down = sorted.map((label) => {
    const y = Math.max(label.y, free)
    free = y + label.height + 2
    return { ...label, y }
  })
  let limit = bottom
  return down.reverse().map((label) => {
    const y = Math.min(label.y, limit - label.height)
    limit = y - 2
    return { ...label, y }
  }).reverse()
}
