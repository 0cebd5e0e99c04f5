import type { AppState } from '../../store/AppState.ts'
import type { LevelCell, OpenPositionRow } from '../../store/selectors/rows/PositionRow.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { Button } from '../../ui/primitives/Button.tsx'
import { Dialog } from '../../ui/primitives/Dialog.tsx'
import { FigureTable, type FigureTableRow } from '../../ui/primitives/FigureTable.tsx'
import styles from './ExplainDialog.module.css'
import { CarrySection } from './CarrySection.tsx'
import { EditHead } from './edit/EditHead.tsx'
import { ratioRows, requirementRows } from './explainRows.ts'
import { priceText, sizeText } from './rowText.ts'
import { explainWords } from './words/explainWords.ts'
import { noneReasons, noneSentences, words } from './words/words.ts'

const selectDetail = (state: AppState) => state.view.detail?.account
const selectRules = (state: AppState) => state.scenario.info?.rules

/** Every figure of one position with what it is made of. */
export function ExplainDialog({ row, onClose }: { readonly row: OpenPositionRow; readonly onClose: () => void }) {
  const account = useAppStore(selectDetail)
  const rules = useAppStore(selectRules)
  const pool = account?.pools.find((one) => one.legs.includes(row.leg))
  const figures = account?.positions.find((one) => one.leg === row.leg)
  const format = useFormat()
  const { money } = format
  const price = (value: string): string => priceText(format, value, row.priceDecimals)
  const level = (cell: LevelCell): string =>
    cell.type === 'none' ? `${words.none}, ${noneReasons[cell.reason]}` : `${price(cell.price)} (${format.percent(cell.distance, { signed: true })})`
  const signed = (value: string): string => money(value, { signed: true })
  const size = sizeText(format, row)
  const section = (caption: string, rows: readonly FigureTableRow[]) => (
    <div className={styles.section}><FigureTable caption={caption} isCaptionVisible rows={rows} /></div>
  )
  return (
    <Dialog isOpen onClose={onClose} title={explainWords.title} size="medium" actions={<Button onClick={onClose}>{explainWords.close}</Button>}>
      {/* Taller than most screens, and nothing in it takes the focus: keys must be able to scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.body} role="region" aria-label={explainWords.title} tabIndex={0}>
        <EditHead row={row} />
        {section(explainWords.liquidation, [
          { id: 'alone', label: explainWords.alone(row.base), cells: [level(row.liquidation)], weight: 'strong' },
          { id: 'together', label: explainWords.together, cells: [level(row.liquidationTogether)] },
          { id: 'bankruptcy', label: explainWords.bankruptcy, cells: [level(row.bankruptcy)] },
        ])}
        <p className={styles.note}>{row.liquidation.type === 'none' ? noneSentences[row.liquidation.reason] : explainWords.against(row.isLong)}</p>
        {pool === undefined ? null : section(explainWords.ratio, ratioRows(pool, rules, format))}
        {section(explainWords.result, [
          { id: 'pnl', label: explainWords.unrealized, cells: [explainWords.pnl({ size, mark: price(row.mark), entry: price(row.entryPrice), isLong: row.isLong, isInverse: figures?.type === 'inverse', pnl: signed(row.unrealizedPnl) })] },
          { id: 'roe', label: explainWords.roe(format.leverage(row.leverage)), cells: [format.percent(row.roe, { signed: true })] },
          { id: 'realized', label: words.columns.realized, cells: [signed(row.realizedPnl)] },
          { id: 'fees', label: explainWords.fees, cells: [signed(row.fees)] },
          { id: 'funding', label: words.columns.funding, cells: [signed(row.funding)] },
        ])}
        <CarrySection row={row} />
        {figures === undefined || rules === undefined ? null : section(explainWords.requirement, requirementRows(figures, rules, format))}
      </div>
    </Dialog>
  )
}
