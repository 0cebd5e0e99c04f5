import type { Rules } from '../venues/Rules.ts'
import type { Decimal } from '../units/decimal.ts'
import { calculate } from './calculate.ts'
import type { CalculatorAnswer, CalculatorScene, CalculatorValues } from './Calculator.ts'
import { compare } from './compare.ts'

/**
 * Side by side: one row for each leverage, mode and set of rules, every one with every other.                       [A17]
 *
 *   compareTrades({ values, scene, leverages: [5, 10], modes: ['isolated', 'cross'], rules: [a, b] })
 *   -> [{ variant: { leverage: 5, mode: 'isolated', rules: a }, results: { liquidationPrice: …, canLose: …, … } }, …]
 *
 * The leverage changes fastest, then the mode, then the rules. `results` are those of the calculator `compare`: all of
 * `liquidation` and `pnl`. A cell that does not exist says why (`type: 'none'`): a leverage that the tier does not allow,
 * an exit price that is not given, a position that nothing liquidates.
 */
export interface TradeVariants {
  /** What is given of the trade; of what is not, the usual is taken in each row anew: margin by its leverage, fees by its rules. A margin that is stated stands in every row. */
  readonly values: CalculatorValues
  readonly scene: CalculatorScene
  /** Where a list is empty or left out, what `values` and `scene` say. */
  readonly leverages?: readonly Decimal[] | undefined
  readonly modes?: readonly CalculatorScene['mode'][] | undefined
  /** Resolved. */
  readonly rules?: readonly Rules[] | undefined
}

export interface TradeRow {
  /** The leverage is undefined where nothing says one and the usual does not apply (no size or entry price). */
  readonly variant: { readonly leverage: Decimal | undefined; readonly mode: CalculatorScene['mode']; readonly rules: Rules }
  readonly results: Readonly<Record<string, CalculatorAnswer>>
}

/** A row for each variant of a trade, by the same calculation as if it were asked for alone. [A17] */
export function compareTrades(variants: TradeVariants): readonly TradeRow[] {
  return [...comparedRows(variants)]
}

/** The same one at a time, each worked out when it is asked for: whoever has other things to do may stop between two. */
export function* comparedRows({ values, scene, leverages = [], modes = [], rules = [] }: TradeVariants): Generator<TradeRow> {
  const sets = rules.length > 0 ? rules : [scene.rules]
  const walls = modes.length > 0 ? modes : [scene.mode]
  const trades = leverages.length > 0 ? leverages.map((leverage): CalculatorValues => ({ ...values, leverage })) : [values]
  for (const set of sets) for (const mode of walls) for (const trade of trades) yield row(trade, { ...scene, rules: set, mode })
}

function row(values: CalculatorValues, scene: CalculatorScene): TradeRow {
  const { given, assumed, results } = calculate(compare, values, scene)
  return { variant: { leverage: given.leverage ?? assumed.leverage, mode: scene.mode, rules: scene.rules }, results }
}
