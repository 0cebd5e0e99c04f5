import type { PlainExplanation } from '../../../store/slices/ExplainState.ts'
import type { SettingsState } from '../../../store/slices/SettingsState.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { entryOf } from '../glossary/glossary.ts'
import { termsOf } from '../glossary/termsOf.ts'
import { ruleWords } from '../words/ruleWords.ts'
import { words } from '../words/words.ts'
import styles from './drawer.module.css'

/** What the figure stands on: rules in words, the set with its date and source, terms of the glossary. */
export function RuleSection({ explanation, level }: { readonly explanation: PlainExplanation; readonly level: SettingsState['level'] }) {
  const openExplain = useAppStore((state) => state.actions.openExplain)
  const { rules, source, figure } = explanation
  const terms = termsOf(figure.id).flatMap((id) => entryOf(id) ?? [])
  const told = level === 'beginner' ? [] : rules.flatMap((id) => (ruleWords[id] === undefined ? [] : [{ id, ...ruleWords[id] }]))
  if (told.length === 0 && source === undefined && terms.length === 0) return null
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{words.rule}</h3>
      {told.map(({ id, title, says }) => (
        <p key={id} className={styles.rule}>{level === 'quant' ? <b>{id} {title}: </b> : null}{says}</p>
      ))}
      <p className={styles.links}>
        {source === undefined ? null : (
          <span>
            {words.source}: {source.name}{source.date === '' ? '' : `, ${source.date}`}
            {!/^https?:/.test(source.url) ? null : <> <a href={source.url} target="_blank" rel="noreferrer">{words.page}</a></>}
          </span>
        )}
        {terms.map(({ id, name }) => (
          <button key={id} type="button" className={styles.link} onClick={() => openExplain({ type: 'glossary', term: id }, { isDeeper: true })}>{name}<span className="visually-hidden">, {words.about}</span></button>
        ))}
      </p>
    </section>
  )
}
