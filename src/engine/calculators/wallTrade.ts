import { leverageLimit } from '../margin/requirement.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { asPrice, asQty, posted } from '../units/quantities.ts'
import type { CalculatorScene } from './Calculator.ts'
import { cashAtPrice } from './cashAtPrice.ts'
import { lastKept, type Tried } from './lastKept.ts'
import { survivesTo } from './survivesTo.ts'
import { feeOfFill, marginToOpen, tradeAccount, type TradeAccount } from './tradeAccount.ts'
import { unitNotional } from './tradeTerms.ts'

/** What is decided: the loss, the fall that must be survived, and where the trade begins. */
export interface WallTerms {
  /** All that can be lost: the margin and the fee of opening. [W2] */
  readonly maxLoss: Decimal
  /** Share of the entry price; of a short a rise. */
  readonly fall: Decimal
  readonly entryPrice: Decimal
  readonly entryFeeRate: Decimal
}

/** The trade that follows. */
export interface WallTrade {
  readonly size: Decimal
  /** Of the order, on the hundredth: the lowest whose margin is there. */
  readonly leverage: Decimal
  readonly openingFee: Decimal
  /** Behind the wall once it stands. */
  readonly margin: Decimal
  /** What the order itself puts there; the rest is added. */
  readonly openingMargin: Decimal
  /** Whether the fall ends the size, or the leverage that the tier allows. */
  readonly limitedBy: 'fall' | 'leverage'
}

const HUNDREDTH = new Decimal('0.01')
/** The margin of an order falls as its leverage rises, if not in proportion: after so many tries the tier asks more whatever it is. */
const MOST_TRIES = 8

/** The scene behind a wall of its own. */
export function walled(scene: CalculatorScene): CalculatorScene {
  return { ...scene, mode: 'isolated' }
}

/** The price after the fall, on the tick at or beyond it. */
export function priceAfter({ side, instrument }: CalculatorScene, entryPrice: Decimal, fall: Decimal): Decimal {
  const price = entryPrice.times(side === 'long' ? new Decimal(1).minus(fall) : fall.plus(1))
  return roundToStep(price, instrument.tickSize, side === 'long' ? 'down' : 'up')
}

/**
 * The largest trade that loses no more than was decided and survives the fall. [A8] All of it stands behind the wall: the
 * margin is the loss less the fee of opening; the leverage is what makes the order take it. A larger size needs more to
 * survive the fall, and more leverage for the same margin, so the sizes that are possible are those up to one.
 */
export function wallTrade(outside: CalculatorScene, terms: WallTerms): WallTrade | undefined {
  const scene = walled(outside)
  const { qtyStep } = scene.instrument
  const { maxLoss, entryPrice, entryFeeRate, fall } = terms
  const price = priceAfter(scene, entryPrice, fall)
  const unit = unitNotional(scene, entryPrice)
  const possible = new Map<string, WallTrade>()
  const tryOut = (size: Decimal): Tried => {
    const trade = tradeOfSize(scene, terms, size)
    const standing = wallAccount(scene, entryPrice, { size, leverage: trade?.leverage ?? new Decimal(1), margin: trade?.margin ?? maxLoss })
    const needed = cashAtPrice(scene, standing, { price, need: 'maintenance' })
    const spare = needed === undefined ? undefined : maxLoss.minus(feeOfFill(scene, { size, price: entryPrice, rate: entryFeeRate })).minus(needed)
    const survives = trade !== undefined && survivesTo(scene, standing, price)
    if (survives) possible.set(size.toFixed(), trade)
    return { keeps: survives, spare }
  }
  // Even without any requirement a size loses what the fall takes; a size that needs a thousandfold leverage is none.
  const most = roundToStep(maxLoss.div(Decimal.max(lossShare(scene, fall).times('0.5'), '0.001').times(unit)), qtyStep, 'up').plus(qtyStep)
  const size = lastKept({ low: qtyStep, high: most, step: qtyStep }, tryOut)
  const trade = size === undefined ? undefined : (possible.get(size.toFixed()) ?? tradeOfSize(scene, terms, size))
  if (trade === undefined) return undefined
  return { ...trade, limitedBy: tradeOfSize(scene, terms, trade.size.plus(qtyStep)) === undefined ? 'leverage' : 'fall' }
}

/** What a fall takes of the value at the entry, or less: 1 - 1 / (1 + r) of coins that are owed, which a rise never takes whole. */
function lossShare({ side, instrument }: CalculatorScene, fall: Decimal): Decimal {
  return side === 'short' && instrument.type === 'inverse' ? fall.div(fall.plus(1)) : fall
}

/** The trade in the account, with its margin behind its wall. */
export function wallAccount(scene: CalculatorScene, entryPrice: Decimal, trade: Pick<WallTrade, 'size' | 'leverage' | 'margin'>): TradeAccount {
  return tradeAccount(walled(scene), { size: trade.size, leverage: trade.leverage, entryPrice, markPrice: entryPrice, cash: trade.margin })
}

/** A size with all that may be lost behind it; undefined where no leverage that its tier allows leaves enough for that. */
function tradeOfSize(scene: CalculatorScene, { maxLoss, entryPrice, entryFeeRate }: WallTerms, size: Decimal): WallTrade | undefined {
  const openingFee = feeOfFill(scene, { size, price: entryPrice, rate: entryFeeRate })
  const margin = posted(maxLoss.minus(openingFee), 'down')
  if (!margin.gt(0)) return undefined
  const { symbol, type } = scene.instrument
  const limit = leverageLimit(scene.rules, { type, instrument: symbol, qty: asQty(size) }, asPrice(entryPrice))
  let leverage = Decimal.max(1, roundToStep(unitNotional(scene, entryPrice).times(size).div(margin), HUNDREDTH, 'up'))
  for (let tries = 0; tries < MOST_TRIES && leverage.lte(limit); tries += 1) {
    const openingMargin = marginToOpen(scene, { size, entryPrice, leverage })
    if (openingMargin.lte(margin)) return { size, leverage, openingFee, margin, openingMargin, limitedBy: 'fall' }
    leverage = Decimal.max(leverage.plus(HUNDREDTH), roundToStep(leverage.times(openingMargin).div(margin), HUNDREDTH, 'up'))
  }
  return undefined
}
