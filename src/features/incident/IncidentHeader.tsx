import type { ChartMark } from '../../store/selectors/rows/ChartMark.ts'
import { selectChartMarks } from '../../store/selectors/selectChartMarks.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { IconButton } from '../../ui/primitives/IconButton.tsx'
import { ModeBadge } from '../../ui/primitives/ModeBadge.tsx'
import type { Account, PlainIncident } from './IncidentLook.ts'
import styles from './IncidentPanel.module.css'
import { listed } from './listed.ts'
import { words } from './words.ts'

/** Which liquidation this is, when, in which accounts, and the way to the others. */
export function IncidentHeader({ incident, heading }: { readonly incident: PlainIncident; readonly heading: string }) {
  const marks = useAppStore(selectChartMarks)
  const open = useAppStore((state) => state.actions.openIncident)
  const index = marks.findIndex((mark) => isMarkOf(mark, incident))
  const others = marks[index]?.twins.filter((twin) => twin !== incident.twin) ?? []
  const go = (mark: ChartMark | undefined): (() => void) => () => {
    const twin = mark?.twins[0]
    if (mark !== undefined && twin !== undefined) open({ twin, seq: mark.seq })
  }
  const reason = (mark: ChartMark | undefined): string | undefined => (mark === undefined ? words.noOther : undefined)
  const [before, after] = [marks[index - 1], marks[index + 1]]
  return (
    <>
      <div className={styles.title}>
        <ModeBadge mode={incident.poolType} />
        <h2 className={styles.name}>{heading}</h2>
        <span className={styles.bar}>{words.bar(incident.tick)}</span>
        {marks.length < 2 || index < 0 ? null : (
          <span className={styles.steps}>
            <IconButton icon="chevron-left" size="small" label={words.previous} reason={reason(before)} onClick={go(before)} />
            <IconButton icon="chevron-right" size="small" label={words.next} reason={reason(after)} onClick={go(after)} />
          </span>
        )}
      </div>
      <p className={styles.accounts}>{accountsLine(incident, others)}</p>
    </>
  )
}

/** Whose account it was, where the heading does not say it, and where else the same happened. */
function accountsLine({ twin, poolType }: PlainIncident, others: readonly Account[]): string {
  const whose = poolType === 'cross' ? [] : [`${words.accounts[twin]}.`]
  return [...whose, ...(others.length === 0 ? [] : [words.sameIn(listed(others.map((other) => words.accounts[other])))])].join(' ')
}

/** A mark stands for the same liquidation in several accounts; its number is that of the first. */
function isMarkOf(mark: ChartMark, incident: PlainIncident): boolean {
  if (!mark.twins.includes(incident.twin) || mark.tick !== incident.tick) return false
  return mark.twins[0] === incident.twin ? mark.seq === incident.seq : mark.culprit.leg === incident.culprit && mark.poolType === incident.poolType
}
