import { useState } from 'react'
import { useAppStore } from '../../../store/useAppStore.ts'
import { Button } from '../../../ui/primitives/Button.tsx'
import { TextField } from '../../../ui/primitives/TextField.tsx'
import { entryOf, foundEntries } from '../glossary/glossary.ts'
import type { Entry } from '../glossary/Entry.ts'
import { words } from '../words/words.ts'
import styles from './drawer.module.css'

/** One term at the level that was chosen, or all of them, searchable. */
export function GlossaryView({ term }: { readonly term: string | undefined }) {
  const entry = term === undefined ? undefined : entryOf(term)
  return entry === undefined ? <AllTerms /> : <OneTerm entry={entry} />
}

function OneTerm({ entry }: { readonly entry: Entry }) {
  const level = useAppStore((state) => state.settings.level)
  const openExplain = useAppStore((state) => state.actions.openExplain)
  const deeper = (term: string | undefined): void => openExplain({ type: 'glossary', term }, { isDeeper: true })
  const said = { beginner: [entry.beginner], trader: [entry.trader], quant: [entry.trader, entry.quant] }[level]
  const others = (entry.see ?? []).flatMap((id) => entryOf(id) ?? [])
  return (
    <article className={styles.section}>
      <p className={styles.name}>{words.glossary}</p>
      <h3 className={styles.value}>{entry.name}</h3>
      {said.map((sentence) => <p key={sentence} className={styles.says}>{sentence}</p>)}
      {entry.formula === undefined || level === 'beginner' ? null : <p className={styles.says}><code>{entry.formula}</code></p>}
      {entry.synonyms === undefined ? null : <p className={styles.note}>{words.synonyms}: {entry.synonyms.join(', ')}</p>}
      {others.length === 0 ? null : (
        <p className={styles.links}>
          <span className={styles.quiet}>{words.see}</span>
          {others.map(({ id, name }) => <button key={id} type="button" className={styles.link} onClick={() => deeper(id)}>{name}</button>)}
        </p>
      )}
      <p className={styles.links}><Button variant="ghost" size="small" onClick={() => deeper(undefined)}>{words.allTerms}</Button></p>
    </article>
  )
}

function AllTerms() {
  const level = useAppStore((state) => state.settings.level)
  const openExplain = useAppStore((state) => state.actions.openExplain)
  const [typed, setTyped] = useState('')
  const found = foundEntries(typed)
  return (
    <div className={styles.section}>
      <h3 className={styles.heading}>{words.glossary}</h3>
      <TextField label={words.find} type="search" value={typed} onChange={setTyped} />
      {found.length === 0 ? <p className={styles.note}>{words.noTerm}</p> : null}
      <ul className={styles.list}>
        {found.map((entry) => (
          <li key={entry.id}>
            <button type="button" className={styles.term} onClick={() => openExplain({ type: 'glossary', term: entry.id }, { isDeeper: true })}>
              <b>{entry.name}</b> <span className={styles.quiet}>{level === 'beginner' ? entry.beginner : entry.trader}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
