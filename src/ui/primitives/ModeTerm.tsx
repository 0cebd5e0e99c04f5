import type { ReactNode } from 'react'
import styles from './ModeTerm.module.css'

/** The word for a mode inside a sentence, underlined the way its line is drawn. */
export function ModeTerm({ mode, children }: { readonly mode: 'isolated' | 'cross'; readonly children: ReactNode }) {
  return <span className={styles[mode]}>{children}</span>
}
