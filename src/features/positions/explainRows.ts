import { Decimal } from '../../engine/index.ts'
import type { AppState } from '../../store/AppState.ts'
import type { Format } from '../../ui/format/createFormat.ts'
import type { FigureTableRow } from '../../ui/primitives/FigureTable.tsx'
import { explainWords } from './words/explainWords.ts'

type Account = NonNullable<AppState['view']['detail']>['account']
type AllRules = NonNullable<AppState['scenario']['info']>['rules']

/** What is read of a pool, of a position and of the rules. */
export type ExplainedPool = Pick<Account['pools'][number], 'type' | 'cash' | 'unrealizedPnl' | 'equity' | 'maintenanceMargin' | 'exitCosts' | 'requirement' | 'haircut' | 'marginRatio'>
export type ExplainedPosition = Pick<
  Account['positions'][number],
  'instrument' | 'poolType' | 'tier' | 'notional' | 'entryNotional' | 'initialMarginRate' | 'initialMargin' | 'maintenanceMarginRate' | 'maintenanceMargin' | 'exitCosts'
>
export type ExplainedRules = Pick<AllRules, 'name' | 'date' | 'initialOn' | 'initialWithExitCost' | 'maintenanceOn' | 'tierRates'> & {
  readonly exitCost: Pick<AllRules['exitCost'], 'on' | 'combine'>
  readonly tiers: Readonly<Record<string, readonly { readonly maintenanceAmount: string }[] | undefined>>
}

/** The margin ratio of a pool: what it must hold, what it has, and the one by the other. */
export function ratioRows(pool: ExplainedPool, rules: Pick<ExplainedRules, 'exitCost'> | undefined, format: Format): readonly FigureTableRow[] {
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
export function requirementRows(position: ExplainedPosition, rules: ExplainedRules, format: Format): readonly FigureTableRow[] {
  const { money } = format
  const exit: readonly FigureTableRow[] = isZero(position.exitCosts) ? [] : [{ id: 'exit', label: explainWords.exitCost(rules.exitCost.on), cells: [money(position.exitCosts)] }]
  return [
    { id: 'initial', label: explainWords.initial(initialBasis(rules.initialOn, position.poolType)), cells: [`${initialFormula(position, rules, format)} = ${money(position.initialMargin)}`] },
    { id: 'maintenance', label: explainWords.maintenance(position.tier, rules.maintenanceOn), cells: [`${maintenanceFormula(position, rules, format)} = ${money(position.maintenanceMargin)}`] },
    ...exit,
    { id: 'rules', label: explainWords.rules, cells: [rules.date === '' ? rules.name : explainWords.dated(rules.name, rules.date)] },
  ]
}

function isZero(amount: string): boolean {
  return /^-?0*\.?0*$/.test(amount)
}

function initialBasis(on: AllRules['initialOn'], pool: ExplainedPosition['poolType']): 'mark' | 'entry' {
  return on === 'entry' || (on === 'entry-if-isolated' && pool === 'isolated') ? 'entry' : 'mark'
}

/** N x rate, and the cost of closing where the rules count it in. */
function initialFormula(position: ExplainedPosition, rules: ExplainedRules, format: Format): string {
  const base = initialBasis(rules.initialOn, position.poolType) === 'entry' ? position.entryNotional.replace('-', '') : position.notional
  const product = `${format.money(base)} × ${format.percent(position.initialMarginRate, { decimals: 3 })}`
  if (!rules.initialWithExitCost) return product
  const closing = new Decimal(position.initialMargin).minus(new Decimal(base).times(position.initialMarginRate))
  return `${product} + ${format.money(closing.toFixed())}`
}

/** N x rate - amount, with the values of the tier the position is in. */
function maintenanceFormula(position: ExplainedPosition, rules: ExplainedRules, format: Format): string {
  const table = rules.tiers[position.instrument] ?? rules.tiers['default'] ?? []
  const amount = rules.tierRates === 'by-part' ? '0' : (table[position.tier - 1]?.maintenanceAmount ?? '0')
  const base = rules.maintenanceOn === 'entry' ? position.entryNotional.replace('-', '') : position.notional
  const product = `${format.money(base)} × ${format.percent(position.maintenanceMarginRate, { decimals: 3 })}`
  return isZero(amount) ? product : `${product} − ${format.money(amount)}`
}
