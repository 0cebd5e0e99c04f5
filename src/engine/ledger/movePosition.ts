import { freeCollateral, markOf, poolOf, unrealizedPnl } from '../margin/poolMargin.ts'
import { initialOf } from '../margin/requirement.ts'
import { poolId } from '../pools/Walls.ts'
import type { Rejection } from '../result/Rejection.ts'
import { asQuote, maxQuote, negated, ZERO_QUOTE, type Quote } from '../units/quantities.ts'
import type { LegId, Pool, Position } from './Account.ts'
import type { PoolRef } from './Command.ts'
import { circumstances, type Draft, type Moment } from './Draft.ts'
import { openPool, survives } from './fill.ts'
import { crowded } from './placeOrder.ts'

/**
 * Moves a position behind another wall, with the cash that goes with it. [P7] Out of an isolated pool all of its cash
 * goes along; where funding has made it negative, the other pool takes that over with the gain that stands against it.
 * Out of a shared pool goes what the position needs to start with its initial margin at the mark: initial margin less
 * unrealised PnL, not below zero. The pool it leaves must keep its own initial margin, and both must pass their test.
 */
export function movePosition(draft: Draft, moment: Moment, command: { leg: LegId; to: PoolRef }): Rejection | undefined {
  const { walls } = draft.setting
  if (walls === 'all-isolated' || walls === 'all-cross') return { code: 'walls-are-fixed' }
  const held = draft.account.positions.get(command.leg)
  if (held === undefined) return { code: 'no-position', leg: command.leg }
  const to = poolId(command.leg, command.to)
  if (to === held.pool) return { code: 'same-pool', pool: to }
  const refusal = crowded(draft, held, to)
  if (refusal !== undefined) return refusal
  const from = poolOf(draft.account, held.pool)
  const cash = cashAlong(draft, moment, { held, from })
  const isKept = from.type === 'isolated' && draft.setting.rules.isolatedMargin === 'add-only' && cash.gt(0)
  if (isKept) return { code: 'more-than-removable', amount: cash, removable: ZERO_QUOTE }
  openPool(draft, moment, to)
  if (cash.gt(0)) draft.emit(moment, { type: 'transferred', from: from.id, to, amount: cash, why: 'moved' })
  if (cash.lt(0)) draft.emit(moment, { type: 'transferred', from: to, to: from.id, amount: negated(cash), why: 'moved' })
  draft.emit(moment, { type: 'position-moved', leg: held.leg, from: from.id, to })
  if (from.type === 'isolated') draft.emit(moment, { type: 'pool-closed', pool: from.id })
  return stillCovered(draft, moment, { from, cash }) ?? survives(draft, moment, to)
}

function cashAlong(draft: Draft, moment: Moment, move: { held: Position; from: Pool }): Quote {
  if (move.from.type === 'isolated') return move.from.cash
  const mark = markOf(moment.marks, move.held.instrument)
  return maxQuote(ZERO_QUOTE, asQuote(initialOf(move.held, mark, draft.setting.rules).minus(unrealizedPnl(move.held, mark))))
}

function stillCovered(draft: Draft, moment: Moment, left: { from: Pool; cash: Quote }): Rejection | undefined {
  if (left.from.type === 'isolated') return undefined
  const pool = poolOf(draft.account, left.from.id)
  const short = freeCollateral(draft.account, pool, circumstances(draft, moment)).lt(0) || pool.cash.lt(0)
  if (!short) return survives(draft, moment, pool.id)
  return { code: 'insufficient-margin', required: left.cash, available: maxQuote(ZERO_QUOTE, asQuote(pool.cash.plus(left.cash))) }
}
