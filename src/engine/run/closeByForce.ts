import { valueOf } from '../instruments/valuation.ts'
import { exactEquity, exactPnl, markOf, poolOf } from '../margin/poolMargin.ts'
import { Decimal } from '../units/decimal.ts'
import { asQty, asQuote, posted, ZERO_QUOTE, type Price, type Qty, type Quote } from '../units/quantities.ts'
import type { LegId, Position } from '../ledger/Account.ts'
import { coverLoss, type Closed } from '../ledger/coverLoss.ts'
import type { Draft } from '../ledger/Draft.ts'
import { liquidationFee } from './liquidationFee.ts'
import { partOf } from './partOf.ts'
import type { Scene } from './Scene.ts'

/** One closing of a liquidation. */
export interface ForcedClosing {
  readonly position: Position
  /** How much of it, not signed. */
  readonly size: Qty
  readonly price: Price
  /** Whether a liquidation fee is charged. */
  readonly charged: boolean
}

/** Closes a position, or a part of it, and settles what the fund makes of one it takes over. [Q3, Q6, Q8] */
export function closeByForce(draft: Draft, scene: Scene, closing: ForcedClosing): Closed {
  const { position, price } = closing
  const part = partOf(position, closing.size)
  const rest = { qty: asQty(position.qty.minus(part.qty)), entryNotional: asQuote(position.entryNotional.minus(part.entryNotional)) }
  draft.emit(scene.moment, {
    type: 'position-liquidated',
    leg: position.leg,
    instrument: position.instrument,
    pool: position.pool,
    qty: part.qty,
    price,
    realizedPnl: posted(exactPnl(part, price)),
    fee: closing.charged ? feeOf(draft, scene, { part, price, pool: position.pool }) : ZERO_QUOTE,
    feeTo: draft.setting.rules.liquidation.feeTo,
    ...(part === position ? {} : { rest }),
  })
  const closed = { type: position.type, instrument: position.instrument, qty: part.qty, worth: valueOf(part, price), bankruptcyPrice: undefined }
  const takesOver = draft.setting.rules.liquidation.orderPrice.type === 'bankruptcy' && position.type !== 'spot' && closing.charged
  if (takesOver) settleTakeover(draft, scene, { part, price })
  return closed
}

/** The fund closes what it took over at the mark; a loss beyond what it holds is borne as every other. [Q5, Q8] */
function settleTakeover(draft: Draft, scene: Scene, { part, price }: { readonly part: Position; readonly price: Price }): void {
  const { leg, instrument, pool, qty, type } = part
  const mark = scene.closingPrice(part)
  const worth = valueOf(part, mark)
  const amount = posted(worth.minus(valueOf(part, price)))
  if (amount.isZero()) return
  if (amount.isNegative()) {
    const closed = new Map<LegId, Closed>([[leg, { type, instrument, qty, worth, bankruptcyPrice: price }]])
    coverLoss(draft, scene.moment, { pool, shares: [{ leg, amount: asQuote(amount.neg()) }], closed })
  }
  draft.emit(scene.moment, { type: 'fund-settled', leg, instrument, pool, qty, price, mark, amount })
}

/** The fee never takes more than the pool still has. [Q3] */
function feeOf(draft: Draft, scene: Scene, { part, price, pool }: { readonly part: Position; readonly price: Price; readonly pool: string }): Quote {
  const mark = markOf(scene.moment.marks, part.instrument)
  const full = posted(liquidationFee(part, { price, mark: scene.closingPrice(part) }, draft.setting.rules), 'up')
  const atMark = exactEquity(draft.account, poolOf(draft.account, pool), scene.moment.marks)
  const equity = posted(atMark.minus(exactPnl(part, mark)).plus(exactPnl(part, price)), 'down')
  return asQuote(Decimal.max(0, Decimal.min(full, equity)))
}
