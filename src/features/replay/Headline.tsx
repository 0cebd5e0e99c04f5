import { useEffect, useState, type ReactNode } from 'react'
import { selectHeadline } from '../../store/selectors/selectHeadline.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { ModeTerm } from '../../ui/primitives/ModeTerm.tsx'
import { StatusRegion } from '../../ui/primitives/StatusRegion.tsx'
import styles from './Headline.module.css'
import { headlineText, headlineWords, type HeadlinePart } from './headlineWords.ts'

/** The sentence: what the walls have changed so far. */
export function Headline({ actions }: { readonly actions: ReactNode }) {
  const facts = useAppStore(selectHeadline)
  const isPlaying = useAppStore((state) => state.playback.isPlaying)
  const format = useFormat()
  const [spoken, setSpoken] = useState('')
  const text = facts === undefined ? '' : headlineText(facts, format)
  // Spoken when the picture stands still: a sentence a frame would be noise.
  useEffect(() => {
    if (isPlaying || text === '') return
    const timer = window.setTimeout(() => setSpoken(text), 400)
    return () => window.clearTimeout(timer)
  }, [isPlaying, text])
  return (
    <div className={styles.headline}>
      <h1 className={styles.sentence}>
        {facts === undefined
          ? 'Same trades, same prices, the walls in different places.'
          : headlineWords(facts, format).map((line, i) => (
              <span key={i} className={styles.line}>
                {line.map((part, k) => (
                  <Part key={k} part={part} />
                ))}{' '}
              </span>
            ))}
      </h1>
      <StatusRegion message={spoken} />
      <div className={styles.actions}>{actions}</div>
    </div>
  )
}

function Part({ part }: { readonly part: HeadlinePart }) {
  if (part.type === 'words') return part.text
  if (part.type === 'figure') return <b className={styles.figure} data-figure={part.figure}>{part.text}</b>
  return <ModeTerm mode={part.type}>{part.text}</ModeTerm>
}
