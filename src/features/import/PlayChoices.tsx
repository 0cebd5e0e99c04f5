import { useAppStore } from '../../store/useAppStore.ts'
import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import { SegmentedControl } from '../../ui/primitives/SegmentedControl.tsx'
import type { ImportedFile } from './ImportedFile.ts'
import styles from './PlayFooter.module.css'
import { words } from './words.ts'

const DAY = 86_400_000

export type ExampleChoice = {
  readonly count: number
  readonly isWanted: boolean
  /** Why there can be none. */
  readonly reason: string | undefined
}

export type PlayChoicesProps = { readonly examples: ExampleChoice; readonly onExamples: (isWanted: boolean) => void }

/** Path or jump between the bars, and whether there are trades to begin with. */
export function PlayChoices({ examples, onExamples }: PlayChoicesProps) {
  const { files, between } = useAppStore((state) => state.importing)
  const title = useAppStore((state) => state.scenario.document?.title)
  const { setImportBetween } = useAppStore((state) => state.actions)
  return (
    <>
      <div className={styles.choices}>
        <div className={styles.choice}>
          <span className={styles.label} aria-hidden="true">{words.between.label}</span>
          <SegmentedControl
            label={words.between.label}
            options={[
              { value: 'path', label: words.between.path },
              { value: 'jump', label: words.between.jump },
            ]}
            value={between}
            onChange={setImportBetween}
          />
          <p className={styles.hint}>{betweenHint(files, between)}</p>
        </div>
        <div className={styles.choice}>
          <span className={styles.label} aria-hidden="true">{words.trades.label}</span>
          <SegmentedControl
            label={words.trades.label}
            options={[
              { value: 'none', label: words.trades.none },
              { value: 'examples', label: words.trades.examples(examples.count), reason: examples.reason },
            ]}
            value={examples.isWanted ? 'examples' : 'none'}
            onChange={(trades) => onExamples(trades === 'examples')}
          />
          {title === undefined ? null : <p className={styles.hint}>{words.keeps(title)}</p>}
        </div>
      </div>
      {isDailyCloses(files) && between === 'path' ? (
        <InlineWarning tone="info" fix={{ label: words.between.suggestFix, onFix: () => setImportBetween('jump') }}>{words.between.suggest}</InlineWarning>
      ) : null}
    </>
  )
}

function betweenHint(files: readonly ImportedFile[], between: 'path' | 'jump'): string {
  if (between === 'jump') return words.between.jumpHint
  return files.some(hasCandles) ? words.between.pathHint : words.between.pathHintCloses
}

function isDailyCloses(files: readonly ImportedFile[]): boolean {
  return files.some((file) => file.report !== undefined && file.report.barMillis >= DAY && !hasCandles(file))
}

function hasCandles({ report }: ImportedFile): boolean {
  return report?.firstRows[0]?.open !== undefined
}
