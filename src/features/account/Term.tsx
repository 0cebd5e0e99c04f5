import { useTooltip } from '../../ui/primitives/useTooltip.tsx'
import styles from './Term.module.css'

/** A term of the field; its meaning on hover and focus. */
export function Term({ children, meaning }: { readonly children: string; readonly meaning: string }) {
  const tooltip = useTooltip(meaning)
  return (
    <>
      <button type="button" {...tooltip.anchor} className={styles.term} aria-describedby={tooltip.id}>{children}</button>
      {tooltip.node}
    </>
  )
}
