import { poolView } from '../margin/poolView.ts'
import { maintenanceBase, maintenanceOf, maintenanceRateAt, stated, tierIndexOf } from '../margin/requirement.ts'
import { notionalOf } from '../instruments/valuation.ts'
import { CROSS } from '../pools/cross.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, asQty } from '../units/quantities.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues, Inverse } from './Calculator.ts'
import { cashAtPrice } from './cashAtPrice.ts'
import { pricesBeside, sizes } from './domains.ts'
import { lazyAnswers, noneAnswer, valueAnswer, type LazyResult } from './lazyAnswers.ts'
import { entryBends, fromPrices, leverageBends, leverageDomain, marginDomain, sizeBends, walletDomain } from './liquidationInverses.ts'
import { distanceAnswer, feeOfFill, liquidationAnswer, marginToOpen, tradeAccount, tradeLiquidation, unopened, type TradeAccount } from './tradeAccount.ts'
import { tradeFields } from './tradeFields.ts'
import { unitNotional } from './tradeTerms.ts'

type Given = (field: string) => Decimal

/**
 * Where a trade is liquidated, in the account as it stands: behind its own wall by what is put behind it, in the shared
 * pool by all that is in it. [A3] `wallet` is cash before the trade, `margin` what is behind the wall after its fee.
 */
export const liquidation: Calculator = {
  name: 'liquidation',
  fields: [
    tradeFields.size,
    tradeFields.entryPrice,
    { id: 'markPrice', unit: 'price', role: 'input', otherwise: ({ entryPrice }) => entryPrice },
    tradeFields.leverage,
    { id: 'margin', unit: 'money', role: 'input', otherwise: openingMarginOf },
    { id: 'wallet', unit: 'money', role: 'input', otherwise: (_, { mode, account }) => (mode === 'cross' ? account.pools.get(CROSS)?.cash : undefined) },
    tradeFields.entryFeeRate,
    { id: 'notional', unit: 'money', role: 'result' },
    { id: 'initialMargin', unit: 'money', role: 'result' },
    { id: 'maintenanceMargin', unit: 'money', role: 'result' },
    { id: 'maintenanceRate', unit: 'share', role: 'result' },
    { id: 'tier', unit: 'count', role: 'result' },
    { id: 'marginRatio', unit: 'share', role: 'result' },
    { id: 'liquidationPrice', unit: 'price', role: 'result' },
    { id: 'liquidationTogether', unit: 'price', role: 'result' },
    { id: 'liquidationDistance', unit: 'share', role: 'result' },
    { id: 'bankruptcyPrice', unit: 'price', role: 'result' },
    { id: 'openingFee', unit: 'money', role: 'result' },
    { id: 'canLose', unit: 'money', role: 'result' },
  ],
  forward,
  inverses: inverses(),
}

const TRADE = ['size', 'entryPrice', 'markPrice', 'leverage']

function forward(values: CalculatorValues, scene: CalculatorScene): Readonly<Record<string, CalculatorAnswer>> {
  const behind = scene.mode === 'cross' ? ['wallet', 'entryFeeRate'] : ['margin']
  let known: TradeAccount | undefined
  const whole = (given: Given): TradeAccount => (known ??= standing(scene, given))
  /** A figure of the trade in its account; none where it cannot be opened. */
  const ofTrade = (figure: (trade: TradeAccount, given: Given) => CalculatorAnswer): LazyResult => ({
    needs: [...TRADE, ...behind],
    of: (given) => refused(scene, given) ?? figure(whole(given), given),
  })
  const fee = (given: Given): Decimal => feeOfFill(scene, { size: given('size'), price: given('entryPrice'), rate: given('entryFeeRate') })
  const { rules } = scene
  return lazyAnswers(values, {
    notional: { needs: ['size', 'entryPrice'], of: (given) => valueAnswer(notionalOf({ type: scene.instrument.type, qty: asQty(given('size')) }, asPrice(given('entryPrice')))) },
    initialMargin: { needs: ['size', 'entryPrice', 'leverage'], of: (given) => refused(scene, given) ?? valueAnswer(marginToOpen(scene, tradeOf(given))) },
    maintenanceMargin: ofTrade(({ position }, given) => valueAnswer(stated(maintenanceOf(position, asPrice(given('markPrice')), rules), rules))),
    maintenanceRate: ofTrade(({ position }, given) => valueAnswer(maintenanceRateAt(position, asPrice(given('markPrice')), rules))),
    tier: ofTrade(({ position }, given) => valueAnswer(new Decimal(tierIndexOf(position, maintenanceBase(position, asPrice(given('markPrice')), rules), rules) + 1))),
    marginRatio: ofTrade(marginRatio),
    liquidationPrice: ofTrade((trade) => liquidationAnswer(tradeLiquidation(trade))),
    liquidationTogether: ofTrade((trade) => liquidationAnswer(tradeLiquidation(trade, 'maintenance', 'together'))),
    liquidationDistance: ofTrade((trade, given) => distanceAnswer(tradeLiquidation(trade), given('markPrice'))),
    bankruptcyPrice: ofTrade((trade) => liquidationAnswer(tradeLiquidation(trade, 'nothing'))),
    openingFee: { needs: ['size', 'entryPrice', 'entryFeeRate'], of: (given) => valueAnswer(fee(given)) },
    canLose: { ...ofTrade((trade, given) => canLose(trade, fee(given))), needs: [...TRADE, ...behind, 'entryFeeRate'] },
  })
}

function tradeOf(given: Given): { readonly size: Decimal; readonly entryPrice: Decimal; readonly leverage: Decimal } {
  return { size: given('size'), entryPrice: given('entryPrice'), leverage: given('leverage') }
}

function refused(scene: CalculatorScene, given: Given): CalculatorAnswer | undefined {
  return unopened(scene, tradeOf(given))
}

function standing(scene: CalculatorScene, given: Given): TradeAccount {
  const trade = { ...tradeOf(given), markPrice: given('markPrice') }
  if (scene.mode === 'isolated') return tradeAccount(scene, { ...trade, cash: given('margin') })
  const fee = feeOfFill(scene, { size: trade.size, price: trade.entryPrice, rate: given('entryFeeRate') })
  return tradeAccount(scene, { ...trade, cash: given('wallet').minus(fee) })
}

function openingMarginOf({ size, entryPrice, leverage }: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  if (scene.mode === 'cross' || size === undefined || entryPrice === undefined || leverage === undefined) return undefined
  return size.gt(0) && entryPrice.gt(0) && leverage.gt(0) ? marginToOpen(scene, { size, entryPrice, leverage }) : new Decimal(0)
}

function marginRatio({ account, pool, context }: TradeAccount): CalculatorAnswer {
  const ratio = poolView(account, pool, context).marginRatio
  return ratio === undefined ? noneAnswer('no-equity') : valueAnswer(ratio)
}

/** All that a liquidation can take: the equity behind the trade's wall, and the fee that was paid to get there. [W2, A4] */
function canLose({ account, pool, context }: TradeAccount, fee: Decimal): CalculatorAnswer {
  return valueAnswer(Decimal.max(0, poolView(account, pool, context).equity.plus(fee)))
}

/** The cash of its pool with which the trade goes as far as a price. */
function cashFor(price: Decimal, need: 'maintenance' | 'nothing', values: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  const { size, entryPrice, leverage, markPrice } = values
  if (size?.gt(0) !== true || entryPrice?.gt(0) !== true || markPrice === undefined) return undefined
  const trade = tradeAccount(scene, { size, entryPrice, leverage: leverage ?? new Decimal(1), markPrice, cash: new Decimal(0) })
  return cashAtPrice(scene, trade, { price, need })
}

function inverses(): readonly Inverse[] {
  const isIsolated = ({ mode }: CalculatorScene): boolean => mode === 'isolated'
  const isCross = ({ mode }: CalculatorScene): boolean => mode === 'cross'
  const openingFee = ({ size, entryPrice, entryFeeRate }: CalculatorValues, scene: CalculatorScene): Decimal =>
    size === undefined || entryPrice === undefined || entryFeeRate === undefined ? new Decimal(0) : feeOfFill(scene, { size, price: entryPrice, rate: entryFeeRate })
  // More collateral never brings a liquidation nearer [M2], and less leverage is more collateral: one root at most.
  return [
    { input: 'size', from: 'notional', domain: sizes, keeps: () => 'not-above', guess: notionalSize, isMonotone: true },
    ...fromPrices('margin', { applies: isIsolated, domain: marginDomain, isMonotone: true }, cashFor),
    ...fromPrices('wallet', { applies: isCross, domain: walletDomain, isMonotone: true }, (price, need, values, scene) => cashFor(price, need, values, scene)?.plus(openingFee(values, scene))),
    ...fromPrices('leverage', { applies: isIsolated, domain: leverageDomain, bends: leverageBends, isMonotone: true }, (price, need, values, scene) => {
      const margin = cashFor(price, need, values, scene)
      const worth = notionalIn(values, scene)
      return margin?.gt(0) === true ? worth?.div(margin) : undefined
    }),
    ...fromPrices('size', { domain: sizes, bends: sizeBends }, () => undefined),
    // As a share of a mark that is the entry itself the distance says nothing of it.
    ...fromPrices('entryPrice', { domain: pricesBeside('markPrice'), bends: entryBends }, () => undefined).filter(({ from }) => from !== 'liquidationDistance'),
  ]
}

function notionalIn({ size, entryPrice }: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  return size === undefined || entryPrice?.gt(0) !== true ? undefined : unitNotional(scene, entryPrice).times(size)
}

function notionalSize(wanted: Decimal, { entryPrice }: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  return entryPrice?.gt(0) === true ? wanted.div(unitNotional(scene, entryPrice)) : undefined
}
