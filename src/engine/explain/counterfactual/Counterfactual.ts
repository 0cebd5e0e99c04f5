import type { LegId } from '../../ledger/Account.ts'
import type { Decimal } from '../../units/decimal.ts'
import type { Quote } from '../../units/quantities.ts'
import type { ScenarioChange } from './ScenarioChange.ts'

/**
 * What could have been done instead. `margin`: the least more behind the position, or in the wallet of a shared pool.
 * `leverage`: the highest of the order that opened it. `size`: the largest of the culprit's order. `stop`: the stop loss
 * furthest from the entry. `own-wall`: the culprit behind its own. `all-walls`: everyone behind their own. `shared`: behind
 * no wall of its own.
 */
export type CounterfactualKind = 'margin' | 'leverage' | 'size' | 'stop' | 'own-wall' | 'all-walls' | 'shared'

export type NoCounterfactual =
  /** The price jumped over every place where it could have been. */
  | 'gap'
  /** There is no order to change: the position came about in another way. */
  | 'no-order'
  /** The smallest that there is does not hold either. */
  | 'not-enough'
  /** It asks for more than the wallet has. */
  | 'wallet'
  /** It was not accepted. */
  | 'refused'
  /** Between the entry and the liquidation is no tick. */
  | 'no-room'
  /** The pool failed in the tick in which it was filled: nothing could be done in between. */
  | 'at-once'

export type Counterfactual = {
  readonly kind: CounterfactualKind
  /** Whose order or margin it is; absent for a wallet and for walls of all. */
  readonly leg: LegId | undefined
} & (
  | {
      readonly type: 'found'
      /** As it was and as it would have to be: an amount, a leverage, a size, a price. Walls have none. */
      readonly from: Decimal | undefined
      readonly to: Decimal | undefined
      /** The grid it is on: one step worse does not hold. */
      readonly step: Decimal | undefined
      readonly changes: readonly ScenarioChange[]
      /** Under which walls it was played: those of the twin, or `as-set` where the change sets them. */
      readonly walls: 'as-set' | 'all-isolated' | 'all-cross'
      /** Of the whole account at the last tick seen. */
      readonly equity: Quote
      /** Legs of the incident that are liquidated all the same: a culprit behind its own wall. */
      readonly liquidated: readonly LegId[]
    }
  | { readonly type: 'none'; readonly reason: NoCounterfactual }
)

/** What would have saved a pool, on what has been seen of the path. */
export interface Counterfactuals {
  /** Tick up to which it was played. */
  readonly until: number
  /** Of the account there, as it was. */
  readonly equity: Quote
  readonly all: readonly Counterfactual[]
}
