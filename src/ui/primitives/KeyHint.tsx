import { classNames } from '../theme/classNames.ts'
import styles from './KeyHint.module.css'

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '\u2190', ArrowRight: '\u2192', ArrowUp: '\u2191', ArrowDown: '\u2193', Space: 'Space', Escape: 'Esc', Control: 'Ctrl', Meta: '\u2318',
}

/** Keys as `aria-keyshortcuts` writes them: "Shift+ArrowLeft". */
export function KeyHint({ keys, isInverse = false }: { readonly keys: string; readonly isInverse?: boolean }) {
  return (
    <span className={classNames(styles.keys, isInverse && styles.inverse)}>
      {keys.split('+').map((key) => <kbd key={key} className={styles.key}>{names[key] ?? key}</kbd>)}
    </span>
  )
}
