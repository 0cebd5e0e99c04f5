import type { AppState } from '../../store/AppState.ts'
import type { LevelCell, OpenPositionRow } from '../../store/selectors/rows/PositionRow.ts'
import { useAppStore } from '../../store/useAppStore.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import { useFormat } from '../../ui/format/FormatProvider.tsx'
import { Button } from '../../ui/primitives/Button.tsx'
import { Dialog } from '../../ui/primitives/Dialog.tsx'
import { FigureTable, type FigureTableRow } from '../../ui/primitives/FigureTable.tsx'
import styles from './ExplainDialog.module.css'
import { EditHead } from './edit/EditHead.tsx'
import { priceText, sizeText } from './rowText.ts'
import { explainWords } from './words/explainWords.ts'
import { noneReasons, noneSentences, words } from './words/words.ts'

type PlainPosition = NonNullable<ReturnType<typeof selectDetail>>['positions'][number]
type PlainRules = NonNullable<AppState['scenario']['info']>['rules']

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
  const maintenanceText = maintenanceFormula({ figures, format, rules })
  const section = (caption: string, rows: readonly FigureTableRow[]) => (
    <div className={styles.section}><FigureTable caption={caption} isCaptionVisible rows={rows} /></div>
  )
  return (
    <Dialog isOpen onClose={onClose} title={explainWords.title} size="medium" actions={<Button onClick={onClose}>{explainWords.close}</Button>}>
      <div className={styles.body}>
        <EditHead row={row} />
        {section(explainWords.liquidation, [
          { id: 'alone', label: explainWords.alone(row.base), cells: [level(row.liquidation)], weight: 'strong' },
          { id: 'together', label: explainWords.together, cells: [level(row.liquidationTogether)] },
          { id: 'bankruptcy', label: explainWords.bankruptcy, cells: [level(row.bankruptcy)] },
        ])}
        <p className={styles.note}>{row.liquidation.type === 'none' ? noneSentences[row.liquidation.reason] : explainWords.against(row.isLong)}</p>
        {pool === undefined ? null : section(explainWords.ratio, [
          { id: 'maintenance', label: explainWords.poolMaintenance(pool.type), cells: [money(pool.maintenanceMargin)] },
          ...(isZero(pool.exitCosts) ? [] : [{ id: 'exit', label: explainWords.exitCosts, cells: [money(pool.exitCosts)] }]),
          ...(isZero(pool.exitCosts) ? [] : [{ id: 'requirement', label: explainWords.poolRequirement(rules?.exitCost.combine ?? 'sum'), cells: [money(pool.requirement)] }]),
          { id: 'equity', label: explainWords.poolEquity, cells: [`${money(pool.cash)} ${pool.unrealizedPnl.startsWith('-') ? '−' : '+'} ${money(pool.unrealizedPnl.replace('-', ''))} = ${money(pool.equity)}`] },
          ...(isZero(pool.haircut) ? [] : [{ id: 'haircut', label: explainWords.haircut, cells: [`−${money(pool.haircut)}`] }]),
          { id: 'ratio', label: explainWords.ratioFormula, cells: [`${money(pool.requirement)} ÷ ${isZero(pool.haircut) ? money(pool.equity) : `(${money(pool.equity)} − ${money(pool.haircut)})`} = ${format.percent(pool.marginRatio)}`], weight: 'sum' },
        ])}
        {section(explainWords.result, [
          { id: 'pnl', label: explainWords.unrealized, cells: [explainWords.pnl({ size, mark: price(row.mark), entry: price(row.entryPrice), isLong: row.isLong, isInverse: figures?.type === 'inverse', pnl: signed(row.unrealizedPnl) })] },
          { id: 'roe', label: explainWords.roe(format.leverage(row.leverage)), cells: [format.percent(row.roe, { signed: true })] },
          { id: 'realized', label: words.columns.realized, cells: [signed(row.realizedPnl)] },
          { id: 'fees', label: explainWords.fees, cells: [signed(row.fees)] },
          { id: 'funding', label: words.columns.funding, cells: [signed(row.funding)] },
        ])}
        {section(explainWords.requirement, [
          { id: 'initial', label: explainWords.initial(basis(rules?.initialOn, pool?.type)), cells: [`${format.percent(figures?.initialMarginRate)} → ${money(row.initialMargin)}`] },
          { id: 'maintenance', label: explainWords.maintenance(row.tier, rules?.maintenanceOn ?? 'mark'), cells: [`${maintenanceText} = ${money(row.maintenanceMargin)}`] },
          ...(figures === undefined || isZero(figures.exitCosts) ? [] : [{ id: 'exit', label: explainWords.exitCost(rules?.exitCost.on ?? 'mark'), cells: [money(figures.exitCosts)] }]),
          ...(rules === undefined ? [] : [{ id: 'source', label: explainWords.rules, cells: [rules.date === '' ? rules.name : explainWords.dated(rules.name, rules.date)] }]),
        ])}
      </div>
    </Dialog>
  )
}

function isZero(amount: string): boolean {
  return /^-?0*\.?0*$/.test(amount)
}

/** The value the initial margin is a share of. */
function basis(on: PlainRules['initialOn'] | undefined, pool: 'cross' | 'isolated' | 'bucket' | undefined): 'mark' | 'entry' {
  return on === 'entry' || (on === 'entry-if-isolated' && pool === 'isolated') ? 'entry' : 'mark'
}

/** N x rate - amount, with the values of the tier the position is in. */
function maintenanceFormula({ figures, format, rules }: { readonly figures: PlainPosition | undefined; readonly format: Format; readonly rules: PlainRules | undefined }): string {
  if (figures === undefined || rules === undefined) return ''
  const table = rules.tiers[figures.instrument] ?? rules.tiers.default
  const amount = table[figures.tier - 1]?.maintenanceAmount ?? '0'
  const base = rules.maintenanceOn === 'entry' ? figures.entryNotional.replace('-', '') : figures.notional
  const product = `${format.money(base)} × ${format.percent(figures.maintenanceMarginRate, { decimals: 3 })}`
  return isZero(amount) ? product : `${product} − ${format.money(amount)}`
}
