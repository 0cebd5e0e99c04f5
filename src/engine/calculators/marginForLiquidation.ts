import { notionalOf } from '../instruments/valuation.ts'
import { removable } from '../margin/poolMargin.ts'
import { poolView } from '../margin/poolView.ts'
import { CROSS } from '../pools/cross.ts'
import { roundToStep, Decimal } from '../units/decimal.ts'
import { asPrice, posted } from '../units/quantities.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues, Domain, Inverse } from './Calculator.ts'
import { cashAtPrice } from './cashAtPrice.ts'
import { lazyAnswers, noneAnswer, valueAnswer, type LazyResult } from './lazyAnswers.ts'
import { areBeside, distanceLies, furtherSide, liesOf, marginDomain, priceAtDistance } from './liquidationInverses.ts'
import { distanceAnswer, liquidationAnswer, marginToOpen, tradeAccount, tradeLiquidation, unopened, type TradeAccount } from './tradeAccount.ts'
import { tradeFields } from './tradeFields.ts'

type Given = (field: string) => Decimal

/**
 * What must be put behind a position that is open, so that it is liquidated where one wants it: margin behind its own
 * wall, or cash in the shared pool. [A5] `margin` and `wallet` are what is there now; an amount below zero is taken out, as
 * far as the ledger lets it. [M7]
 */
export const marginForLiquidation: Calculator = {
  name: 'margin-for-liquidation',
  fields: [
    tradeFields.size,
    tradeFields.entryPrice,
    { id: 'markPrice', unit: 'price', role: 'input', otherwise: ({ entryPrice }, { marks, instrument }) => marks.get(instrument.symbol) ?? entryPrice },
    tradeFields.leverage,
    { id: 'margin', unit: 'money', role: 'input', otherwise: openingMarginOf },
    { id: 'addMargin', unit: 'money', role: 'input', otherwise: (_, { mode }) => (mode === 'isolated' ? new Decimal(0) : undefined) },
    { id: 'wallet', unit: 'money', role: 'input', otherwise: (_, { mode, account }) => (mode === 'cross' ? account.pools.get(CROSS)?.cash : undefined) },
    { id: 'addWallet', unit: 'money', role: 'input', otherwise: (_, { mode }) => (mode === 'cross' ? new Decimal(0) : undefined) },
    { id: 'marginAfter', unit: 'money', role: 'result' },
    { id: 'walletAfter', unit: 'money', role: 'result' },
    { id: 'liquidationPriceBefore', unit: 'price', role: 'result' },
    { id: 'liquidationPrice', unit: 'price', role: 'result' },
    { id: 'liquidationDistance', unit: 'share', role: 'result' },
    { id: 'leverageEffectiveBefore', unit: 'leverage', role: 'result' },
    { id: 'leverageEffective', unit: 'leverage', role: 'result' },
    { id: 'canLoseBefore', unit: 'money', role: 'result' },
    { id: 'canLose', unit: 'money', role: 'result' },
  ],
  forward,
  inverses: [...inversesOf('isolated'), ...inversesOf('cross')],
}

const NEEDS = ['size', 'entryPrice', 'markPrice', 'leverage']

function forward(values: CalculatorValues, scene: CalculatorScene): Readonly<Record<string, CalculatorAnswer>> {
  const [cash, more] = scene.mode === 'isolated' ? ['margin', 'addMargin'] : ['wallet', 'addWallet']
  const before: LazyTrade = { needs: [...NEEDS, cash], cashOf: (given) => given(cash) }
  const after: LazyTrade = { needs: [...NEEDS, cash, more], cashOf: (given) => given(cash).plus(given(more)) }
  const ofTrade = ({ needs, cashOf }: LazyTrade, figure: (trade: TradeAccount, given: Given) => CalculatorAnswer): LazyResult => ({
    needs,
    of: (given) => unopened(scene, tradeOf(given)) ?? figure(tradeAccount(scene, { ...tradeOf(given), markPrice: given('markPrice'), cash: cashOf(given) }), given),
  })
  const total: LazyResult = { needs: [cash, more], of: (given) => valueAnswer(after.cashOf(given)) }
  const elsewhere: LazyResult = { needs: [], of: () => noneAnswer(scene.mode === 'isolated' ? 'behind-its-own-wall' : 'shared') }
  return lazyAnswers(values, {
    marginAfter: scene.mode === 'isolated' ? total : elsewhere,
    walletAfter: scene.mode === 'isolated' ? elsewhere : total,
    liquidationPriceBefore: ofTrade(before, (trade) => liquidationAnswer(tradeLiquidation(trade))),
    liquidationPrice: ofTrade(after, (trade) => liquidationAnswer(tradeLiquidation(trade))),
    liquidationDistance: ofTrade(after, (trade, given) => distanceAnswer(tradeLiquidation(trade), given('markPrice'))),
    leverageEffectiveBefore: ofTrade(before, effectiveLeverage),
    leverageEffective: ofTrade(after, effectiveLeverage),
    canLoseBefore: ofTrade(before, canLose),
    canLose: ofTrade(after, canLose),
  })
}

interface LazyTrade {
  readonly needs: readonly string[]
  readonly cashOf: (given: Given) => Decimal
}

function tradeOf(given: Given): { readonly size: Decimal; readonly entryPrice: Decimal; readonly leverage: Decimal } {
  return { size: given('size'), entryPrice: given('entryPrice'), leverage: given('leverage') }
}

function openingMarginOf({ size, entryPrice, leverage }: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  if (scene.mode === 'cross' || size === undefined || entryPrice === undefined || leverage === undefined) return undefined
  return size.gt(0) && entryPrice.gt(0) && leverage.gt(0) ? marginToOpen(scene, { size, entryPrice, leverage }) : new Decimal(0)
}

/** What the position is worth over what is behind it, 12 places. */
function effectiveLeverage({ account, pool, position, context }: TradeAccount, given: Given): CalculatorAnswer {
  const { equity } = poolView(account, pool, context)
  return equity.gt(0) ? valueAnswer(posted(notionalOf(position, asPrice(given('markPrice'))).div(equity))) : noneAnswer('no-equity')
}

/** All that prices can still take: the equity of its pool. [W2, A4] */
function canLose({ account, pool, context }: TradeAccount): CalculatorAnswer {
  return valueAnswer(Decimal.max(0, poolView(account, pool, context).equity))
}

/** The position with nothing behind it yet: what is there now comes on top. */
function open(values: CalculatorValues, scene: CalculatorScene): { readonly now: Decimal; readonly at: (cash: Decimal) => TradeAccount } | undefined {
  const { size, entryPrice, markPrice, leverage, margin, wallet } = values
  const now = scene.mode === 'isolated' ? margin : wallet
  if (size?.gt(0) !== true || entryPrice?.gt(0) !== true || markPrice === undefined || leverage === undefined || now === undefined) return undefined
  return { now, at: (cash) => tradeAccount(scene, { size, entryPrice, leverage, markPrice, cash }) }
}

/** From what may be taken out to all that anyone has. */
function domain(values: CalculatorValues, scene: CalculatorScene): Domain {
  const { high, step } = marginDomain(values, scene)
  const position = open(values, scene)
  if (position === undefined) return { low: new Decimal(0), high, step }
  const { account, pool, context } = position.at(position.now)
  return { low: roundToStep(removable(account, pool, context).neg(), step, 'up'), high, step }
}

function inversesOf(mode: CalculatorScene['mode']): readonly Inverse[] {
  const guess = (price: Decimal, values: CalculatorValues, scene: CalculatorScene): Decimal | undefined => {
    const position = open(values, scene)
    return position === undefined ? undefined : cashAtPrice(scene, position.at(new Decimal(0)), { price, need: 'maintenance' })?.minus(position.now)
  }
  // More collateral never brings a liquidation nearer. [M2]
  const about = { input: mode === 'isolated' ? 'addMargin' : 'addWallet', applies: (scene: CalculatorScene) => scene.mode === mode, domain, isMonotone: true }
  return [
    { ...about, from: 'liquidationPrice', keeps: furtherSide, compares: areBeside, lies: liesOf, guess },
    {
      ...about,
      from: 'liquidationDistance',
      keeps: () => 'not-below',
      lies: distanceLies,
      guess: (wanted, values, scene) => (values['markPrice'] === undefined ? undefined : guess(priceAtDistance(scene, values['markPrice'], wanted), values, scene)),
    },
    { ...about, from: mode === 'isolated' ? 'marginAfter' : 'walletAfter', keeps: () => 'not-below', guess: (wanted, values, scene) => (open(values, scene) === undefined ? undefined : wanted.minus(open(values, scene)?.now ?? 0)) },
  ]
}
