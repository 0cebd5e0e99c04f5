import { useEffect, useMemo, useRef } from 'react'
import { placeEndLabels, type EndLabel, type PlacedLabel } from './endLabels.ts'
import { eventRequest, PASSING, type EventBlock, type EventWords } from './eventBlocks.ts'
import type { TwinRow } from './leadBands.ts'
import { placeBlocks, type Candidate, type Polyline, type Rect } from './placeBlocks.ts'
import { NARROW_CHART, tickToX, valueToY, type PlotFrame, type TickDomain, type ValueRange } from './plotFrame.ts'
import { textWidth } from './textWidth.ts'
import type { TwinMark } from './twinEquityWords.ts'

export type TwinWordsInput = {
  readonly rows: readonly TwinRow[]
  readonly start: number
  readonly startText: string
  readonly marks: readonly TwinMark[]
  readonly endLabels: readonly EndLabel[]
  readonly frame: PlotFrame
  readonly range: ValueRange
  readonly domain: TickDomain
  readonly cursor: number
}

export type TwinWords = {
  readonly marks: readonly EventWords[]
  readonly blocks: ReadonlyMap<string, EventBlock>
  readonly endLabels: readonly PlacedLabel[]
  readonly start: (Rect & { readonly text: string }) | undefined
}

/** Where all words of the equity chart stand. Not touched by hovering. */
export function useTwinWords(input: TwinWordsInput): TwinWords {
  const { rows, start, startText, marks, endLabels, frame, range, domain, cursor } = input
  const slots = useRef<ReadonlyMap<string, number>>(new Map())
  const words = useMemo((): TwinWords => {
    const isNarrow = frame.width < NARROW_CHART
    const y = (value: number): number => valueToY(value, range, frame)
    const placedEnds = placeEndLabels(endLabels, (label) => endY(label, rows.at(-1), y), { frame, domain, cursor })
    const events = marks.map((mark, index): EventWords => ({
      id: `${index}-${mark.tick}`, x: tickToX(mark.tick, domain, frame), y: y(mark.value), title: mark.title, detail: mark.detail, figures: mark.figures,
    }))
    const lines = (['iso', 'cross', 'yours', 'other'] as const).map((key): Polyline =>
      rows.flatMap((row) => {
        const value = row[key] ?? null
        return value === null ? [] : [[tickToX(row.tick, domain, frame), y(value)] as const]
      }))
    const crosses = events.map((event): Rect => ({ x: event.x - 9, y: event.y - 9, width: 18, height: 18 }))
    const startRequest = { id: 'start', isOptional: true, candidates: startCandidates(startText, y(start), frame) }
    const bounds = { x: frame.left, y: 2, width: frame.width - frame.left, height: frame.height - 2 }
    const boxes = [...placedEnds, ...crosses]
    const headX = tickToX(cursor, domain, frame)
    const head: Polyline = cursor < domain[1] ? [[headX, 0], [headX, frame.height]] : []
    const startPlace = placeBlocks<Candidate>([startRequest], { bounds, boxes, lines: [...lines, head] }).get('start')
    const style = { wrapAt: isNarrow ? 13 : undefined, hasDetail: !isNarrow, titleSize: isNarrow ? 11 : 13 } as const
    const blocks = placeBlocks(
      events.map((event) => eventRequest(event, style, [frame.top, frame.bottom - 2])),
      { bounds, boxes: startPlace === undefined ? boxes : [...boxes, startPlace], lines },
      slots.current,
    )
    return { marks: events, blocks, endLabels: placedEnds, start: startPlace === undefined ? undefined : { ...startPlace, text: startText } }
  }, [rows, start, startText, marks, endLabels, frame, range, domain, cursor])

  useEffect(() => {
    slots.current = new Map([...words.blocks].flatMap(([id, { slot }]) => (slot === PASSING ? [] : [[id, slot]])))
  }, [words])
  return words
}

function endY(label: EndLabel, last: TwinRow | undefined, y: (value: number) => number): number | undefined {
  if (last === undefined) return undefined
  if (label.account !== 'gap') {
    const value = last[label.account] ?? null
    return value === null ? undefined : y(value)
  }
  return last.iso === null || last.cross === null ? undefined : y((last.iso + last.cross) / 2)
}

/** Above the line at its right end, then below it, then at the left. */
function startCandidates(text: string, y: number, frame: PlotFrame): readonly Candidate[] {
  const width = textWidth(text, 11)
  const right = frame.right - 4 - width
  const places = [[right, y - 15], [frame.left + 4, y - 15], [right, y + 3], [frame.left + 4, y + 3]] as const
  return places.map(([x, top], slot) => ({ x, y: top, width, height: 12, slot, cost: slot }))
}
