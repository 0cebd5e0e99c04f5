import { leverageLimit } from '../margin/requirement.ts'
import { poolView } from '../margin/poolView.ts'
import { notionalOf } from '../instruments/valuation.ts'
import { CROSS } from '../pools/cross.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { asPrice, asQty, asQuote } from '../units/quantities.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues, Domain } from './Calculator.ts'
import { cashAtPrice } from './cashAtPrice.ts'
import { lastKept, tooSmall, type Tried } from './lastKept.ts'
import { lazyAnswers, noneAnswer, valueAnswer, type LazyResult } from './lazyAnswers.ts'
import { leverageDomain, walletDomain } from './liquidationInverses.ts'
import { survivesTo } from './survivesTo.ts'
import { distanceAnswer, feeOfFill, liquidationAnswer, marginToOpen, marksWith, tradeAccount, tradeLiquidation, unopened, type TradeAccount } from './tradeAccount.ts'
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
 * What the wallet cannot open with that leverage is cut down to what it can: `limitedBy` says so, `sizeByRisk` what it was.
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
    { id: 'limitedBy', unit: 'word', role: 'result' },
    { id: 'sizeByRisk', unit: 'size', role: 'result' },
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

type Given = (field: string) => Decimal

const STOP = ['entryPrice', 'stopPrice', 'entryFeeRate', 'exitFeeRate']

function forward(values: CalculatorValues, scene: CalculatorScene): Readonly<Record<string, CalculatorAnswer>> {
  let known: Sized | undefined
  const needs = ['risk', ...STOP]
  const found = (given: Given): Sized => (known ??= sizedAt(scene, stopIn(given), { risk: given('risk'), wallet: values['wallet'], leverage: values['leverage'] }))
  const of = (figure: (size: Decimal, stop: Stop, given: Given) => CalculatorAnswer): LazyResult => ({
    needs,
    of: (given) => {
      const { size } = found(given)
      return size.type === 'value' ? figure(size.value, stopIn(given), given) : size
    },
  })
  const highest = (size: Decimal, stop: Stop, given: Given): CalculatorAnswer => highestAnswer(scene, stop, { size, wallet: given('wallet') })
  const ofTrade = (figure: (trade: TradeAccount, stop: Stop) => CalculatorAnswer): LazyResult => ({
    ...of((size, stop, given) => {
      const trade = { size, leverage: given('leverage'), entryPrice: stop.entryPrice }
      return unopened(scene, trade) ?? figure(standing(scene, stop, { ...trade, wallet: given('wallet') }), stop)
    }),
    needs: [...needs, 'wallet', 'leverage'],
  })
  return lazyAnswers(values, {
    size: of(valueAnswer),
    notional: of((size, { entryPrice }) => valueAnswer(notionalOf({ type: scene.instrument.type, qty: asQty(size) }, asPrice(entryPrice)))),
    lossAtStop: of((size, stop) => valueAnswer(lossAt(scene, stop, size))),
    highestLeverage: { ...of(highest), needs: [...needs, 'wallet'] },
    margin: { ...of((size, { entryPrice }, given) => unopened(scene, { size, entryPrice, leverage: given('leverage') }) ?? valueAnswer(marginToOpen(scene, { size, entryPrice, leverage: given('leverage') }))), needs: [...needs, 'wallet', 'leverage'] },
    liquidationPrice: ofTrade((trade) => liquidationAnswer(tradeLiquidation(trade))),
    liquidationDistance: ofTrade((trade, { entryPrice }) => distanceAnswer(tradeLiquidation(trade), entryPrice)),
    stopReached: ofTrade((trade, { stopPrice }) => ({ type: 'word', word: survivesTo(scene, trade, stopPrice) ? 'yes' : 'no' })),
    limitedBy: {
      needs,
      of: (given) => {
        const { size, word } = found(given)
        return size.type === 'value' ? { type: 'word', word } : size
      },
    },
    sizeByRisk: { needs, of: (given) => found(given).byRisk },
  })
}

function stopIn(given: Given): Stop {
  return { entryPrice: given('entryPrice'), stopPrice: given('stopPrice'), entryFeeRate: given('entryFeeRate'), exitFeeRate: given('exitFeeRate') }
}

/** The size, what ends it, and what it would be whatever is in the wallet. */
interface Sized {
  readonly size: CalculatorAnswer
  readonly word: 'risk' | 'balance'
  readonly byRisk: CalculatorAnswer
}

interface Budget {
  readonly risk: Decimal
  readonly wallet: Decimal | undefined
  readonly leverage: Decimal | undefined
}

/** With the leverage that is stated. The highest that reaches the stop is the one that is taken where none is: so it gives the same size. */
function sizedAt(scene: CalculatorScene, stop: Stop, budget: Budget): Sized {
  const { leverage, wallet } = budget
  const usual = sized(scene, stop, { ...budget, leverage: undefined })
  if (leverage === undefined || wallet === undefined || usual.size.type !== 'value') return usual
  const highest = highestAnswer(scene, stop, { size: usual.size.value, wallet })
  return highest.type === 'value' && highest.value.eq(leverage) ? usual : sized(scene, stop, budget)
}

/** By the risk, or as much of that as the wallet can open; a wallet that nothing is said of pays for anything. [A7] */
function sized(scene: CalculatorScene, stop: Stop, { risk, wallet, leverage }: Budget): Sized {
  const byRisk = sizeOf(scene, stop, risk)
  if (byRisk.type !== 'value' || wallet?.gt(0) !== true) return { size: byRisk, word: 'risk', byRisk }
  const free = freeOf(scene, stop, wallet)
  const { qtyStep } = scene.instrument
  const tryOut = (size: Decimal): Tried => {
    const spare = free.minus(costOf(scene, stop, { size, wallet, leverage }))
    return { keeps: !spare.isNegative(), spare }
  }
  if (tryOut(byRisk.value).keeps) return { size: byRisk, word: 'risk', byRisk }
  const size = lastKept({ low: qtyStep, high: byRisk.value, step: qtyStep }, tryOut)
  return { size: size === undefined ? noneAnswer('below-step') : valueAnswer(size), word: 'balance', byRisk }
}

/** Margin and fee of opening a size, with the leverage that is stated, else the highest that reaches the stop. */
function costOf(scene: CalculatorScene, stop: Stop, { size, wallet, leverage }: { readonly size: Decimal; readonly wallet: Decimal; readonly leverage: Decimal | undefined }): Decimal {
  const { entryPrice } = stop
  const highest = leverage === undefined ? highestAnswer(scene, stop, { size, wallet }) : undefined
  const used = leverage ?? (highest?.type === 'value' ? highest.value : limitOf(scene, stop, size))
  return marginToOpen(scene, { size, entryPrice, leverage: Decimal.max(1, used) }).plus(feeOfFill(scene, { size, price: entryPrice, rate: stop.entryFeeRate }))
}

/** What the wallet has for a trade, beside all that is open in the shared pool. */
function freeOf(scene: CalculatorScene, { entryPrice }: Stop, wallet: Decimal): Decimal {
  const cross = scene.account.pools.get(CROSS)
  if (cross === undefined || (cross.legs.length === 0 && cross.others === undefined)) return wallet
  return poolView(scene.account, { ...cross, cash: asQuote(wallet) }, { rules: scene.rules, marks: marksWith(scene, entryPrice) }).freeCollateral
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
  const limit = limitOf(scene, stop, size)
  const tryOut = (leverage: Decimal) => ({ keeps: survivesTo(scene, standing(scene, stop, { size, leverage, wallet }), stop.stopPrice) })
  const needed = cashAtPrice(scene, standing(scene, stop, { size, leverage: limit, wallet }), { price: stop.stopPrice, need: 'maintenance' })
  const guess = scene.mode === 'isolated' && needed?.gt(0) === true ? unitNotional(scene, stop.entryPrice).times(size).div(needed) : undefined
  const found = lastKept({ ...leverageDomain(), high: limit }, tryOut, guess)
  return found === undefined ? noneAnswer('liquidated-before-the-stop') : valueAnswer(found)
}

/** What the tier of a size allows. */
function limitOf({ rules, instrument }: CalculatorScene, { entryPrice }: Stop, size: Decimal): Decimal {
  return leverageLimit(rules, { type: instrument.type, instrument: instrument.symbol, qty: asQty(size) }, asPrice(entryPrice))
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
