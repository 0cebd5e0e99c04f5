import type { Rules } from '../../../engine/index.ts'
import type { Format } from '../../../ui/format/createFormat.ts'
import { duration } from '../../../ui/format/timeFormats.ts'
import type { AppState } from '../../../store/AppState.ts'

export interface RulesRow {
  readonly id: string
  readonly label: string
  readonly from: string
  readonly to: string
}

type RulesValues = NonNullable<AppState['scenario']['info']>['rules']

/** Decimals print alike whether they arrive as text from a worker or from the engine's own table. */
type AnyRules = Rules | RulesValues

/** The lines in which two sets of rules differ. */
export function rulesRows(now: AnyRules, then: AnyRules, symbols: readonly string[], format: Format): readonly RulesRow[] {
  const before = rulesFacts(now, symbols, format)
  const after = new Map(rulesFacts(then, symbols, format).map(({ id, value }) => [id, value]))
  return before.flatMap(({ id, label, value }) => (after.get(id) === value ? [] : [{ id, label, from: value, to: after.get(id) ?? '—' }]))
}

interface Fact {
  readonly id: string
  readonly label: string
  readonly value: string
}

function rulesFacts(rules: AnyRules, symbols: readonly string[], format: Format): readonly Fact[] {
  const { fees, funding, liquidation } = rules
  const rate = (value: { toString(): string }): string => format.percent(value.toString(), { decimals: 2 })
  return [
    { id: 'fees', label: 'Fee, taker and maker', value: Number(fees.taker) === 0 && Number(fees.maker) === 0 ? 'None' : `${rate(fees.taker)} and ${rate(fees.maker)}` },
    { id: 'funding', label: 'Funding', value: fundingText(funding, rate) },
    { id: 'maintenance', label: 'Maintenance margin', value: tierText(rules, symbols, format) },
    { id: 'value', label: 'Taken of the value at', value: rules.maintenanceOn === 'entry' ? 'Entry' : 'Mark' },
    { id: 'trigger', label: 'Liquidated by', value: { mark: 'Mark price', index: 'Index price', last: 'Last price' }[liquidation.trigger] },
    { id: 'shared', label: 'A shared pool', value: liquidation.sharedPool === 'whole-pool' ? 'Closes whole' : 'Closes worst loss first' },
    { id: 'fee', label: 'Liquidation fee', value: Number(liquidation.feeRate) === 0 ? 'None' : rate(liquidation.feeRate) },
    { id: 'residual', label: 'Margin left over', value: liquidation.residual === 'return' ? 'Returned' : 'Forfeited' },
  ]
}

/** The rate of an interval: stated, or from the premium of the mark over the index. */
function fundingText(funding: AnyRules['funding'], rate: (value: { toString(): string }) => string): string {
  if (funding.type === 'none') return 'None'
  const every = `every ${duration(funding.intervalMillis)}`
  return funding.type === 'fixed' ? `${rate(funding.rate)} ${every}` : `Premium and interest ${rate(funding.interest)} ${every}`
}

/** 0.50% to 2.50% in 3 tiers; per instrument where they differ. */
function tierText({ tiers }: AnyRules, symbols: readonly string[], format: Format): string {
  const texts = symbols.map((symbol) => {
    const table = tiers[symbol] ?? tiers.default
    const rates = table.map(({ maintenanceRate }) => format.percent(maintenanceRate.toString()))
    return { symbol, text: rates.length === 1 ? (rates[0] ?? '') : `${rates[0] ?? ''} to ${rates.at(-1) ?? ''} in ${rates.length} tiers` }
  })
  const [first] = texts
  if (first === undefined || texts.every(({ text }) => text === first.text)) return first?.text ?? ''
  return texts.map(({ symbol, text }) => `${symbol.replace(/-PERP$/, '')} ${text}`).join(', ')
}
