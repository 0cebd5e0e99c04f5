import { exactPnl, markOf, poolOf, positionsIn } from '../margin/poolMargin.ts'
import { fillablePrice, type FillableAt } from '../margin/fillablePrice.ts'
import { proRataBankruptcy } from '../margin/proRataBankruptcy.ts'
import { maintenanceOf } from '../margin/requirement.ts'
import { required } from '../result/result.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { asPrice, asQuote, sum, type Price } from '../units/quantities.ts'
import type { Position } from '../ledger/Account.ts'
import type { Draft } from '../ledger/Draft.ts'
import type { Scene } from './Scene.ts'

/**
 * The price of the liquidation order of a position, as the rules say. [Q8] Collateral is sold at the mark, with the
 * slippage where there is one. A price that does not exist (nothing required, or more behind a position than it is worth)
 * is the mark.
 */
export function orderPrice(draft: Draft, scene: Scene, position: Position): Price {
  const { orderPrice: rule } = draft.setting.rules.liquidation
  const mark = scene.closingPrice(position)
  if (rule.type === 'mark') return rule.slippage.isZero() ? mark : worse(draft, position, { mark, exact: slid(position, mark, rule.slippage) })
  if (position.type === 'spot') return mark
  const at = standingOf(draft, scene, position)
  if (rule.type === 'bankruptcy') {
    const price = proRataBankruptcy(position, { ...at, all: at.maintenance })
    return price === undefined ? mark : asPrice(roundToStep(price, tickOf(draft, position), position.qty.isNegative() ? 'down' : 'up'))
  }
  const price = mark.gt(0) ? fillablePrice(position, at, rule) : undefined
  return price === undefined || price.eq(mark) ? mark : worse(draft, position, { mark, exact: price })
}

function slid({ qty }: Position, mark: Price, share: Decimal): Decimal {
  const way = mark.abs().times(share)
  return qty.isNegative() ? mark.plus(way) : mark.minus(way)
}

/** To the tick on the side worse for the trader. A mark above zero is not left below it; an inverse contract has no price of zero. */
function worse(draft: Draft, position: Position, { mark, exact }: { readonly mark: Price; readonly exact: Decimal }): Price {
  const tick = tickOf(draft, position)
  const price = roundToStep(exact, tick, position.qty.isNegative() ? 'up' : 'down')
  const least = position.type === 'inverse' ? tick : new Decimal(0)
  return asPrice(price.lt(least) && mark.gte(least) ? least : price)
}

function tickOf(draft: Draft, { instrument }: Position): Decimal {
  return required(draft.setting.instruments.get(instrument), instrument).tickSize
}

/** The pool at the prices it closes at: its equity and maintenance margin, the position's own part of it. */
function standingOf(draft: Draft, scene: Scene, position: Position): FillableAt {
  const { account, setting: { rules } } = draft
  const { marks } = scene.moment
  const pool = poolOf(account, position.pool)
  const legs = positionsIn(account, pool)
  const needOf = (each: Position): ReturnType<typeof maintenanceOf> => maintenanceOf(each, markOf(marks, each.instrument), rules)
  const equity = legs.reduce((total: Decimal, each) => total.plus(exactPnl(each, scene.closingPrice(each))), pool.cash)
  const backed = legs.filter((each) => each.type !== 'spot')
  return { mark: scene.closingPrice(position), equity: asQuote(equity), maintenance: sum(backed.map(needOf)), own: needOf(position) }
}
