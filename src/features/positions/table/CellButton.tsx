import type { ReactNode } from 'react'
import { useTooltip } from '../../../ui/primitives/useTooltip.tsx'
import styles from './positions.module.css'

export interface CellButtonProps {
  /** What pressing it does: its name, and its tooltip. */
  readonly label: string
  /** More than the name: the tooltip in place of it. */
  readonly hint?: ReactNode
  readonly onPress?: () => void
  /** The key of what it explains: then the page opens it. */
  readonly figure?: string | undefined
  readonly children: ReactNode
}

/** A figure in a table that opens something: dotted underline, no box. Its name begins with what it shows. */
export function CellButton({ label, hint, onPress, figure, children }: CellButtonProps) {
  const tooltip = useTooltip(hint ?? label)
  return (
    <>
      <button
        {...tooltip.anchor}
        type="button"
        className={styles.figure}
        aria-describedby={hint === undefined ? undefined : tooltip.id}
        data-figure={figure}
        onClick={onPress}
      >
        {children}
        <span className="visually-hidden">, {label}</span>
      </button>
      {tooltip.node}
    </>
  )
}
