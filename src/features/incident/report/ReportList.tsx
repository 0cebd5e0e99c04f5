import { useAppStore } from '../../../store/useAppStore.ts'
import { isAssetLeg } from '../../../store/selectors/breaches.ts'
import { selectBreaches } from '../../../store/selectors/selectBreaches.ts'
import { ModeBadge } from '../../../ui/primitives/ModeBadge.tsx'
import { reportWords } from './reportWords.ts'
import styles from './IncidentReport.module.css'

const TWINS = ['as-set', 'all-isolated', 'all-cross'] as const

/** All liquidations of the three accounts up to the cursor, to choose from. */
export function ReportList() {
  const breaches = useAppStore(selectBreaches)
  const chosen = useAppStore((state) => state.incident)
  const { openIncident } = useAppStore((state) => state.actions)
  return (
    <nav className={styles.list} aria-label={reportWords.list}>
      {TWINS.map((twin) => {
        const own = breaches.filter((breach) => breach.twin === twin && !isAssetLeg(breach.culprit.leg))
        return own.length === 0 ? null : (
          <section key={twin}>
            <h2 className={styles.account}>{reportWords.accounts[twin]}</h2>
            <ul className={styles.items}>
              {own.map(({ seq, tick, poolType, culprit, bystanders }) => (
                <li key={seq}>
                  <button
                    type="button"
                    className={styles.item}
                    aria-current={chosen?.twin === twin && chosen.seq === seq ? 'true' : undefined}
                    onClick={() => openIncident({ twin, seq })}
                  >
                    <ModeBadge mode={poolType} isDecorative />
                    {reportWords.item(tick, culprit.base, bystanders.length > 0)}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}
