import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { Button } from '../../ui/primitives/Button.tsx'
import styles from './CurrentSummary.module.css'
import { saveText } from './documents/saveText.ts'
import { useOpenFiles } from './documents/useOpenFiles.ts'
import { useWayBack } from './documents/useWayBack.ts'
import { RunFingerprint } from './RunFingerprint.tsx'
import type { CurrentScenario } from './start/CurrentScenario.ts'
import { tapeFacts, trades, words } from './words.ts'

export type CurrentSummaryProps = {
  readonly current: CurrentScenario
  readonly onClose: () => void
  readonly onPriceFiles: (files: readonly File[]) => void
}

/** What is open, where its prices come from; save it, open another, go back to the one before. */
export function CurrentSummary({ current, onClose, onPriceFiles }: CurrentSummaryProps) {
  const format = useFormat()
  const { exportScenario, openRuleDiff } = useAppStore((state) => state.actions)
  const chooseAndOpen = useOpenFiles(onPriceFiles)
  const back = useWayBack()
  const { document, info } = current
  return (
    <section className={styles.summary} aria-label={document.title}>
      <div className={styles.words}>
        <h2 className={styles.title}>{document.title}</h2>
        <p className={styles.facts}>{tapeFacts(info, format)} · {trades(document.commands.length)}</p>
        <p className={styles.source}>{info.tape.source}</p>
        <RunFingerprint />
      </div>
      <div className={styles.actions}>
        {back === undefined ? null : (
          <Button
            size="small"
            icon="undo"
            onClick={() => {
              onClose()
              void back.goBack()
            }}
          >
            {words.panel.backTo(back.title)}
          </Button>
        )}
        <Button
          size="small"
          onClick={() => {
            onClose()
            void openRuleDiff()
          }}
        >
          {words.panel.compare}
        </Button>
        <Button size="small" icon="download" onClick={() => saveText(document.title, exportScenario())}>{words.panel.save}</Button>
        <Button
          size="small"
          icon="upload"
          onClick={() => {
            onClose()
            void chooseAndOpen()
          }}
        >
          {words.panel.open}
        </Button>
      </div>
    </section>
  )
}
