import { useMemo, useState } from 'react'
import type { Rules } from '../../../engine/index.ts'
import { readEngineRules } from '../../../store/rules/rulesDesk.ts'
import { useAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Change } from '../../../ui/primitives/Change.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { ageFigure, saidRules, type RulePlace } from '../form/ruleFigures.ts'
import { words } from '../words.ts'
import { daysSince, OLD_DAYS } from './age.ts'
import styles from './library.module.css'
import type { RulesFile } from './RulesChoice.ts'
import { rulesRows } from './rulesRows.ts'

export type RulesDetailProps = { readonly document: RulesFile; readonly isUsed: boolean }

/** What a set of rules says, how old its data are and where from, and what it changes against the one in use. */
export function RulesDetail({ document, isUsed }: RulesDetailProps) {
  const reading = useMemo(() => readEngineRules(document), [document])
  return (
    <div className={styles.detail}>
      {(document.summary ?? '') === '' ? null : <p>{document.summary}</p>}
      <Age date={document.date} name={document.name} />
      {reading.problems.length === 0 ? null : (
        <div role="alert">
          <InlineWarning tone="error">{reading.problems.slice(0, 5).join(' ')}</InlineWarning>
        </div>
      )}
      {isUsed || reading.rules === undefined ? null : <Against rules={reading.rules} />}
      {(document.source ?? '') === '' ? null : <p className={styles.source}>{words.library.source} {document.source}</p>}
    </div>
  )
}

function Age({ date, name }: { readonly date: string | undefined; readonly name: string | undefined }) {
  const [now] = useState(() => Date.now())
  const days = date === undefined ? undefined : daysSince(date, now)
  if (date === undefined || days === undefined) return <p className={styles.quiet}>{words.library.undated}</p>
  return (
    <>
      <p className={styles.quiet}><FigureWords text={words.library.dated(date, days)} figures={[ageFigure(days, date, now, name)]} /></p>
      {days <= OLD_DAYS ? null : <InlineWarning><FigureWords text={words.library.old(days)} figures={[ageFigure(days, date, now, name), { text: String(OLD_DAYS), figure: undefined }]} /></InlineWarning>}
    </>
  )
}

function Against({ rules }: { readonly rules: Rules }) {
  const format = useFormat()
  const info = useAppStore((state) => state.scenario.info)
  if (info === undefined) return null
  const rows = rulesRows(info.rules, rules, info.instruments.map(({ symbol }) => symbol), format)
  if (rows.length === 0) return <p className={styles.quiet}>{words.library.same}</p>
  const said = (text: string, of: RulePlace) => <FigureWords text={text} figures={saidRules(text, format, of)} />
  return (
    <section aria-label={words.library.against(info.rules.name)}>
      <h3 className={styles.heading}>{words.library.against(info.rules.name)}</h3>
      <dl className={styles.changes}>
        {rows.map(({ id, label, from, to }) => (
          <div key={id} className={styles.change}>
            <dt>{label}</dt>
            <dd><Change from={said(from, { set: info.rules.name, date: info.rules.date, place: label })} to={said(to, { set: rules.name, date: rules.date, place: label })} /></dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
