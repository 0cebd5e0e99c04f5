import { CROSS, freeCollateral, markOf, poolOf, removable } from '../margin/poolMargin.ts'
import { leverageLimit, marginAtEntry } from '../margin/requirement.ts'
import { poolTypeOf } from '../pools/Walls.ts'
import type { Rejection } from '../result/Rejection.ts'
import { asQuote, maxQuote, minQuote, ZERO_QUOTE, type Rate } from '../units/quantities.ts'
import type { LegId, Position } from './Account.ts'
import { circumstances, type Draft, type Moment } from './Draft.ts'

/**
 * Changes a position's leverage. [P6] In a shared pool only the initial margin changes. An isolated pool's cash follows
 * the initial margin at entry: more is taken from the wallet, less is given back as far as it is removable.
 */
export function setLeverage(draft: Draft, moment: Moment, command: { leg: LegId; leverage: Rate }): Rejection | undefined {
  const held = draft.account.positions.get(command.leg)
  if (held === undefined) return { code: 'no-position', leg: command.leg }
  if (command.leverage.lt(1)) return { code: 'leverage-below-one', leverage: command.leverage }
  const limit = leverageLimit(draft.setting.rules, held, markOf(moment.marks, held.instrument))
  if (command.leverage.gt(limit)) return { code: 'leverage-above-limit', leverage: command.leverage, limit }
  if (poolTypeOf(held.pool) !== 'isolated') return inSharedPool(draft, moment, { held, leverage: command.leverage })
  return inIsolatedPool(draft, moment, { held, leverage: command.leverage })
}

interface Change {
  readonly held: Position
  readonly leverage: Rate
}

function inSharedPool(draft: Draft, moment: Moment, change: Change): Rejection | undefined {
  const before = freeCollateral(draft.account, poolOf(draft.account, change.held.pool), circumstances(draft, moment))
  emitSet(draft, moment, change)
  const after = freeCollateral(draft.account, poolOf(draft.account, change.held.pool), circumstances(draft, moment))
  const short = after.isNegative() && !after.isZero() && after.lt(before)
  return short ? { code: 'insufficient-margin', required: asQuote(before.minus(after)), available: maxQuote(ZERO_QUOTE, before) } : undefined
}

function inIsolatedPool(draft: Draft, moment: Moment, change: Change): Rejection | undefined {
  const { held, leverage } = change
  const at = { mark: markOf(moment.marks, held.instrument), rules: draft.setting.rules }
  const extra = asQuote(marginAtEntry(held, leverage, at).minus(marginAtEntry(held, held.leverage, at)))
  const available = removable(draft.account, poolOf(draft.account, CROSS), circumstances(draft, moment))
  if (extra.gt(available)) return { code: 'insufficient-margin', required: extra, available }
  emitSet(draft, moment, change)
  if (extra.gt(0)) {
    draft.emit(moment, { type: 'transferred', from: CROSS, to: held.pool, amount: extra, why: 'leverage' })
    return undefined
  }
  const back = minQuote(asQuote(extra.neg()), removable(draft.account, poolOf(draft.account, held.pool), circumstances(draft, moment)))
  if (back.gt(0)) draft.emit(moment, { type: 'transferred', from: held.pool, to: CROSS, amount: back, why: 'leverage' })
  return undefined
}

function emitSet(draft: Draft, moment: Moment, change: Change): void {
  draft.emit(moment, { type: 'leverage-set', leg: change.held.leg, before: change.held.leverage, after: change.leverage })
}
