import type { Position } from '../ledger/Account.ts'
import type { Decimal } from '../units/decimal.ts'
import { valueOf } from '../instruments/valuation.ts'
import { posted, type Price, type Quote } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { initialOf, requirementAt } from './requirement.ts'

/** What is known of a position at the mark it was last looked at. Neither ever changes, so what is known stays true. */
interface Known {
  readonly mark: Price
  pnl: Decimal | undefined
  posted: Quote | undefined
  initial: { readonly rules: Rules; readonly amount: Quote } | undefined
  requirement: { readonly rules: Rules; readonly amount: Quote } | undefined
}

const knownOf = new WeakMap<Position, Known>()

/** A tick asks the same of the same legs at the same marks many times over: each figure is computed once. */
function known(position: Position, mark: Price): Known {
  const before = knownOf.get(position)
  if (before !== undefined && before.mark === mark) return before
  const fresh: Known = { mark, pnl: undefined, posted: undefined, initial: undefined, requirement: undefined }
  knownOf.set(position, fresh)
  return fresh
}

/** Unrealised PnL, exact: value at the mark - value at entry. */
export function exactPnl(position: Position, mark: Price): Decimal {
  const figures = known(position, mark)
  return (figures.pnl ??= valueOf(position, mark).minus(position.entryNotional))
}

/** Unrealised PnL as it would be posted. [N2] */
export function unrealizedPnl(position: Position, mark: Price): Quote {
  const figures = known(position, mark)
  return (figures.posted ??= posted(exactPnl(position, mark)))
}

/** Initial margin at the mark. [M3] */
export function initialAt(position: Position, mark: Price, rules: Rules): Quote {
  const figures = known(position, mark)
  if (figures.initial?.rules !== rules) figures.initial = { rules, amount: initialOf(position, mark, rules) }
  return figures.initial.amount
}

/** Maintenance requirement plus counted exit cost, exact. [M4, M5] */
export function legRequirement(position: Position, mark: Price, rules: Rules): Quote {
  const figures = known(position, mark)
  if (figures.requirement?.rules !== rules) figures.requirement = { rules, amount: requirementAt(position, mark, rules) }
  return figures.requirement.amount
}
