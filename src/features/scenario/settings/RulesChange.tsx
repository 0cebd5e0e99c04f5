import { builtinRules } from '../../../engine/index.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { Change } from '../../../ui/primitives/Change.tsx'
import type { CurrentScenario } from '../start/CurrentScenario.ts'
import { words } from '../words.ts'
import { rulesRows } from './rulesRows.ts'
import styles from './ScenarioSettings.module.css'

export type RulesChangeProps = { readonly current: CurrentScenario; readonly rulesId: string }

/** Summary and date of the chosen rules, and line by line what they change. */
export function RulesChange({ current: { info }, rulesId }: RulesChangeProps) {
  const format = useFormat()
  const chosen = builtinRules.get(rulesId) ?? info.rules
  const rows = rulesRows(info.rules, chosen, info.instruments.map(({ symbol }) => symbol), format)
  return (
    <div className={styles.rules}>
      <p>
        {chosen.summary} {chosen.date === '' ? null : <span className={styles.date}>{words.settings.dated(chosen.date)}</span>}
      </p>
      {rows.length === 0 ? null : (
        <dl className={styles.changes} aria-label={words.settings.rulesChange(info.rules.name, chosen.name)}>
          {rows.map(({ id, label, from, to }) => (
            <div key={id} className={styles.change}>
              <dt>{label}</dt>
              <dd><Change from={from} to={to} /></dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
