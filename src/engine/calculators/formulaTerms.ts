import type { Expression, Unit } from '../explain/Explanation.ts'
import type { Decimal } from '../units/decimal.ts'

/** An input of a calculation: its symbol, and the field that names it. */
export function entered(symbol: string, name: string, value: Decimal, unit: Unit): Expression {
  return { type: 'value', symbol, name, value, unit }
}

/** Another result of the same calculation, explained on its own. */
export function resulting(symbol: string, of: { readonly calculator: string; readonly field: string; readonly unit: Unit }, value: Decimal): Expression {
  return { type: 'value', symbol, name: of.field, value, unit: of.unit, figure: { id: `calc.${of.calculator}.${of.field}`, of: {} } }
}
