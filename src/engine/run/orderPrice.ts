import { notionalOf, priceOfValue, valueOf } from '../instruments/valuation.ts'
import { exactEquity, exactPnl, markOf, poolOf, positionsIn } from '../margin/poolMargin.ts'
import { maintenanceOf } from '../margin/requirement.ts'
import { required } from '../result/result.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { asPrice, asQuote, type Price } from '../units/quantities.ts'
import type { Position } from '../ledger/Account.ts'
import type { Draft } from '../ledger/Draft.ts'
import type { Scene } from './Scene.ts'

/** The price of the liquidation order of a position, as the rules say. [Q8] Collateral is always sold at the mark. */
export function orderPrice(draft: Draft, scene: Scene, position: Position): Price {
  const { orderPrice: rule } = draft.setting.rules.liquidation
  const mark = scene.closingPrice(position)
  if (rule.type === 'mark') return worse(draft, position, { mark, by: rule.slippage })
  if (position.type === 'spot') return mark
  if (rule.type === 'bankruptcy') return bankruptcyPrice(draft, scene, position) ?? mark
  return worse(draft, position, { mark, by: spreadOf(draft, scene, position, rule) })
}

/** mark (1 - s x share), to the tick on the side worse for the trader. A price above zero is not driven below it. */
function worse(draft: Draft, position: Position, { mark, by }: { readonly mark: Price; readonly by: Decimal }): Price {
  if (by.isZero()) return mark
  const isLong = !position.qty.isNegative()
  const exact = mark.minus(mark.abs().times(by).times(isLong ? 1 : -1))
  const price = roundToStep(exact, tickOf(draft, position), isLong ? 'down' : 'up')
  return asPrice(Decimal.max(price, Decimal.min(0, mark)))
}

function tickOf(draft: Draft, { instrument }: Position): Decimal {
  return required(draft.setting.instruments.get(instrument), instrument).tickSize
}

/** min(1, adjustment x (1 - equity / maintenance)) x spread x maintenance rate, not below zero: nothing while equity covers. (dYdX) */
function spreadOf(draft: Draft, scene: Scene, position: Position, rule: { readonly adjustment: Decimal; readonly spread: Decimal }): Decimal {
  const { account, setting: { rules } } = draft
  const { marks } = scene.moment
  const pool = poolOf(account, position.pool)
  const needs = positionsIn(account, pool).map((each) => maintenanceOf(each, markOf(marks, each.instrument), rules))
  const total = needs.reduce((sum: Decimal, each) => sum.plus(each), new Decimal(pool.others?.maintenanceMargin ?? 0))
  const mark = markOf(marks, position.instrument)
  const size = notionalOf(position, mark)
  if (total.isZero() || size.isZero()) return new Decimal(0)
  const short = Decimal.max(0, new Decimal(1).minus(exactEquity(account, pool, marks).div(total)))
  const rating = Decimal.min(1, rule.adjustment.times(short))
  return rating.times(rule.spread).times(maintenanceOf(position, mark, rules)).div(size)
}

/**
 * The price at which the position takes its part of the equity with it, told apart by maintenance margin: value(b) =
 * value(P) - E w / W. Rounded to the tick so that nothing is owed, and not below zero; undefined where there is none. It
 * can be better than the mark: then the fund bears the loss. (models 7; dYdX's pro-rata bankruptcy)
 */
function bankruptcyPrice(draft: Draft, scene: Scene, position: Position): Price | undefined {
  const { account, setting: { rules } } = draft
  const pool = poolOf(account, position.pool)
  const legs = positionsIn(account, pool)
  const equity = legs.reduce((total: Decimal, each) => total.plus(exactPnl(each, scene.closingPrice(each))), pool.cash)
  const backed = legs.filter((each) => each.type !== 'spot')
  const weights = backed.map((each) => maintenanceOf(each, markOf(scene.moment.marks, each.instrument), rules))
  const total = weights.reduce((sum: Decimal, each) => sum.plus(each), new Decimal(0))
  const own = weights[backed.indexOf(position)] ?? new Decimal(0)
  const share = total.isZero() ? equity.div(backed.length) : equity.times(own).div(total)
  const worth = asQuote(valueOf(position, scene.closingPrice(position)).minus(share))
  // An inverse contract is worth nothing at no price: a short with all its coins behind it.
  if (position.type === 'inverse' && (worth.isZero() || worth.isNegative() === position.qty.isNegative())) return undefined
  const price = roundToStep(priceOfValue(position, worth), tickOf(draft, position), position.qty.isNegative() ? 'down' : 'up')
  if (position.type === 'inverse' && !price.gt(0)) return undefined
  return asPrice(scene.closingPrice(position).isNegative() ? price : Decimal.max(0, price))
}
