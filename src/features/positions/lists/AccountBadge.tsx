import type { EventRow } from '../../../store/selectors/rows/TableRows.ts'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { shortTwinNames, twinNames } from '../words/liquidationDetail.ts'
import styles from './lists.module.css'

/** The accounts of an event, each twin with its badge. */
export function AccountBadge({ twins, isShort = false }: { readonly twins: EventRow['twins']; readonly isShort?: boolean }) {
  return (
    <span className={styles.badges}>
      {twins.includes('all-isolated') ? <ModeBadge mode="isolated" isDecorative={!isShort} /> : null}
      {twins.includes('all-cross') ? <ModeBadge mode="cross" isDecorative={!isShort} /> : null}
      {isShort ? null : <span title={twinNames(twins)}>{shortTwinNames(twins)}</span>}
    </span>
  )
}
