import { exactEquity, freeCollateral, isBreached, markOf, poolOf, requirementOf, unrealizedPnl } from '../margin/poolMargin.ts'
import { initialOf } from '../margin/requirement.ts'
import { poolId } from '../pools/Walls.ts'
import type { Rejection } from '../result/Rejection.ts'
import { asQuote, maxQuote, posted, ZERO_QUOTE, type Quote } from '../units/quantities.ts'
import type { LegId, Pool, PoolId, Position } from './Account.ts'
import type { PoolRef } from './Command.ts'
import type { Draft, Moment } from './Draft.ts'
import { openPool } from './fill.ts'
import { legHeld } from './placeOrder.ts'

/**
 * Moves a position behind another wall, with the cash that goes with it. [P7] Out of an isolated pool all of its cash
 * goes along. Out of a shared pool goes what the position needs to start with its initial margin at the mark:
 * initial margin less unrealised PnL, not below zero. The pool it leaves must keep its own initial margin.
 */
export function movePosition(draft: Draft, moment: Moment, command: { leg: LegId; to: PoolRef }): Rejection | undefined {
  const { walls } = draft.setting
  if (walls === 'all-isolated' || walls === 'all-cross') return { code: 'walls-are-fixed' }
  const held = draft.account.positions.get(command.leg)
  if (held === undefined) return { code: 'no-position', leg: command.leg }
  const to = poolId(command.leg, command.to)
  if (to === held.pool) return { code: 'same-pool', pool: to }
  const other = legHeld(draft, { pool: to, instrument: held.instrument, except: held.leg })
  if (other !== undefined && !isHedge(draft, held, other)) return { code: 'position-exists-in-pool', leg: other, pool: to }
  const from = poolOf(draft.account, held.pool)
  const before = freeCollateral(draft.account, from, moment.marks)
  const cash = cashAlong(draft, moment, { held, from })
  openPool(draft, moment, to)
  if (cash.gt(0)) draft.emit(moment, { type: 'transferred', from: from.id, to, amount: cash, why: 'moved' })
  draft.emit(moment, { type: 'position-moved', leg: held.leg, from: from.id, to })
  if (from.type === 'isolated') draft.emit(moment, { type: 'pool-closed', pool: from.id })
  return stillCovered(draft, moment, { from, before, cash }) ?? safeThere(draft, moment, to)
}

/** Two sides of a hedge may share a pool. */
function isHedge(draft: Draft, held: Position, other: LegId): boolean {
  const side = draft.account.positions.get(other)?.positionSide
  return held.positionSide !== 'both' && side !== 'both' && side !== held.positionSide
}

function cashAlong(draft: Draft, moment: Moment, move: { held: Position; from: Pool }): Quote {
  if (move.from.type === 'isolated') return move.from.cash
  const mark = markOf(moment.marks, move.held.instrument)
  return maxQuote(ZERO_QUOTE, asQuote(initialOf(move.held, mark).minus(unrealizedPnl(move.held, mark))))
}

function stillCovered(draft: Draft, moment: Moment, left: { from: Pool; before: Quote; cash: Quote }): Rejection | undefined {
  if (left.from.type === 'isolated') return undefined
  const pool = poolOf(draft.account, left.from.id)
  const after = freeCollateral(draft.account, pool, moment.marks)
  const short = (after.isNegative() && !after.isZero()) || (pool.cash.isNegative() && !pool.cash.isZero())
  return short ? { code: 'insufficient-margin', required: left.cash, available: maxQuote(ZERO_QUOTE, asQuote(pool.cash.plus(left.cash))) } : undefined
}

function safeThere(draft: Draft, moment: Moment, id: PoolId): Rejection | undefined {
  const pool = poolOf(draft.account, id)
  const context = { marks: moment.marks, rules: draft.setting.rules }
  if (!isBreached(draft.account, pool, context)) return undefined
  return {
    code: 'liquidated-on-fill',
    equity: posted(exactEquity(draft.account, pool, moment.marks)),
    maintenance: posted(requirementOf(draft.account, pool, context)),
  }
}
