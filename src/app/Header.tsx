import type { ReactNode } from 'react'
import { useAppStore } from '../store/useAppStore.ts'
import { IconButton } from '../ui/primitives/IconButton.tsx'
import styles from './Header.module.css'
import { ScreenTabs } from './ScreenTabs.tsx'

interface Props {
  /** The scenario chip. */
  readonly scenario: ReactNode
  readonly settings: ReactNode
  readonly onHelp: () => void
  readonly onShare: () => void
  readonly onExport: () => void
}

/** Brand, scenario, undo and redo, sharing, settings, keys. */
export function Header({ scenario, settings, onHelp, onShare, onExport }: Props) {
  const { canUndo, canRedo } = useAppStore((state) => state.scenario)
  const actions = useAppStore((state) => state.actions)
  return (
    <header className={styles.header}>
      <span className={styles.brand}>
        <svg viewBox="0 0 20 20" fill="none" aria-hidden="true">
          <path d="M2 4.5h16V12c0 2.5-2 4.5-4.5 4.5h-7C4 16.5 2 14.5 2 12z" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
          <path d="M2.8 10.5h5.7v5.2H6.5A3.7 3.7 0 0 1 2.8 12z" fill="currentColor" />
          <path d="M8.5 4.5v12" stroke="currentColor" strokeWidth="1.6" />
        </svg>
        <span className={styles.name}>Bulkhead</span>
      </span>
      <ScreenTabs />
      <div className={styles.scenario}>{scenario}</div>
      <div className={styles.tools}>
        <SaveState />
        <IconButton icon="undo" label="Undo" keys="Z" reason={canUndo ? undefined : 'Nothing to undo'} onClick={() => void actions.undo()} />
        <IconButton icon="redo" label="Redo" keys="Shift+Z" reason={canRedo ? undefined : 'Nothing to redo'} onClick={() => void actions.redo()} />
        <span className={styles.rule} aria-hidden="true" />
        <IconButton icon="share" label="Share" keys="L" onClick={onShare} />
        <span className={styles.exports}>
          <IconButton icon="download" label="Export" onClick={onExport} />
        </span>
        {settings}
        <span className={styles.keys}>
          <IconButton icon="help" label="Keys" keys="?" onClick={onHelp} />
        </span>
      </div>
    </header>
  )
}

const WORDS = { idle: '', saving: '', saved: 'Saved in this browser', off: 'Not saved: this browser keeps nothing', elsewhere: 'Saved by another tab' } as const

function SaveState() {
  const { status, message } = useAppStore((state) => state.storage)
  const text = WORDS[status]
  if (text === '') return null
  return (
    <span className={styles.saved} data-status={status} title={message}>
      {text}
    </span>
  )
}
