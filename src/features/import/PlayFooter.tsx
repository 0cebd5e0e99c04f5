import { type ReactNode, useState } from 'react'
import type { AppState } from '../../store/AppState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { instrumentError } from './instrumentError.ts'
import styles from './PlayFooter.module.css'
import { sharedClock } from './sharedClock.ts'
import { words } from './words.ts'

type Commands = NonNullable<NonNullable<Parameters<AppState['actions']['acceptImport']>[0]>['commands']>

export type PlayFooterProps = {
  readonly commands: Commands
  readonly onCancel: () => void
  readonly onPlayed: () => void
  /** The choices, where there is room for them beside the button. */
  readonly children?: ReactNode
}

/** What the files make together, and the button that plays it. */
export function PlayFooter({ commands, onCancel, onPlayed, children }: PlayFooterProps) {
  const importing = useAppStore((state) => state.importing)
  const { acceptImport, play: startPlaying } = useAppStore((state) => state.actions)
  const [isOpening, setIsOpening] = useState(false)
  const play = async (): Promise<void> => {
    setIsOpening(true)
    const isPlayed = await acceptImport({ commands })
    setIsOpening(false)
    if (!isPlayed) return
    onPlayed()
    // With nothing open yet the first bar waits for a trade.
    if (commands.length > 0) startPlaying()
  }
  const reason = isOpening ? words.playReasons.opening : playReason(importing)
  // Of many files the one that is not read may be out of sight.
  const isHeld = reason === words.playReasons.refused || reason === words.playReasons.name
  return (
    <div className={styles.footer}>
      {children}
      <div className={styles.line}>
        <p className={styles.clock}>{isHeld ? reason : sharedClock(importing.files).join(' ')}</p>
        <Button onClick={onCancel}>{words.cancel}</Button>
        <Button variant="primary" reason={reason} onClick={() => void play()}>{words.play}</Button>
      </div>
    </div>
  )
}

function playReason({ status, files }: AppState['importing']): string | undefined {
  if (files.length === 0) return words.playReasons.none
  if (files.some((file) => file.status === 'refused')) return words.playReasons.refused
  if (files.some((file) => instrumentError(files, file) !== undefined)) return words.playReasons.name
  if (status === 'ready') return undefined
  return status === 'refused' ? words.playReasons.together : words.playReasons.reading
}
