import type { ReactNode } from 'react'
import { Change } from '../../../ui/primitives/Change.tsx'
import { FigureWords } from '../../../ui/primitives/FigureWords.tsx'
import { Icon } from '../../../ui/primitives/Icon.tsx'
import type { IconName } from '../../../ui/primitives/iconPaths.ts'
import { useIsNarrow } from '../../../ui/theme/useMediaQuery.ts'
import type { RulesChange } from '../form/changesOf.ts'
import styles from './diff.module.css'
import type { DiffSay, RuleDiffReport, RuleEffect } from './DiffSay.ts'
import type { DiffPartProps } from './DiffSummary.tsx'
import { diffWords } from './diffWords.ts'
import { saidValues, sideFigure, triedWords, type SaidText } from './diffFigures.ts'
import { effectKind, valueChanges } from './effectWords.ts'
import { ruleTitle } from './rulePhrase.ts'

type EffectKind = keyof typeof diffWords.effects
const EFFECT_ICONS: Readonly<Record<EffectKind, IconName>> = { decides: 'check', matters: 'arrow-right', together: 'plus', money: 'info', none: 'minus' }
const ORDER: readonly EffectKind[] = ['decides', 'matters', 'together', 'money', 'none']

type RuleTableProps = DiffPartProps & { readonly changes: readonly RulesChange[] }

/** Every rule in which the two differ: what it says, what it does, alone and missing. */
export function RuleTable(props: RuleTableProps) {
  const isNarrow = useIsNarrow()
  const effects = props.report.effects.toSorted((one, other) => ORDER.indexOf(effectKind(one, props.say)) - ORDER.indexOf(effectKind(other, props.say)))
  const name = diffWords.rules(effects.length)
  return (
    <section>
      <h3 className={styles.title}>{name}</h3>
      {isNarrow ? <Cards {...props} effects={effects} name={name} /> : <Wide {...props} effects={effects} name={name} />}
    </section>
  )
}

type RowsProps = RuleTableProps & { readonly effects: readonly RuleEffect[]; readonly name: string }

function Wide({ report, say, changes, effects, name }: RowsProps) {
  const { rule, change, effect, alone, without } = diffWords.ruleColumns
  return (
    <table className={styles.rules} aria-label={name}>
      <thead>
        <tr>{[rule, change, effect, alone, without].map((column) => <th key={column} scope="col">{column}</th>)}</tr>
      </thead>
      <tbody>
        {effects.map((each) => (
          <tr key={each.path}>
            <th scope="row">{ruleTitle(each.path, say.base)}</th>
            <td><Values effect={each} changes={changes} say={say} report={report} /></td>
            <td><Effect effect={each} say={say} /></td>
            <td><Said {...triedWords(each, report.b.deaths[0], say).alone} /></td>
            <td><Said {...triedWords(each, report.b.deaths[0], say).without} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cards({ report, say, changes, effects, name }: RowsProps) {
  return (
    <ul aria-label={name}>
      {effects.map((each) => (
        <li key={each.path} className={styles.card}>
          <h4 className={styles.strong}>{ruleTitle(each.path, say.base)}</h4>
          <Values effect={each} changes={changes} say={say} report={report} />
          <Effect effect={each} say={say} />
          <dl className={styles.facts}>
            <dt>{diffWords.ruleColumns.alone}</dt>
            <dd><Said {...triedWords(each, report.b.deaths[0], say).alone} /></dd>
            <dt>{diffWords.ruleColumns.without}</dt>
            <dd><Said {...triedWords(each, report.b.deaths[0], say).without} /></dd>
          </dl>
        </li>
      ))}
    </ul>
  )
}

function Said({ text, figures }: SaidText) {
  return <FigureWords text={text} figures={figures} />
}

type CellProps = { readonly effect: RuleEffect; readonly say: DiffSay }

function Values({ effect, changes, say, report: { a, b } }: CellProps & { readonly changes: readonly RulesChange[]; readonly report: RuleDiffReport }) {
  const place = ruleTitle(effect.path, say.base)
  const said = (text: string, { name, date }: RuleDiffReport['a']['rules']): ReactNode => <FigureWords text={text} figures={saidValues(text, say, { place, set: name, date })} />
  return (
    <ul className={styles.values}>
      {valueChanges(effect, changes, say.format).map(({ id, label, from, to }) => (
        <li key={id}>
          {label === undefined ? null : <span className={styles.quiet} data-name="">{label}{from === '' && to === '' ? '' : ': '}</span>}
          {from === '' && to === '' ? null : <Change from={said(from, a.rules)} to={said(to, b.rules)} />}
        </li>
      ))}
    </ul>
  )
}

function Effect({ effect, say }: CellProps) {
  const kind = effectKind(effect, say)
  return (
    <span className={styles.outcome} data-effect={kind}>
      <Icon name={EFFECT_ICONS[kind]} size={14} />
      <span>
        {diffWords.effects[kind]}
        {kind === 'money' ? <>, <span data-figure={sideFigure('effect', effect.equity, { side: 'A', place: ruleTitle(effect.path, say.base) })}>{say.money(effect.equity, { signed: true })}</span></> : ''}
      </span>
    </span>
  )
}
