import type { ReactNode } from 'react'
import { figureTag } from '../../../store/figures/figureTag.ts'
import { Change } from '../../../ui/primitives/Change.tsx'
import { FigureTable } from '../../../ui/primitives/FigureTable.tsx'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import type { ChangeRow } from './changeRows.ts'
import styles from './edit.module.css'

export interface ChangeTableProps {
  readonly caption: string
  readonly rows: readonly ChangeRow[]
}

/** Old → new, one figure a line; a figure that stays is said once. */
export function ChangeTable({ caption, rows }: ChangeTableProps) {
  if (rows.length === 0) return null
  return (
    <div className={styles.section}>
      <FigureTable caption={caption} isCaptionVisible rows={rows.map((row) => ({ id: row.id, label: labelOf(row), cells: [figureOf(row)] }))} />
    </div>
  )
}

function labelOf(row: ChangeRow): ReactNode {
  return row.mode === undefined ? row.label : <span className={styles.label}>{row.label}<ModeBadge mode={row.mode} /></span>
}

function figureOf(row: ChangeRow): ReactNode {
  // What is not there, or gone, has nothing to explain.
  const of = (text: string, after?: string): string | undefined => (row.figure === undefined || !/\d|None/.test(text) ? undefined : figureTag(row.figure.id, { ...row.figure.owner, twin: 'as-set', after }))
  if (row.from === row.to) return <span className={styles.stays} data-figure={of(row.to)}>{row.to}</span>
  return <Change from={<span data-figure={of(row.from)}>{row.from}</span>} to={<span data-figure={of(row.to, 'edit')}>{row.to}</span>} />
}
