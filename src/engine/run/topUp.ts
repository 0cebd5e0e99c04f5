import { CROSS, exactEquity, markOf, poolOf, positionsIn, removable } from '../margin/poolMargin.ts'
import { openingMargin } from '../margin/requirement.ts'
import { notionalOf } from '../instruments/valuation.ts'
import type { Pool, PoolId, Position } from '../ledger/Account.ts'
import { circumstances, type Draft } from '../ledger/Draft.ts'
import { Decimal } from '../units/decimal.ts'
import { required } from '../result/result.ts'
import { asQuote, posted, type Quote } from '../units/quantities.ts'
import type { Scene } from './Scene.ts'

/** A smaller part of what should be added is not worth a transfer: it would be used up at once, again and again. */
const LEAST_SHARE = '0.01'

/**
 * Adds the wallet's margin to an isolated position that would be liquidated, where its owner switched that on: the
 * position's initial margin once more, or as much as the wallet can give. [P12] It is a transfer of the user's own making;
 * what it cannot save is left as it is, and so is a position whose margin is gone: a gap is not paid for by the wallet. [W2]
 * @returns whether the position is saved for now
 */
export function topUp(draft: Draft, scene: Scene, id: PoolId): boolean {
  const pool = poolOf(draft.account, id)
  const [position] = positionsIn(draft.account, pool)
  if (pool.type !== 'isolated' || pool.cooling !== undefined || position?.autoMargin === undefined) return false
  const amount = amountFor(draft, scene, { pool, position })
  if (amount === undefined) return false
  return draft.attempt(() => {
    draft.emit(scene.moment, { type: 'transferred', from: CROSS, to: id, amount, why: 'auto-added' })
    return scene.fails(poolOf(draft.account, id), draft.setting.rules) ? { code: 'insufficient-margin', required: amount, available: amount } : undefined
  }) === undefined
}

function amountFor(draft: Draft, scene: Scene, { pool, position }: { readonly pool: Pool; readonly position: Position }): Quote | undefined {
  const { marks } = scene.moment
  const { rules } = draft.setting
  const mark = markOf(marks, position.instrument)
  const equity = exactEquity(draft.account, pool, marks)
  if (!equity.gt(0)) return undefined
  const margin = openingMargin(position, mark, rules)
  // Nobody needs more than the whole value of a position: that is a leverage of 1.
  const asked = Decimal.min(margin, notionalOf(position, mark).minus(equity))
  const available = removable(draft.account, poolOf(draft.account, CROSS), circumstances(draft, scene.untested))
  const allowed = required(position.autoMargin, 'auto margin').left ?? asked
  const amount = posted(Decimal.min(asked, available, allowed), 'down')
  return amount.gt(0) && amount.gte(margin.times(LEAST_SHARE)) ? asQuote(amount) : undefined
}
