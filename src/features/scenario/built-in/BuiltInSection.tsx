import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { quotedTitle } from '../quotedTitle.ts'
import { words } from '../words.ts'
import styles from './BuiltInSection.module.css'

export type BuiltInSectionProps = { readonly current: CurrentScenario | undefined; readonly onStarted: () => void }

/** The scenarios that come with the program, with what each shows. */
export function BuiltInSection({ current, onStarted }: BuiltInSectionProps) {
  const { builtinId, isEdited, status } = useAppStore((state) => state.scenario)
  const { loadBuiltin, play } = useAppStore((state) => state.actions)
  const open = async (id: string): Promise<void> => {
    if (!(await loadBuiltin(id))) return
    onStarted()
    // The first showing runs to its end; the sentence at the end is the point.
    play({ pauseAtLiquidation: false })
  }
  return (
    <>
      <ul className={styles.list}>
        {words.builtIn.list.map(({ id, title, note }) => {
          const isOpen = builtinId === id && !isEdited
          return (
            <li key={id} className={styles.item}>
              <div className={styles.words}>
                <h3 className={styles.title}>{title}</h3>
                <p className={styles.note}>{note}</p>
              </div>
              <Button
                variant={isOpen ? 'ghost' : 'secondary'}
                aria-label={`${words.builtIn.open} ${title}`}
                reason={isOpen ? words.builtIn.opened : status === 'opening' ? words.start.opening : undefined}
                onClick={() => void open(id)}
              >
                {isOpen ? words.builtIn.opened : words.builtIn.open}
              </Button>
            </li>
          )
        })}
      </ul>
      {isEdited && current !== undefined ? <InlineWarning tone="info">{words.builtIn.edited(quotedTitle(current.document.title))}</InlineWarning> : null}
    </>
  )
}
