import type { AppState } from '../../store/AppState.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import type { FigureTableRow } from '../../ui/primitives/FigureTable.tsx'
import { explainWords } from './words/explainWords.ts'

type Account = NonNullable<AppState['view']['detail']>['account']
type Rules = NonNullable<AppState['scenario']['info']>['rules']

/** The margin ratio of a pool: what it must hold, what it has, and the one by the other. */
export function ratioRows(pool: Account['pools'][number], rules: Rules | undefined, format: Format): readonly FigureTableRow[] {
  const { money } = format
  const counted = isZero(pool.haircut) ? money(pool.equity) : `(${money(pool.equity)} − ${money(pool.haircut)})`
  const exit: readonly FigureTableRow[] = isZero(pool.exitCosts) ? [] : [
    { id: 'exit', label: explainWords.exitCosts, cells: [money(pool.exitCosts)] },
    { id: 'requirement', label: explainWords.poolRequirement(rules?.exitCost.combine ?? 'sum'), cells: [money(pool.requirement)] },
  ]
  return [
    { id: 'maintenance', label: explainWords.poolMaintenance(pool.type), cells: [money(pool.maintenanceMargin)] },
    ...exit,
    { id: 'equity', label: explainWords.poolEquity, cells: [`${money(pool.cash)} ${pool.unrealizedPnl.startsWith('-') ? '−' : '+'} ${money(pool.unrealizedPnl.replace('-', ''))} = ${money(pool.equity)}`] },
    ...(isZero(pool.haircut) ? [] : [{ id: 'haircut', label: explainWords.haircut, cells: [`−${money(pool.haircut)}`] }]),
    { id: 'ratio', label: explainWords.ratioFormula, cells: [`${money(pool.requirement)} ÷ ${counted} = ${format.percent(pool.marginRatio)}`], weight: 'sum' },
  ]
}

/** What a position takes, by the rules of the venue: each margin with the value it is a share of. */
export function requirementRows(position: Account['positions'][number], rules: Rules, format: Format): readonly FigureTableRow[] {
  const { money } = format
  const exit: readonly FigureTableRow[] = isZero(position.exitCosts) ? [] : [{ id: 'exit', label: explainWords.exitCost(rules.exitCost.on), cells: [money(position.exitCosts)] }]
  return [
    { id: 'initial', label: explainWords.initial(initialBasis(rules.initialOn, position.poolType)), cells: [`${format.percent(position.initialMarginRate)} → ${money(position.initialMargin)}`] },
    { id: 'maintenance', label: explainWords.maintenance(position.tier, rules.maintenanceOn), cells: [`${maintenanceFormula(position, rules, format)} = ${money(position.maintenanceMargin)}`] },
    ...exit,
    { id: 'rules', label: explainWords.rules, cells: [rules.date === '' ? rules.name : explainWords.dated(rules.name, rules.date)] },
  ]
}

function isZero(amount: string): boolean {
  return /^-?0*\.?0*$/.test(amount)
}

function initialBasis(on: Rules['initialOn'], pool: Account['positions'][number]['poolType']): 'mark' | 'entry' {
  return on === 'entry' || (on === 'entry-if-isolated' && pool === 'isolated') ? 'entry' : 'mark'
}

/** N x rate - amount, with the values of the tier the position is in. */
function maintenanceFormula(position: Account['positions'][number], rules: Rules, format: Format): string {
  const table = rules.tiers[position.instrument] ?? rules.tiers.default
  const amount = rules.tierRates === 'by-part' ? '0' : (table[position.tier - 1]?.maintenanceAmount ?? '0')
  const base = rules.maintenanceOn === 'entry' ? position.entryNotional.replace('-', '') : position.notional
  const product = `${format.money(base)} × ${format.percent(position.maintenanceMarginRate, { decimals: 3 })}`
  return isZero(amount) ? product : `${product} − ${format.money(amount)}`
}
