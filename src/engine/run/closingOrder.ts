import { exactPnl, markOf, positionsIn, type Marks } from '../margin/poolMargin.ts'
import { backedLegs } from '../margin/backedLegs.ts'
import { requirementAt, reservedFor } from '../margin/requirement.ts'
import type { Account, Pool, Position } from '../ledger/Account.ts'
import type { Decimal } from '../units/decimal.ts'
import type { Rules } from '../venues/Rules.ts'

/**
 * The positions of a pool in the order in which a liquidation closes them: worst unrealised loss first, or largest
 * requirement first; the one opened first among equals; collateral after everything it backs. [Q2]
 */
export function closingOrder(account: Account, pool: Pool, { marks, rules }: { readonly marks: Marks; readonly rules: Rules }): readonly Position[] {
  const byRequirement = rules.liquidation.sharedPool === 'largest-requirement-first'
  const held = positionsIn(account, pool)
  const alone = backedLegs(held).length === 1
  const keyOf = (position: Position): Decimal => {
    const mark = markOf(marks, position.instrument)
    return byRequirement ? requirementAt(position, mark, rules).plus(reservedFor(position, pool, { alone, rules })).neg() : exactPnl(position, mark)
  }
  const ordered = held
    .map((position) => ({ position, key: keyOf(position) }))
    .toSorted((a, b) => a.key.cmp(b.key))
    .map((each) => each.position)
  return [...ordered.filter((position) => position.type !== 'spot'), ...ordered.filter((position) => position.type === 'spot')]
}
