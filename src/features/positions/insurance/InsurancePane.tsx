import { figureTag, type FigureOwner } from '../../../store/figures/figureTag.ts'
import type { AppState } from '../../../store/AppState.ts'
import { selectDeleveraged, selectFundChanges, selectFunds, selectShortfalls } from '../../../store/selectors/selectInsurance.ts'
import { CALM_HZ, useAppStore, useCalmAppStore } from '../../../store/useAppStore.ts'
import { useFormat } from '../../../ui/format/FormatProvider.tsx'
import { EmptyState } from '../../../ui/primitives/EmptyState.tsx'
import { FigureWords, type SaidFigure } from '../../../ui/primitives/FigureWords.tsx'
import { InlineWarning } from '../../../ui/primitives/InlineWarning.tsx'
import { useSay } from '../useSay.ts'
import { useSeek } from '../useSeek.ts'
import { insuranceWords as words } from '../words/insuranceWords.ts'
import { DeleveragedTable } from './DeleveragedTable.tsx'
import { FundChangesTable } from './FundChangesTable.tsx'
import styles from './InsurancePane.module.css'

const selectTwin = (state: AppState) => state.selection.account
const selectRanking = (state: AppState) => {
  const rules = state.scenario.info?.rules.deleveraging
  return rules?.type === 'ranked' ? rules.ranking : undefined
}

/** What the funds hold and what changed them; who was deleveraged; what nobody paid. */
export function InsurancePane() {
  const funds = useCalmAppStore(selectFunds, CALM_HZ)
  const changes = useCalmAppStore(selectFundChanges, CALM_HZ)
  const deleveraged = useCalmAppStore(selectDeleveraged, CALM_HZ)
  const shortfalls = useCalmAppStore(selectShortfalls, CALM_HZ)
  const ranking = useAppStore(selectRanking)
  const twin = useAppStore(selectTwin)
  const format = useFormat()
  const say = useSay()
  const seek = useSeek()
  return (
    <div className={styles.pane}>
      <ul className={styles.funds}>
        {funds.map(({ fund, instrument, start, balance }) => (
          <li key={fund}>
            <b>{instrument === undefined ? words.ofVenue : words.of(instrument)}</b> <FigureWords text={words.holds(format.money(start), format.money(balance))} figures={fundFigures({ start: format.money(start), balance: format.money(balance) }, { twin, fund })} />
          </li>
        ))}
      </ul>
      {shortfalls.map(({ key, seq, amount, pool, tick }) => (
        <div key={key} className={styles.note}><InlineWarning tone="warn"><FigureWords text={words.shortfall(format.money(amount), say.pool(pool), tick)} figures={[{ text: format.money(amount), figure: figureTag('event.amount', { twin, seq }) }]} /></InlineWarning></div>
      ))}
      {deleveraged.length === 0 ? null : (
        <div className={styles.table}>
          <DeleveragedTable rows={deleveraged} twin={twin} say={say} onSeek={seek} />
          {ranking === undefined ? null : <p className={styles.note}>{words.rankings[ranking]} {words.order}</p>}
        </div>
      )}
      {changes.length === 0
        ? <EmptyState title={words.empty.title}>{words.empty.text}</EmptyState>
        : <div className={styles.table}><FundChangesTable rows={changes} twin={twin} say={say} onSeek={seek} /></div>}
    </div>
  )
}

/** What a fund holds, before what it began with: where both are the same the first is the one that is asked about. */
function fundFigures(said: { readonly start: string; readonly balance: string }, owner: FigureOwner): readonly SaidFigure[] {
  return [{ text: said.balance, figure: figureTag('fund.balance', owner) }, { text: said.start, figure: figureTag('fund.start', owner) }]
}
