import { useEffect, useRef, useState } from 'react'
import { useAppStore } from '../../store/useAppStore.ts'
import { Button } from '../../ui/primitives/Button.tsx'
import { Icon } from '../../ui/primitives/Icon.tsx'
import { useToast } from '../../ui/primitives/Toasts.tsx'
import { bannerWords as words } from './bannerWords.ts'
import styles from './SharedBanner.module.css'

/** Over a scenario that came by a link: what it is, and the two ways on. */
export function SharedBanner() {
  const title = useAppStore((state) => state.scenario.document?.title ?? '')
  const isEdited = useAppStore((state) => state.scenario.isEdited || state.scenario.canUndo)
  const { keepShared, leaveShared } = useAppStore((state) => state.actions)
  const [isAsking, setIsAsking] = useState(false)
  const toast = useToast()
  useLeaveWarning(isEdited)
  const keep = async (): Promise<void> => {
    if (await keepShared()) toast({ message: words.kept })
  }
  const back = (): void => {
    if (isEdited) setIsAsking(true)
    else void leaveShared()
  }
  return (
    <section className={styles.banner} aria-label={words.label}>
      <Icon name="share" size={14} className={styles.icon} />
      <p className={styles.words} role="status">
        {isAsking ? words.lost : <><strong>{words.label}</strong> {words.what(title)}</>}
      </p>
      <div className={styles.actions}>
        {isAsking ? <Asking onDiscard={() => void leaveShared()} onKeep={() => void keep()} onStay={() => setIsAsking(false)} /> : (
          <>
            <Button size="small" variant="primary" title={words.keepHint} onClick={() => void keep()}>{words.keep}</Button>
            <Button size="small" onClick={back}>{words.back}</Button>
          </>
        )}
      </div>
    </section>
  )
}

function Asking({ onDiscard, onKeep, onStay }: { readonly onDiscard: () => void; readonly onKeep: () => void; readonly onStay: () => void }) {
  // The button that was pressed is gone; the focus stays where the question is.
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <>
      <Button ref={first} size="small" variant="primary" onClick={onKeep}>{words.keep}</Button>
      <Button size="small" onClick={onDiscard}>{words.discard}</Button>
      <Button size="small" variant="ghost" onClick={onStay}>{words.stay}</Button>
    </>
  )
}

/** The browser asks before the page goes away with changes that are saved nowhere. */
function useLeaveWarning(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isOn])
}
