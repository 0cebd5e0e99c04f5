import { notionalOf } from '../instruments/valuation.ts'
import { tiersOf } from '../margin/requirement.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, asQty } from '../units/quantities.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues, Domain } from './Calculator.ts'
import { cashAtPrice } from './cashAtPrice.ts'
import { tooSmall } from './lastKept.ts'
import { lazyAnswers, noneAnswer, valueAnswer, type LazyResult } from './lazyAnswers.ts'
import { marginDomain } from './liquidationInverses.ts'
import { distanceAnswer, feeOfFill, liquidationAnswer, marginToOpen, tradeLiquidation, unopened } from './tradeAccount.ts'
import { tradeFields } from './tradeFields.ts'
import { unitNotional } from './tradeTerms.ts'
import { priceAfter, wallAccount, walled, wallTrade, type WallTerms, type WallTrade } from './wallTrade.ts'

/** A loss of so many sizes that a step more or less does not show in the leverage. */
const LARGE = new Decimal('1e11')

/**
 * The two steps of isolated margin: decide what may be lost, then the fall that must be survived; read the trade. [A8]
 * Collateral is the margin behind the wall and the fee of opening: all that can be lost. [W2] Of a short the fall is a rise.
 */
export const wall: Calculator = {
  name: 'wall',
  fields: [
    { id: 'maxLoss', unit: 'money', role: 'input' },
    { id: 'fall', unit: 'share', role: 'input' },
    { id: 'entryPrice', unit: 'price', role: 'input', otherwise: (_, { marks, instrument }) => marks.get(instrument.symbol) },
    tradeFields.entryFeeRate,
    { id: 'collateral', unit: 'money', role: 'result' },
    { id: 'margin', unit: 'money', role: 'result' },
    { id: 'openingFee', unit: 'money', role: 'result' },
    { id: 'openingMargin', unit: 'money', role: 'result' },
    { id: 'addMargin', unit: 'money', role: 'result' },
    { id: 'size', unit: 'size', role: 'result' },
    { id: 'notional', unit: 'money', role: 'result' },
    { id: 'leverage', unit: 'leverage', role: 'result' },
    { id: 'liquidationPrice', unit: 'price', role: 'result' },
    { id: 'liquidationDistance', unit: 'share', role: 'result' },
    { id: 'bankruptcyPrice', unit: 'price', role: 'result' },
    { id: 'limitedBy', unit: 'word', role: 'result' },
  ],
  forward,
  inverses: [
    // Size and leverage together are the margin; what is left to find is the fall.
    { input: 'maxLoss', from: 'leverage', domain: lossDomain, keeps: () => 'not-above', closed: lossOfTrade },
    { input: 'maxLoss', from: 'size', domain: marginDomain, keeps: () => 'not-below', guess: lossFor, lies: tooSmall, isMonotone: true },
    { input: 'fall', from: 'size', domain: falls, keeps: () => 'not-below', guess: fallFor, lies: tooSmall, isMonotone: true },
    { input: 'fall', from: 'leverage', domain: falls, keeps: () => 'not-above', guess: fallAtLeverage, lies: tooSmall, isMonotone: true },
  ],
}

function forward(values: CalculatorValues, scene: CalculatorScene): Readonly<Record<string, CalculatorAnswer>> {
  let known: { readonly is: WallTrade | undefined } | undefined
  const of = (figure: (trade: WallTrade, terms: WallTerms) => CalculatorAnswer): LazyResult => ({
    needs: ['maxLoss', 'fall', 'entryPrice', 'entryFeeRate'],
    of: (given) => {
      const terms: WallTerms = { maxLoss: given('maxLoss'), fall: given('fall'), entryPrice: given('entryPrice'), entryFeeRate: given('entryFeeRate') }
      const wrong = wrongTerms(scene, terms)
      if (wrong !== undefined) return noneAnswer(wrong)
      known ??= { is: wallTrade(scene, terms) }
      return known.is === undefined ? noneAnswer('below-step') : figure(known.is, terms)
    },
  })
  return lazyAnswers(values, {
    collateral: of(({ margin, openingFee }) => valueAnswer(margin.plus(openingFee))),
    margin: of(({ margin }) => valueAnswer(margin)),
    openingFee: of(({ openingFee }) => valueAnswer(openingFee)),
    openingMargin: of(({ openingMargin }) => valueAnswer(openingMargin)),
    addMargin: of(({ margin, openingMargin }) => valueAnswer(margin.minus(openingMargin))),
    size: of(({ size }) => valueAnswer(size)),
    notional: of(({ size }, { entryPrice }) => valueAnswer(notionalOf({ type: scene.instrument.type, qty: asQty(size) }, asPrice(entryPrice)))),
    leverage: of(({ leverage }) => valueAnswer(leverage)),
    liquidationPrice: of((trade, { entryPrice }) => liquidationAnswer(tradeLiquidation(wallAccount(scene, entryPrice, trade)))),
    liquidationDistance: of((trade, { entryPrice }) => distanceAnswer(tradeLiquidation(wallAccount(scene, entryPrice, trade)), entryPrice)),
    bankruptcyPrice: of((trade, { entryPrice }) => liquidationAnswer(tradeLiquidation(wallAccount(scene, entryPrice, trade), 'nothing'))),
    limitedBy: of(({ limitedBy }) => ({ type: 'word', word: limitedBy })),
  })
}

function wrongTerms(scene: CalculatorScene, { maxLoss, fall, entryPrice }: WallTerms): string | undefined {
  if (!maxLoss.gt(0)) return 'loss-not-positive'
  if (!entryPrice.gt(0)) return 'price-not-positive'
  if (!fall.gt(0)) return 'fall-not-positive'
  return priceAfter(scene, entryPrice, fall).gt(0) ? undefined : 'falls-to-nothing'
}

/**
 * Of one tier the fall alone gives the leverage, whatever the loss: all that differs is that small sizes are whole steps. So
 * two large losses are looked at, which say that there is no effect. Several tiers, or amounts that are fixed, do decide it.
 */
function lossDomain(values: CalculatorValues, scene: CalculatorScene): Domain {
  const { rules, instrument } = scene
  const isScaled = tiersOf(rules, instrument.symbol).length === 1 && rules.minimumMaintenance.isZero() && rules.exitCost.fixed.isZero()
  return isScaled ? { low: LARGE, high: LARGE.times(2), step: LARGE } : marginDomain(values, scene)
}

/** Millionths, for a long up to nearly all. */
function falls(_: CalculatorValues, { side }: CalculatorScene): Domain {
  return { low: new Decimal('1e-6'), high: new Decimal(side === 'long' ? '0.999999' : '1000'), step: new Decimal('1e-6') }
}

/** What a trade of known size and leverage can lose: the margin that it is opened with, and the fee. */
function lossOfTrade({ size, leverage, entryPrice, entryFeeRate }: CalculatorValues, outside: CalculatorScene): Decimal | undefined {
  if (size === undefined || leverage === undefined || entryPrice === undefined || entryFeeRate === undefined) return undefined
  const scene = walled(outside)
  if (unopened(scene, { size, leverage, entryPrice }) !== undefined) return undefined
  return marginToOpen(scene, { size, leverage, entryPrice }).plus(feeOfFill(scene, { size, price: entryPrice, rate: entryFeeRate }))
}

/** What a size needs to survive the fall, and its fee. */
function lossFor(wanted: Decimal, { fall, entryPrice, entryFeeRate }: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  if (fall === undefined || entryPrice?.gt(0) !== true || entryFeeRate === undefined || !wanted.gt(0)) return undefined
  const fee = feeOfFill(scene, { size: wanted, price: entryPrice, rate: entryFeeRate })
  const trade = wallAccount(scene, entryPrice, { size: wanted, leverage: new Decimal(1), margin: new Decimal(0) })
  return cashAtPrice(walled(scene), trade, { price: priceAfter(scene, entryPrice, fall), need: 'maintenance' })?.plus(fee)
}

/** How far a size goes with all that may be lost behind it. */
function fallFor(wanted: Decimal, { maxLoss, entryPrice, entryFeeRate }: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  if (maxLoss === undefined || entryPrice?.gt(0) !== true || entryFeeRate === undefined || !wanted.gt(0)) return undefined
  const margin = maxLoss.minus(feeOfFill(scene, { size: wanted, price: entryPrice, rate: entryFeeRate }))
  if (!margin.gt(0)) return undefined
  const leverage = Decimal.max(1, unitNotional(scene, entryPrice).times(wanted).div(margin))
  const found = tradeLiquidation(wallAccount(scene, entryPrice, { size: wanted, leverage, margin }))
  return found.type === 'price' ? found.exact.minus(entryPrice).abs().div(entryPrice) : undefined
}

/** The size whose margin at a leverage, and its fee, are all that may be lost: as far as that goes. */
function fallAtLeverage(wanted: Decimal, values: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  const { maxLoss, entryPrice, entryFeeRate } = values
  if (maxLoss === undefined || entryPrice?.gt(0) !== true || entryFeeRate === undefined || !wanted.gt(0)) return undefined
  const perUnit = unitNotional(scene, entryPrice).times(new Decimal(1).div(wanted).plus(entryFeeRate))
  return fallFor(maxLoss.div(perUnit), values, scene)
}
