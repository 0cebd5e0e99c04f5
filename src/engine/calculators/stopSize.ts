import { leverageLimit } from '../margin/requirement.ts'
import { notionalOf } from '../instruments/valuation.ts'
import { CROSS } from '../pools/cross.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { asPrice, asQty } from '../units/quantities.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues, Domain } from './Calculator.ts'
import { cashAtPrice } from './cashAtPrice.ts'
import { lastKept, tooSmall } from './lastKept.ts'
import { lazyAnswers, noneAnswer, valueAnswer, type LazyResult } from './lazyAnswers.ts'
import { leverageDomain, walletDomain } from './liquidationInverses.ts'
import { survivesTo } from './survivesTo.ts'
import { distanceAnswer, feeOfFill, liquidationAnswer, marginToOpen, tradeAccount, tradeLiquidation, unopened, type TradeAccount } from './tradeAccount.ts'
import { tradeFields } from './tradeFields.ts'
import { grossPnl } from './tradeMoney.ts'
import { gainSign, priceOfNotional, unitNotional } from './tradeTerms.ts'

/** What is read of a stop; all there. */
interface Stop {
  readonly entryPrice: Decimal
  readonly stopPrice: Decimal
  readonly entryFeeRate: Decimal
  readonly exitFeeRate: Decimal
}

/**
 * The size with which a stop loses what may be lost, both fees included, down to the step; and the highest leverage that
 * reaches the stop before a liquidation. [A7] First the loss is decided, then the leverage, as far as the stop allows it.
 */
export const stopSize: Calculator = {
  name: 'stop-size',
  fields: [
    { id: 'wallet', unit: 'money', role: 'input', otherwise: (_, { account }) => account.pools.get(CROSS)?.cash },
    { id: 'riskShare', unit: 'share', role: 'input' },
    { id: 'risk', unit: 'money', role: 'input', otherwise: ({ wallet, riskShare }) => (wallet === undefined ? undefined : riskShare?.times(wallet)) },
    { id: 'entryPrice', unit: 'price', role: 'input', otherwise: (_, { marks, instrument }) => marks.get(instrument.symbol) },
    { id: 'stopPrice', unit: 'price', role: 'input' },
    tradeFields.entryFeeRate,
    tradeFields.exitFeeRate,
    { ...tradeFields.leverage, otherwise: highestOf },
    { id: 'size', unit: 'size', role: 'result' },
    { id: 'notional', unit: 'money', role: 'result' },
    { id: 'lossAtStop', unit: 'money', role: 'result' },
    { id: 'highestLeverage', unit: 'leverage', role: 'result' },
    { id: 'margin', unit: 'money', role: 'result' },
    { id: 'liquidationPrice', unit: 'price', role: 'result' },
    { id: 'liquidationDistance', unit: 'share', role: 'result' },
    { id: 'stopReached', unit: 'word', role: 'result' },
  ],
  forward,
  inverses: [
    { input: 'stopPrice', from: 'size', domain: stopDomain, keeps: () => 'not-below', guess: stopFor, lies: tooSmall, isMonotone: true },
    { input: 'risk', from: 'size', domain: walletDomain, keeps: () => 'not-below', guess: riskFor, lies: tooSmall, isMonotone: true },
    {
      input: 'riskShare',
      from: 'size',
      domain: () => ({ low: new Decimal(0), high: new Decimal(1), step: new Decimal('1e-8') }),
      keeps: () => 'not-below',
      guess: (wanted, values, scene) => (values['wallet']?.gt(0) === true ? riskFor(wanted, values, scene)?.div(values['wallet']) : undefined),
      lies: tooSmall,
      isMonotone: true,
    },
  ],
}

const STOP = ['entryPrice', 'stopPrice', 'entryFeeRate', 'exitFeeRate']

function forward(values: CalculatorValues, scene: CalculatorScene): Readonly<Record<string, CalculatorAnswer>> {
  let known: CalculatorAnswer | undefined
  const needs = ['risk', ...STOP]
  const sized = (figure: (size: Decimal, stop: Stop) => CalculatorAnswer): LazyResult => ({
    needs,
    of: (given) => {
      const stop = { entryPrice: given('entryPrice'), stopPrice: given('stopPrice'), entryFeeRate: given('entryFeeRate'), exitFeeRate: given('exitFeeRate') }
      known ??= sizeOf(scene, stop, given('risk'))
      return known.type === 'value' ? figure(known.value, stop) : known
    },
  })
  const ofTrade = (figure: (trade: TradeAccount, stop: Stop) => CalculatorAnswer): LazyResult => ({
    needs: [...needs, 'wallet', 'leverage'],
    of: (given) =>
      sized((size, stop) => {
        const trade = { size, leverage: given('leverage'), entryPrice: stop.entryPrice }
        return unopened(scene, trade) ?? figure(standing(scene, stop, { ...trade, wallet: given('wallet') }), stop)
      }).of(given),
  })
  return lazyAnswers(values, {
    size: sized(valueAnswer),
    notional: sized((size, { entryPrice }) => valueAnswer(notionalOf({ type: scene.instrument.type, qty: asQty(size) }, asPrice(entryPrice)))),
    lossAtStop: sized((size, stop) => valueAnswer(lossAt(scene, stop, size))),
    highestLeverage: { needs: [...needs, 'wallet'], of: (given) => sized((size, stop) => highestAnswer(scene, stop, { size, wallet: given('wallet') })).of(given) },
    margin: ofTrade(({ position }, { entryPrice }) => valueAnswer(marginToOpen(scene, { size: position.qty.abs(), entryPrice, leverage: position.leverage }))),
    liquidationPrice: ofTrade((trade) => liquidationAnswer(tradeLiquidation(trade))),
    liquidationDistance: ofTrade((trade, { entryPrice }) => distanceAnswer(tradeLiquidation(trade), entryPrice)),
    stopReached: ofTrade((trade, { stopPrice }) => ({ type: 'word', word: survivesTo(scene, trade, stopPrice) ? 'yes' : 'no' })),
  })
}

/** What the trade loses from its entry to the stop, as the ledger books it. [A7] */
function lossAt(scene: CalculatorScene, stop: Stop, size: Decimal): Decimal {
  const given = (field: string): Decimal => (field === 'size' ? size : field === 'exitPrice' ? stop.stopPrice : stop.entryPrice)
  const fees = feeOfFill(scene, { size, price: stop.entryPrice, rate: stop.entryFeeRate }).plus(feeOfFill(scene, { size, price: stop.stopPrice, rate: stop.exitFeeRate }))
  return fees.minus(grossPnl(scene, given))
}

/** The same of one unit, before any rounding. */
function unitLoss(scene: CalculatorScene, stop: Stop): Decimal {
  const [entry, exit] = [unitNotional(scene, stop.entryPrice), unitNotional(scene, stop.stopPrice)]
  return entry.minus(exit).times(gainSign(scene)).plus(entry.times(stop.entryFeeRate)).plus(exit.times(stop.exitFeeRate))
}

/** The largest size that loses no more than may be lost: the quotient, or less where its fees are rounded up beyond it. */
function sizeOf(scene: CalculatorScene, stop: Stop, risk: Decimal): CalculatorAnswer {
  const { entryPrice, stopPrice } = stop
  if (!entryPrice.gt(0) || !stopPrice.gt(0)) return noneAnswer('price-not-positive')
  if (stopPrice.gte(entryPrice) === (scene.side === 'long')) return noneAnswer('stop-on-the-wrong-side')
  const perUnit = unitLoss(scene, stop)
  if (!perUnit.gt(0)) return noneAnswer('stop-loses-nothing')
  const { qtyStep } = scene.instrument
  const most = roundToStep(risk.div(perUnit), qtyStep, 'down')
  // Below the quantum of money there are many steps of a fine quantity: they are not walked down one by one.
  const size = lastKept({ low: qtyStep, high: most, step: qtyStep }, (tried) => {
    const spare = risk.minus(lossAt(scene, stop, tried))
    return { keeps: !spare.isNegative(), spare }
  })
  return size === undefined ? noneAnswer('below-step') : valueAnswer(size)
}

function standing(scene: CalculatorScene, stop: Stop, trade: { readonly size: Decimal; readonly leverage: Decimal; readonly wallet: Decimal }): TradeAccount {
  const opened = { size: trade.size, leverage: trade.leverage, entryPrice: stop.entryPrice }
  const fee = feeOfFill(scene, { size: trade.size, price: stop.entryPrice, rate: stop.entryFeeRate })
  const cash = scene.mode === 'isolated' ? marginToOpen(scene, opened) : trade.wallet.minus(fee)
  return tradeAccount(scene, { ...opened, markPrice: stop.entryPrice, cash })
}

/** The highest leverage on the hundredth that its tier allows and with which the stop is reached. */
function highestAnswer(scene: CalculatorScene, stop: Stop, { size, wallet }: { readonly size: Decimal; readonly wallet: Decimal }): CalculatorAnswer {
  const { rules, instrument } = scene
  const limit = leverageLimit(rules, { type: instrument.type, instrument: instrument.symbol, qty: asQty(size) }, asPrice(stop.entryPrice))
  const tryOut = (leverage: Decimal) => ({ keeps: survivesTo(scene, standing(scene, stop, { size, leverage, wallet }), stop.stopPrice) })
  const needed = cashAtPrice(scene, standing(scene, stop, { size, leverage: limit, wallet }), { price: stop.stopPrice, need: 'maintenance' })
  const guess = scene.mode === 'isolated' && needed?.gt(0) === true ? unitNotional(scene, stop.entryPrice).times(size).div(needed) : undefined
  const found = lastKept({ ...leverageDomain(), high: limit }, tryOut, guess)
  return found === undefined ? noneAnswer('liquidated-before-the-stop') : valueAnswer(found)
}

/** The leverage of a trade that states none: the highest that reaches its stop. */
function highestOf(values: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  const found = forward(values, scene)['highestLeverage']
  return found?.type === 'value' ? found.value : undefined
}

function stopOf({ entryPrice, stopPrice, entryFeeRate, exitFeeRate }: CalculatorValues): Stop | undefined {
  if (entryPrice?.gt(0) !== true || stopPrice?.gt(0) !== true || entryFeeRate === undefined || exitFeeRate === undefined) return undefined
  return { entryPrice, stopPrice, entryFeeRate, exitFeeRate }
}

/** From the tick beside the entry to nothing, or to a thousand times it. */
function stopDomain({ entryPrice }: CalculatorValues, { side, instrument }: CalculatorScene): Domain {
  const { tickSize } = instrument
  const entry = entryPrice ?? tickSize
  return side === 'long' ? { low: tickSize, high: entry.minus(tickSize), step: tickSize } : { low: entry.plus(tickSize), high: entry.times(1000), step: tickSize }
}

function riskFor(wanted: Decimal, values: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  const stop = stopOf(values)
  return stop === undefined ? undefined : lossAt(scene, stop, wanted)
}

/** g (N0 - N1) + f0 N0 + f1 N1 = risk, so N1 = (N0 (g + f0) - risk) / (g - f1). */
function stopFor(wanted: Decimal, values: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  const { risk, entryPrice, entryFeeRate, exitFeeRate } = values
  if (risk === undefined || entryPrice?.gt(0) !== true || entryFeeRate === undefined || exitFeeRate === undefined) return undefined
  const g = gainSign(scene)
  const entry = unitNotional(scene, entryPrice).times(wanted)
  return priceOfNotional(scene, wanted, entry.times(entryFeeRate.plus(g)).minus(risk).div(exitFeeRate.neg().plus(g)))
}
