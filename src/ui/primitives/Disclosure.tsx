import { useId, useState, type ReactNode } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './Disclosure.module.css'
import { Icon } from './Icon.tsx'

export type DisclosureProps = {
  readonly summary: ReactNode
  /** Beside the summary and outside of its button: actions that must stay pressable. */
  readonly aside?: ReactNode
  readonly isInitiallyOpen?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function Disclosure({ summary, aside, isInitiallyOpen = false, className, children }: DisclosureProps) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(isInitiallyOpen)
  return (
    <div className={classNames(styles.disclosure, className)}>
      <div className={styles.head}>
        <button type="button" className={styles.summary} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
          <Icon name="chevron-right" size={12} className={classNames(styles.chevron, isOpen && styles.open)} />
          {summary}
        </button>
        {aside}
      </div>
      <div id={id} hidden={!isOpen}>{isOpen ? children : null}</div>
    </div>
  )
}
