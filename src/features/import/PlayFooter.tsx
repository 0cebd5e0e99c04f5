import { useState } from 'react'
import { exampleLongs } from '../../store/catalog/exampleLongs.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { Button } from '../../ui/primitives/Button.tsx'
import { InlineWarning } from '../../ui/primitives/InlineWarning.tsx'
import { SegmentedControl } from '../../ui/primitives/SegmentedControl.tsx'
import type { ImportedFile } from './ImportedFile.ts'
import { instrumentError } from './instrumentError.ts'
import styles from './PlayFooter.module.css'
import { sharedClock } from './sharedClock.ts'
import { words } from './words.ts'

const DAY = 86_400_000
const DEFAULT_WALLET = '10000'

export type PlayFooterProps = { readonly onCancel: () => void; readonly onPlayed: () => void }

/** What the files make together, how it is played, with which trades; and the button. */
export function PlayFooter({ onCancel, onPlayed }: PlayFooterProps) {
  const format = useFormat()
  const { status, files, between } = useAppStore((state) => state.importing)
  const title = useAppStore((state) => state.scenario.document?.title)
  const wallet = useAppStore((state) => state.scenario.document?.wallet) ?? DEFAULT_WALLET
  const { acceptImport, setImportBetween } = useAppStore((state) => state.actions)
  const [trades, setTrades] = useState<'none' | 'examples'>('none')
  const [isOpening, setIsOpening] = useState(false)
  const examples = exampleLongs(files.map(({ instrument }) => instrument.trim()), wallet)
  const hasPrice = files.every(({ report }) => (report?.firstRows[0]?.open ?? report?.firstRows[0]?.close ?? 1) > 0)
  const reason = playReason(status, files)
  const play = async (): Promise<void> => {
    setIsOpening(true)
    const isPlayed = await acceptImport({ commands: trades === 'examples' && hasPrice ? examples : [] })
    setIsOpening(false)
    if (isPlayed) onPlayed()
  }
  return (
    <div className={styles.footer}>
      {files.length === 0 ? null : (
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
                { value: 'examples', label: words.trades.examples(examples.length), reason: hasPrice ? undefined : words.trades.noPrice },
              ]}
              value={hasPrice ? trades : 'none'}
              onChange={setTrades}
            />
            {title === undefined ? null : <p className={styles.hint}>{words.keeps(title)}</p>}
          </div>
        </div>
      )}
      {isDailyCloses(files) && between === 'path' ? (
        <InlineWarning tone="info" fix={{ label: words.between.suggestFix, onFix: () => setImportBetween('jump') }}>{words.between.suggest}</InlineWarning>
      ) : null}
      <div className={styles.line}>
        <p className={styles.clock}>{sharedClock(files, format).join(' ')}</p>
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button variant="primary" reason={isOpening ? words.playReasons.reading : reason} onClick={() => void play()}>{words.play}</Button>
      </div>
    </div>
  )
}

function playReason(status: string, files: readonly ImportedFile[]): string | undefined {
  if (files.length === 0) return words.playReasons.none
  if (files.some((file) => file.status === 'refused')) return words.playReasons.refused
  if (files.some((file) => instrumentError(files, file) !== undefined)) return words.playReasons.name
  if (status === 'ready') return undefined
  return status === 'refused' ? words.playReasons.together : words.playReasons.reading
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
