import type { Account, Pool, Position } from '../ledger/Account.ts'
import { notionalOf } from '../instruments/valuation.ts'
import type { LiquidationPrice } from '../margin/LiquidationPrice.ts'
import type { Marks } from '../margin/Marks.ts'
import { questionOf, type ViewContext } from '../margin/positionView.ts'
import { leverageLimit, openingMargin } from '../margin/requirement.ts'
import { solveLiquidationPrice } from '../margin/solveLiquidationPrice.ts'
import { CROSS } from '../pools/cross.ts'
import { priceKey } from '../tape/priceKey.ts'
import type { Decimal } from '../units/decimal.ts'
import { asPrice, asQty, asQuote, asRate, portion, posted, type Quote } from '../units/quantities.ts'
import type { CalculatorAnswer, CalculatorScene } from './Calculator.ts'
import { noneAnswer, valueAnswer } from './lazyAnswers.ts'
import { tradePosition } from './tradePosition.ts'

/** A trade as it stands, and the cash behind it. */
export interface StandingTrade {
  readonly size: Decimal
  readonly entryPrice: Decimal
  readonly leverage: Decimal
  readonly markPrice: Decimal
  /** Cash of the pool it is in: its own, or that of the wallet, the fee of opening already paid. */
  readonly cash: Decimal
}

/** The account with the trade in it. */
export interface TradeAccount {
  readonly account: Account
  readonly position: Position
  readonly pool: Pool
  readonly context: ViewContext
}

/**
 * Everything else that is open, and the trade beside it: the liquidation price of a shared pool knows them all. [A3] In the
 * shared pool it is one position with what is held on the same side, as the ledger fills it: one average, one tier.
 */
export function tradeAccount(scene: CalculatorScene, trade: StandingTrade): TradeAccount {
  const { account: others, rules, instruments } = scene
  const usual = tradePosition(scene, trade)
  const held = heldOn(scene, scene.side)
  const leg = held?.leg ?? nameBeside(others, usual.leg)
  const named = leg === usual.leg ? usual : { ...usual, leg, pool: scene.mode === 'cross' ? CROSS : `isolated:${leg}` }
  const position: Position = held === undefined ? named : { ...named, qty: asQty(held.qty.plus(usual.qty)), entryNotional: asQuote(held.entryNotional.plus(usual.entryNotional)) }
  const before = scene.mode === 'cross' ? others.pools.get(CROSS) : undefined
  const legs = (before?.legs ?? []).filter((other) => other !== leg)
  const pool: Pool = { id: position.pool, type: scene.mode, ...before, cash: asQuote(trade.cash), legs: [...legs, leg] }
  const account: Account = { ...others, pools: new Map(others.pools).set(pool.id, pool), positions: new Map(others.positions).set(leg, position) }
  return { account, position, pool, context: { rules, instruments, marks: marksWith(scene, trade.markPrice) } }
}

/** Behind a wall of its own the trade stands beside a position of the same name. */
function nameBeside(account: Account, leg: string): string {
  return account.positions.has(leg) ? nameBeside(account, `${leg}+`) : leg
}

/** What is held of the instrument on a side of the shared pool, by an account that does not hold both sides apart. */
function heldOn({ account, mode, instrument: { symbol } }: CalculatorScene, side: CalculatorScene['side']): Position | undefined {
  if (mode !== 'cross') return undefined
  return [...account.positions.values()].find((held) => held.pool === CROSS && held.instrument === symbol && held.positionSide === 'both' && (side === 'long' ? held.qty.gt(0) : held.qty.lt(0)))
}

/** Every kind of price of the instrument at the one that is stated. */
export function marksWith({ marks, instrument: { symbol } }: CalculatorScene, at: Decimal): Marks {
  const moved = new Map(marks).set(symbol, asPrice(at))
  moved.delete(priceKey(symbol, 'index'))
  moved.delete(priceKey(symbol, 'last'))
  return moved
}

/** The price of the instrument at which the pool meets its requirement, or has nothing left; others held, or moving along. */
export function tradeLiquidation({ account, position, context }: TradeAccount, need: 'maintenance' | 'nothing' = 'maintenance', others: 'alone' | 'together' = 'alone'): LiquidationPrice {
  return solveLiquidationPrice(questionOf(account, position, context, { need, others }))
}

/** A liquidation price as an answer: to the tick, or why there is none. */
export function liquidationAnswer(found: LiquidationPrice): CalculatorAnswer {
  return found.type === 'price' ? { type: 'value', value: found.price, exact: found.exact } : noneAnswer(found.reason)
}

/** From a price to the liquidation price, as a share of it, to 12 places and never more than it is. [A4] */
export function distanceAnswer(found: LiquidationPrice, from: Decimal): CalculatorAnswer {
  if (found.type === 'none') return noneAnswer(found.reason)
  return valueAnswer(posted(found.price.minus(from).abs().div(from.abs()), 'down'))
}

/** Why a trade cannot be opened, whatever is behind it. [P1] */
export function unopened(scene: CalculatorScene, trade: Pick<StandingTrade, 'size' | 'entryPrice' | 'leverage'>): CalculatorAnswer | undefined {
  const { rules, instrument } = scene
  const { size, entryPrice, leverage } = trade
  if (!size.gt(0)) return noneAnswer('size-not-positive')
  if (!entryPrice.gt(0)) return noneAnswer('price-not-positive')
  if (leverage.lt(1)) return noneAnswer('leverage-below-one')
  if (heldOn(scene, scene.side === 'long' ? 'short' : 'long') !== undefined) return noneAnswer('held-the-other-way')
  const limit = leverageLimit(rules, { type: instrument.type, instrument: instrument.symbol, qty: asQty(size) }, asPrice(entryPrice))
  return leverage.gt(limit) ? { type: 'none', reason: 'outside-tier-table', limit } : undefined
}

/** What the ledger puts behind the wall when it opens the trade. [M3] */
export function marginToOpen(scene: CalculatorScene, { size, entryPrice, leverage }: Pick<StandingTrade, 'size' | 'entryPrice' | 'leverage'>): Quote {
  return openingMargin(tradePosition(scene, { size, entryPrice, leverage }), asPrice(entryPrice), scene.rules)
}

/** The fee of a fill, up to the quantum. [N2] */
export function feeOfFill({ instrument }: CalculatorScene, fill: { readonly size: Decimal; readonly price: Decimal; readonly rate: Decimal }): Quote {
  return posted(portion(notionalOf({ type: instrument.type, qty: asQty(fill.size) }, asPrice(fill.price)), asRate(fill.rate)), 'up')
}
