import type { ReactNode } from 'react'
import styles from './Change.module.css'
import { Icon } from './Icon.tsx'

/** Old, arrow, new. The old value is quieter; both stay, so that nothing changes silently. */
export function Change({ from, to }: { readonly from: ReactNode; readonly to: ReactNode }) {
  return (
    <span className={styles.change}>
      <span className={styles.from}>{from}</span>
      <Icon name="arrow-right" size={12} className={styles.arrow} />
      <span className="visually-hidden"> becomes </span>
      <span className={styles.to}>{to}</span>
    </span>
  )
}
