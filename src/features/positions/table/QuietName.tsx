import type { LiquidatedRow } from '../../../store/selectors/rows/PositionRow.ts'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import styles from './positions.module.css'

export function QuietName({ row }: { readonly row: LiquidatedRow }) {
  return <span className={styles.name}>{row.instrument}<ModeBadge mode={row.mode} /></span>
}
