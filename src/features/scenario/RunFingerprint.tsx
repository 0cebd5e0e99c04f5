import { useEffect, useState } from 'react'
import type { AppState } from '../../store/AppState.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { useToast } from '../../ui/primitives/Toasts.tsx'
import styles from './RunFingerprint.module.css'
import { words } from './words.ts'

type Fingerprint = NonNullable<Awaited<ReturnType<AppState['actions']['fingerprint']>>>

/** What came of the run so far, in a few characters: equal fingerprints are equal runs, here and on the command line. */
export function RunFingerprint() {
  const document = useAppStore((state) => state.scenario.document)
  const { tick, isPlaying } = useAppStore((state) => state.playback)
  const ask = useAppStore((state) => state.actions.fingerprint)
  const toast = useToast()
  const [made, setMade] = useState<{ readonly of: Fingerprint; readonly tick: number }>()
  useEffect(() => {
    if (isPlaying) return undefined
    let isWanted = true
    const fetch = async (): Promise<void> => {
      const of = await ask()
      if (isWanted) setMade(of === undefined ? undefined : { of, tick })
    }
    void fetch()
    return () => {
      isWanted = false
    }
  }, [ask, document, tick, isPlaying])
  if (made === undefined) return <p className={styles.line}>{words.fingerprint.waiting}</p>
  const copy = async (): Promise<void> => {
    const text = `${JSON.stringify(made.of, undefined, 2)}\n`
    const isCopied = await navigator.clipboard.writeText(text).then(() => true, () => false)
    toast(isCopied ? { message: words.fingerprint.copied } : { message: words.fingerprint.forbidden(text), tone: 'warn' })
  }
  return (
    <p className={styles.line}>
      <span title={words.fingerprint.means}>
        {words.fingerprint.run} <code className={styles.code}>{made.of.events['as-set'].slice(0, 8)}</code> {words.fingerprint.upTo(made.tick)}
      </span>
      <Button size="small" variant="ghost" icon="copy" title={words.fingerprint.means} onClick={() => void copy()}>
        {words.fingerprint.copy}<span className="visually-hidden"> {words.fingerprint.what}</span>
      </Button>
    </p>
  )
}
