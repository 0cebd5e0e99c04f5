import { useState, type ReactNode } from 'react'
import { useIsNarrow } from '../../theme/useMediaQuery.ts'
import { barNames, type TickNames } from '../tickNames.ts'
import type { ValueRange } from '../plotFrame.ts'
import styles from './DrawEditor.module.css'
import type { PastBar } from './DrawLayers.tsx'
import type { DrawMark } from './DrawMark.ts'
import { DrawPad } from './DrawPad.tsx'
import { DrawTools } from './DrawTools.tsx'
import { drawWords } from './drawWords.ts'
import type { DrawPath, DrawPoint, Snap } from './drawnPath.ts'
import type { DrawnLines } from './useDrawnPaths.ts'
import type { DrawTool, PadLine } from './usePadInput.ts'

/** One of the lines that can be drawn: its place among the others is the caller's. */
export interface EditorLine {
  /** Under which it is drawn. */
  readonly id: string
  readonly name: string
  /** Where it begins; nothing before can be drawn. */
  readonly anchor: DrawPoint
  /** The last tick there is. */
  readonly last: number
  readonly past: readonly PastBar[]
  readonly snap: Snap
  /** Smallest step of its values. */
  readonly fine: number
  readonly format: (value: number) => string
  readonly describe: (value: number) => string
}

export interface DrawEditorProps {
  readonly line: EditorLine
  readonly drawn: DrawnLines
  readonly marks?: readonly DrawMark[]
  readonly names?: TickNames
  /** Chooses the line, and what else stands at the head. */
  readonly lead?: ReactNode
  /** Below the pad: what would happen, and what can be done. */
  readonly children?: ReactNode
  readonly onLeave: () => void
}

/** How many bars ahead are shown; 0 is all of them. */
export const HORIZONS = [20, 50, 100, 0] as const
/** Of the anchor's value, to either side, in percent. */
const REACHES = [2, 5, 10, 20, 50, 90] as const
const DEFAULT_REACH = 20
const SHORT = 200
const NO_MARKS: readonly DrawMark[] = []
const NOTHING: DrawPath = []
/** Of the bars ahead so many are shown before them. */
const BEHIND = 0.25

/** The drawing of one or several lines: the pad and its tools. */
export function DrawEditor({ line, drawn, marks = NO_MARKS, names = barNames, lead, children, onLeave }: DrawEditorProps) {
  const [tool, setTool] = useState<DrawTool>('free')
  const [chosen, setChosen] = useState<number | undefined>(undefined)
  const [reach, setReach] = useState<number>(DEFAULT_REACH)
  const path = drawn.paths[line.id] ?? NOTHING
  const [start] = line.anchor
  const ahead = line.last - start
  const [horizon, setHorizon] = useState<number>(() => firstHorizon(line, (path.at(-1)?.[0] ?? start) - start))
  const isNarrow = useIsNarrow()
  const until = horizon === 0 ? line.last : Math.min(line.last, start + horizon)
  const domain = [Math.max(0, start - Math.ceil((until - start) * (isNarrow ? BEHIND / 2 : BEHIND))), until] as const
  const range = rangeOf(line, path, { domain, reach })
  const padLine: PadLine = { path, anchor: line.anchor, span: [start + 1, until], snap: line.snap, steps: stepsOf(line) }
  const commit = (next: DrawPath): void => drawn.commit(line.id, next)
  return (
    <div className={styles.editor} data-draw-editor="">
      <DrawTools
        lead={lead}
        drawn={drawn}
        line={padLine}
        view={{ tool, reach, horizon, chosen, last: line.last, range }}
        choices={{ horizons: HORIZONS.filter((bars) => bars < ahead), reaches: REACHES }}
        onTool={setTool}
        onReach={setReach}
        onHorizon={setHorizon}
        onCommit={commit}
      />
      <DrawPad
        // Another line has a pen of its own.
        key={line.id}
        name={line.name}
        line={padLine}
        tool={tool}
        domain={domain}
        range={range}
        past={line.past}
        marks={marks}
        chosen={chosen}
        names={names}
        format={line.format}
        describe={line.describe}
        onPreview={(next) => drawn.preview(line.id, next)}
        onCommit={commit}
        onChoose={setChosen}
        onUndo={drawn.undo}
        onLeave={onLeave}
      />
      <p className={styles.how}>{drawWords.how}</p>
      {children}
    </div>
  )
}

/** The first that shows what is drawn; of a short one that is drawn from its first bar on all of it. */
function firstHorizon({ anchor: [start], last, past }: EditorLine, drawn: number): number {
  const ahead = last - start
  if (past.length === 0 && ahead <= SHORT) return 0
  return HORIZONS.find((bars) => bars !== 0 && bars >= Math.max(50, drawn) && bars < ahead) ?? 0
}

function stepsOf({ anchor: [, value], snap, fine }: EditorLine): PadLine['steps'] {
  const share = (part: number): number => Math.max(fine, Math.abs(snap(Math.abs(value) * part)))
  return { fine, press: share(0.01), large: share(0.05) }
}

/** The anchor in the middle, as far as asked for; further where what is shown goes further. */
function rangeOf({ anchor: [, value], past, fine }: EditorLine, path: DrawPath, { domain, reach }: { readonly domain: readonly [number, number]; readonly reach: number }): ValueRange {
  const half = Math.max((Math.abs(value) * reach) / 100, fine * 4)
  let [least, most] = [value - half, value + half]
  for (const [tick, at] of path) {
    if (tick > domain[1]) break
    least = Math.min(least, at)
    most = Math.max(most, at)
  }
  for (const { tick, low, high } of past) {
    if (tick < domain[0] || tick > domain[1]) continue
    least = Math.min(least, Math.max(low, value - 2 * half))
    most = Math.max(most, Math.min(high, value + 2 * half))
  }
  return [least, most]
}
