import type { Account } from '../ledger/Account.ts'
import type { Command, PlaceOrder } from '../ledger/Command.ts'
import type { Rejection } from '../result/Rejection.ts'
import { maxSize, preview, type Preview, type PreviewContext } from '../ledger/preview.ts'
import { poolOf, removable } from '../margin/poolMargin.ts'
import { poolView } from '../margin/poolView.ts'
import { notionalOf } from '../instruments/valuation.ts'
import { openingMargin } from '../margin/requirement.ts'
import { solveLiquidationPrice } from '../margin/solveLiquidationPrice.ts'
import { questionOf } from '../margin/positionView.ts'
import { CROSS } from '../pools/cross.ts'
import { required } from '../result/result.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, asQty, asQuote, asRate, type Qty } from '../units/quantities.ts'
import type { Calculator, CalculatorAnswer, CalculatorScene, CalculatorValues, Domain } from './Calculator.ts'
import { lazyAnswers, noneAnswer, valueAnswer, type LazyResult } from './lazyAnswers.ts'
import { leverageDomain, walletDomain } from './liquidationInverses.ts'
import { feeOfFill, liquidationAnswer, marksWith } from './tradeAccount.ts'
import { highestLeverage, tradeFields } from './tradeFields.ts'
import { signedQty, unitNotional } from './tradeTerms.ts'

type Given = (field: string) => Decimal

/**
 * The largest trade that the ledger accepts as a market order at the entry price, with the cash in the wallet and all that
 * is open already: as the ticket says it, for it is the ledger's own `maxSize`. [A6, P8]
 */
export const largestSize: Calculator = {
  name: 'max-size',
  fields: [
    { id: 'wallet', unit: 'money', role: 'input', otherwise: (_, { account }) => account.pools.get(CROSS)?.cash },
    { id: 'entryPrice', unit: 'price', role: 'input', otherwise: (_, { marks, instrument }) => marks.get(instrument.symbol) },
    tradeFields.leverage,
    { id: 'size', unit: 'size', role: 'result' },
    { id: 'notional', unit: 'money', role: 'result' },
    { id: 'initialMargin', unit: 'money', role: 'result' },
    { id: 'openingFee', unit: 'money', role: 'result' },
    { id: 'cost', unit: 'money', role: 'result' },
    { id: 'limitedBy', unit: 'word', role: 'result' },
    { id: 'liquidationPrice', unit: 'price', role: 'result' },
  ],
  forward,
  inverses: [
    { input: 'wallet', from: 'size', domain: walletDomain, keeps: () => 'not-below', guess: walletFor, isMonotone: true },
    { input: 'leverage', from: 'size', domain: leverageOf, keeps: () => 'not-below', guess: leverageFor, isMonotone: true },
  ],
}

/** Up to what the tier of the wanted size allows: beyond it a smaller size is the largest. */
function leverageOf({ entryPrice }: CalculatorValues, scene: CalculatorScene, wanted: Decimal): Domain {
  const domain = leverageDomain()
  return { ...domain, high: highestLeverage(entryPrice === undefined ? {} : { size: wanted, entryPrice }, scene) ?? domain.high }
}

/** Nine digits are looked at of a largest size. [P8] */
const NINTH_DIGIT = new Decimal('1e-8')
/** So much that nothing is refused for want of it. */
const RICH = new Decimal('1e15')

/** Where the order is decided. */
interface Desk {
  readonly account: Account
  readonly context: PreviewContext
  readonly order: (size: Decimal) => Command & PlaceOrder
}

function deskOf(scene: CalculatorScene, at: { readonly wallet: Decimal; readonly entryPrice: Decimal; readonly leverage: Decimal }): Desk {
  const { account, rules, instruments, instrument, mode, side } = scene
  const cross = poolOf(account, CROSS)
  return {
    account: { ...account, pools: new Map(account.pools).set(CROSS, { ...cross, cash: asQuote(at.wallet) }) },
    context: { setting: { rules, instruments, walls: 'as-set' }, moment: { tick: 0, at: scene.at, marks: marksWith(scene, at.entryPrice) } },
    order: (size) => ({
      id: '~calculation',
      tick: 0,
      type: 'place-order',
      leg: `${instrument.symbol}@${mode}`,
      instrument: instrument.symbol,
      pool: mode,
      side: side === 'long' ? 'buy' : 'sell',
      positionSide: 'both',
      orderType: 'market',
      size: { unit: 'base', qty: asQty(size) },
      price: undefined,
      leverage: asRate(at.leverage),
      reduceOnly: false,
      takeProfit: undefined,
      stopLoss: undefined,
    }),
  }
}

function forward(values: CalculatorValues, scene: CalculatorScene): Readonly<Record<string, CalculatorAnswer>> {
  let known: { readonly desk: Desk; readonly size: Qty } | undefined
  const found = (given: Given): { readonly desk: Desk; readonly size: Qty } => {
    if (known === undefined) {
      const desk = deskOf(scene, { wallet: given('wallet'), entryPrice: given('entryPrice'), leverage: given('leverage') })
      known = { desk, size: maxSize(desk.account, desk.order(new Decimal(1)), desk.context) }
    }
    return known
  }
  const of = (figure: (desk: Desk, size: Qty, given: Given) => CalculatorAnswer): LazyResult => ({
    needs: ['wallet', 'entryPrice', 'leverage'],
    of: (given) => {
      if (!given('entryPrice').gt(0)) return noneAnswer('price-not-positive')
      if (given('leverage').lt(1)) return noneAnswer('leverage-below-one')
      const { desk, size } = found(given)
      return figure(desk, size, given)
    },
  })
  const margin = (size: Qty, given: Given): Decimal =>
    openingMargin({ type: scene.instrument.type, instrument: scene.instrument.symbol, qty: signedQty(scene, size), leverage: asRate(given('leverage')) }, asPrice(given('entryPrice')), scene.rules)
  const fee = (size: Qty, given: Given): Decimal => feeOfFill(scene, { size, price: given('entryPrice'), rate: scene.rules.fees.taker })
  return lazyAnswers(values, {
    size: of((_, size) => valueAnswer(size)),
    notional: of((_, size, given) => valueAnswer(notionalOf({ type: scene.instrument.type, qty: size }, asPrice(given('entryPrice'))))),
    initialMargin: of((_, size, given) => valueAnswer(margin(size, given))),
    openingFee: of((_, size, given) => valueAnswer(fee(size, given))),
    cost: of((_, size, given) => valueAnswer(margin(size, given).plus(fee(size, given)))),
    limitedBy: of((desk, size) => limitOf(scene, desk, size)),
    liquidationPrice: of((desk, size) => liquidationOf(scene, desk, size)),
  })
}

/** Why one step more is refused. */
function limitOf(scene: CalculatorScene, desk: Desk, size: Qty): CalculatorAnswer {
  const step = Decimal.max(scene.instrument.qtyStep, size.times(NINTH_DIGIT))
  const more = preview(desk.account, desk.order(size.plus(step)), desk.context)
  if (more.ok) return noneAnswer('unlimited')
  return limitWord(more.error, size)
}

function limitWord({ code }: Rejection, size: Qty): CalculatorAnswer {
  switch (code) {
    case 'insufficient-margin':
      return { type: 'word', word: 'balance' }
    case 'leverage-above-limit':
      // Where even the smallest size is refused it is the leverage that is too high, not the size.
      return { type: 'word', word: size.isZero() ? 'leverage' : 'tier' }
    case 'liquidated-on-fill':
      return { type: 'word', word: 'liquidation' }
    default:
      return noneAnswer(code)
  }
}

function liquidationOf(scene: CalculatorScene, desk: Desk, size: Qty): CalculatorAnswer {
  const order = desk.order(size)
  const opened = size.isZero() ? undefined : preview(desk.account, order, desk.context)
  if (opened?.ok !== true) return noneAnswer('no-position')
  const { account } = opened.value
  const position = account.positions.get(order.leg)
  if (position === undefined) return noneAnswer('no-position')
  const view = { rules: scene.rules, instruments: scene.instruments, marks: desk.context.moment.marks }
  return liquidationAnswer(solveLiquidationPrice(questionOf(account, position, view, { need: 'maintenance', others: 'alone' })))
}

/** What is left of a wallet that holds more than enough, taken off it: what leaves the wallet does not depend on what is in it. */
function walletFor(wanted: Decimal, { entryPrice, leverage }: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  if (entryPrice?.gt(0) !== true || leverage?.gte(1) !== true) return undefined
  const desk = deskOf(scene, { wallet: RICH, entryPrice, leverage })
  const opened = preview(desk.account, desk.order(wanted), desk.context)
  return opened.ok ? RICH.minus(freeIn(opened.value, desk)) : undefined
}

function freeIn({ account }: Preview, { context }: Desk): Decimal {
  const now = { rules: context.setting.rules, marks: context.moment.marks }
  const cross = required(account.pools.get(CROSS), 'the cross pool')
  return cross.legs.length === 0 ? removable(account, cross, now) : poolView(account, cross, now).freeCollateral
}

/** Notional over what the wallet leaves for margin. */
function leverageFor(wanted: Decimal, { entryPrice, wallet }: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  if (entryPrice?.gt(0) !== true || wallet === undefined) return undefined
  const desk = deskOf(scene, { wallet, entryPrice, leverage: new Decimal(1) })
  const now = { rules: scene.rules, marks: desk.context.moment.marks }
  const free = poolView(desk.account, poolOf(desk.account, CROSS), now).freeCollateral
  const left = free.minus(feeOfFill(scene, { size: wanted, price: entryPrice, rate: scene.rules.fees.taker }))
  return left.gt(0) ? unitNotional(scene, entryPrice).times(wanted).div(left) : undefined
}
