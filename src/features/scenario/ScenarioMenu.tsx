import { lazy, Suspense, useId, useRef, type ReactNode } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { Icon } from '../../ui/primitives/Icon.tsx'
import { Skeleton } from '../../ui/primitives/Skeleton.tsx'
import { useFloating } from '../../ui/primitives/useFloating.ts'
import type { DraftShelf } from './keptDrafts.ts'
import styles from './ScenarioMenu.module.css'
import { menuWords as words } from './menuWords.ts'

/** The choices and their forms are wanted by a click, so they arrive with the first one. */
const ScenarioPanel = lazy(async () => ({ default: (await import('./ScenarioPanel.tsx')).ScenarioPanel }))

export type ScenarioMenuProps = {
  /** Files chosen in the panel that are to become a tape. */
  readonly onPriceFiles: (files: readonly File[]) => void
  /** What the tab of rules shows. */
  readonly rules: (onClose: () => void) => ReactNode
}

/** The chip in the header: what is played, by which rules; opens everything that can be played instead. */
export function ScenarioMenu({ onPriceFiles, rules }: ScenarioMenuProps) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const floating = useFloating(panel, 'start')
  const drafts = useRef<DraftShelf>(new Map())
  const title = useAppStore((state) => state.scenario.document?.title)
  const isEdited = useAppStore((state) => state.scenario.isEdited)
  const meta = useMeta()
  return (
    <>
      <button {...floating.trigger} type="button" className={styles.chip} aria-haspopup="dialog" aria-controls={id}>
        <span className="visually-hidden">{words.menu.label}: </span>
        <span className={styles.title}>{title ?? words.menu.none}</span>
        {isEdited ? (
          <span className={styles.edited}>
            <span className="visually-hidden">, {words.menu.edited}</span>
          </span>
        ) : null}
        <span className={styles.meta}>{meta}</span>
        <Icon name="chevron-down" size={12} className={styles.chevron} />
      </button>
      <div ref={panel} id={id} role="dialog" aria-label={words.menu.label} tabIndex={-1} popover="auto" className={styles.panel} onToggle={floating.onToggle}>
        {floating.isOpen ? (
          <Suspense fallback={<Skeleton label={words.menu.loading} height={320} lines={4} />}>
            <ScenarioPanel onClose={floating.close} onPriceFiles={onPriceFiles} rules={rules} drafts={drafts.current} />
          </Suspense>
        ) : null}
      </div>
    </>
  )
}

/** seed 7 · Plain rules. */
function useMeta(): string {
  const tape = useAppStore((state) => state.scenario.document?.tape)
  const rules = useAppStore((state) => state.scenario.info?.rules.name)
  const seed = tape !== undefined && 'seed' in tape && typeof tape.seed === 'number' ? [words.menu.seed(tape.seed)] : []
  return [...seed, ...(rules === undefined ? [] : [words.menu.rules(rules)])].join(' · ')
}
