import { useState, type ReactNode } from 'react'
import { Button } from '../../primitives/Button.tsx'
import { IconButton } from '../../primitives/IconButton.tsx'
import { SegmentedControl } from '../../primitives/SegmentedControl.tsx'
import { Select } from '../../primitives/Select.tsx'
import { niceStep } from '../niceTicks.ts'
import type { ValueRange } from '../plotFrame.ts'
import styles from './DrawEditor.module.css'
import { drawWords } from './drawWords.ts'
import { mirrored, repeated, rounded, smoothed, straightened, withoutPoint, type DrawPath } from './drawnPath.ts'
import type { DrawnLines } from './useDrawnPaths.ts'
import type { DrawTool, PadLine } from './usePadInput.ts'

interface DrawToolsProps {
  readonly lead: ReactNode
  readonly drawn: DrawnLines
  readonly line: PadLine
  readonly view: { readonly tool: DrawTool; readonly reach: number; readonly horizon: number; readonly chosen: number | undefined; readonly last: number; readonly range: ValueRange }
  readonly choices: { readonly horizons: readonly number[]; readonly reaches: readonly number[] }
  readonly onTool: (tool: DrawTool) => void
  readonly onReach: (percent: number) => void
  readonly onHorizon: (bars: number) => void
  readonly onCommit: (path: DrawPath) => void
}

/** Ticks to either side. */
const STRENGTHS = { light: 1, medium: 3, strong: 8 } as const
type Strength = keyof typeof STRENGTHS
const TIMES = [1, 2, 3, 5, 10] as const
/** Of the values shown: what a straight segment may leave out, and the distance of round numbers. */
const TOLERANCE = 0.02
const ROUND = 1 / 24

export function DrawTools({ lead, drawn, line, view, choices, onTool, onReach, onHorizon, onCommit }: DrawToolsProps) {
  return (
    <div className={styles.tools} role="group" aria-label={drawWords.tools}>
      <div className={styles.row}>
        {lead}
        <SegmentedControl
          label={drawWords.tool}
          options={[
            { value: 'free', label: drawWords.free },
            { value: 'points', label: drawWords.points },
          ]}
          value={view.tool}
          onChange={onTool}
        />
        <Select
          label={drawWords.horizon}
          isLabelHidden
          options={[...choices.horizons.filter((bars) => bars > 0).map((bars) => ({ value: String(bars), label: drawWords.bars(bars) })), { value: '0', label: drawWords.all }]}
          value={String(view.horizon)}
          onChange={(bars) => onHorizon(Number(bars))}
        />
        <Select
          label={drawWords.reach}
          isLabelHidden
          options={choices.reaches.map((percent) => ({ value: String(percent), label: drawWords.reachOf(percent) }))}
          value={String(view.reach)}
          onChange={(percent) => onReach(Number(percent))}
        />
        <span className={styles.steps}>
          <IconButton icon="undo" label={drawWords.undo} reason={drawn.canUndo ? undefined : drawWords.nothingToUndo} onClick={drawn.undo} />
          <IconButton icon="redo" label={drawWords.redo} reason={drawn.canRedo ? undefined : drawWords.nothingToRedo} onClick={drawn.redo} />
        </span>
      </div>
      <ShapeTools line={line} view={view} onCommit={onCommit} />
    </div>
  )
}

/** What is done to a line as a whole. */
function ShapeTools({ line, view, onCommit }: Pick<DrawToolsProps, 'line' | 'view' | 'onCommit'>) {
  const [strength, setStrength] = useState<Strength>('medium')
  const [times, setTimes] = useState<number>(1)
  const { path, anchor, snap } = line
  const reason = path.length === 0 ? drawWords.drawFirst : undefined
  const span = view.range[1] - view.range[0]
  const hasChosen = view.chosen !== undefined && path.some(([tick]) => tick === view.chosen)
  return (
    <div className={styles.row}>
      <span className={styles.pair}>
        <Button reason={reason} onClick={() => onCommit(smoothed(path, anchor, { reach: STRENGTHS[strength], snap }))}>{drawWords.smooth}</Button>
        <Select<Strength>
          label={drawWords.strength}
          isLabelHidden
          options={(['light', 'medium', 'strong'] as const).map((value) => ({ value, label: drawWords.strengths[value] }))}
          value={strength}
          onChange={setStrength}
        />
      </span>
      <Button reason={reason} onClick={() => onCommit(straightened(path, anchor, span * TOLERANCE))}>{drawWords.straight}</Button>
      <Button reason={reason} onClick={() => onCommit(rounded(path, niceStep(span * ROUND), snap))}>{drawWords.round}</Button>
      <span className={styles.pair}>
        <Button reason={reason} onClick={() => onCommit(repeated(path, anchor, { times, last: view.last, snap }))}>{drawWords.repeat}</Button>
        <Select label={drawWords.times} isLabelHidden options={TIMES.map((count) => ({ value: String(count), label: drawWords.timesOf(count) }))} value={String(times)} onChange={(count) => setTimes(Number(count))} />
      </span>
      <Button reason={reason} onClick={() => onCommit(mirrored(path, anchor, snap))}>{drawWords.mirror}</Button>
      <Button reason={hasChosen ? undefined : (reason ?? drawWords.noPoint)} onClick={() => onCommit(withoutPoint(path, view.chosen ?? -1))}>{drawWords.remove}</Button>
      <Button variant="ghost" reason={reason} onClick={() => onCommit([])}>{drawWords.clear}</Button>
    </div>
  )
}
