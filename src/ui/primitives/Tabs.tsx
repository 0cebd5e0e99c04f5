import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { classNames } from '../theme/classNames.ts'
import styles from './Tabs.module.css'

export type Tab<Id extends string> = { readonly id: Id; readonly label: string; readonly count?: number | undefined }

export type TabsProps<Id extends string> = {
  readonly label: string
  /** Shared with the TabPanel of each tab. */
  readonly idBase: string
  readonly tabs: readonly Tab<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  /** More than fit go onto a second line instead of being scrolled out of sight. */
  readonly isWrapped?: boolean
}

export function Tabs<Id extends string>({ label, idBase, tabs, selected, onSelect, isWrapped = false }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = tabs.findIndex((tab) => tab.id === selected)
    const next = tabs[nextIndex(event.key, index, tabs.length)]
    if (next === undefined || next.id === selected) return
    event.preventDefault()
    event.stopPropagation()
    onSelect(next.id)
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(idBase, next.id))}`)?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={label} className={classNames(styles.tabs, isWrapped && styles.wrapped)} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={tabId(idBase, tab.id)}
          type="button"
          role="tab"
          aria-selected={tab.id === selected}
          tabIndex={tab.id === selected ? 0 : -1}
          className={classNames(styles.tab, tab.id === selected && styles.selected)}
          onClick={() => onSelect(tab.id)}
        >
          {/* The bold ghost keeps the width when the weight changes. */}
          <span className={styles.label} data-label={tab.label}>{tab.label}</span>
          {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
        </button>
      ))}
    </div>
  )
}

function nextIndex(key: string, index: number, count: number): number {
  if (key === 'ArrowRight') return (index + 1) % count
  if (key === 'ArrowLeft') return (index + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : index
}

const tabId = (idBase: string, id: string): string => `${idBase}-tab-${id}`
const panelId = (idBase: string, id: string): string => `${idBase}-panel-${id}`

export type TabPanelProps = { readonly idBase: string; readonly id: string; readonly className?: string; readonly children: ReactNode }

export function TabPanel({ idBase, id, className, children }: TabPanelProps) {
  return (
    <div id={panelId(idBase, id)} role="tabpanel" aria-labelledby={tabId(idBase, id)} className={className}>
      {children}
    </div>
  )
}
