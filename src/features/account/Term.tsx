import { useTooltip } from '../../ui/primitives/useTooltip.tsx'
import styles from './Term.module.css'

interface TermProps {
  readonly children: string
  readonly meaning: string
  /** The entry of the glossary that a press opens. */
  readonly term?: string | undefined
  /** The key of a figure that a press explains. */
  readonly figure?: string | undefined
}

/** A term of the field, or a figure in short: its meaning on hover and focus, all about it by a press. */
export function Term({ children, meaning, term, figure }: TermProps) {
  const tooltip = useTooltip(meaning)
  return (
    <>
      <button type="button" {...tooltip.anchor} className={styles.term} aria-describedby={tooltip.id} data-term={term} data-figure={figure}>{children}</button>
      {tooltip.node}
    </>
  )
}
