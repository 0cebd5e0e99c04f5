import { useId } from 'react'
import type { Crisis } from '../../../store/catalog/crises.ts'
import styles from './CrisesSection.module.css'
import { crisesWords as words } from './crisesWords.ts'

export type CrisisListProps = { readonly crises: readonly Crisis[]; readonly selected: string; readonly onSelect: (crisis: Crisis) => void }

/** Native radio buttons, so the arrow keys walk through all of them. */
export function CrisisList({ crises, selected, onSelect }: CrisisListProps) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={words.list} className={styles.list}>
      {crises.map((crisis) => (
        <label key={crisis.id} className={styles.crisis}>
          <input type="radio" className={styles.radio} name={name} value={crisis.id} checked={crisis.id === selected} onChange={() => onSelect(crisis)} />
          <span className={styles.title}>{crisis.title}</span>
          <span className={styles.when}>{crisis.when}</span>
        </label>
      ))}
    </div>
  )
}
