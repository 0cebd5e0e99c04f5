import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Command } from '../ledger/Command.ts'
import { bookAccount } from '../ledger/bookAccount.ts'
import { preview, type PreviewContext } from '../ledger/preview.ts'
import { accountTotals } from '../margin/accountTotals.ts'
import { createRun, type Run } from '../run/createRun.ts'
import { marksAt } from '../run/steps.ts'
import { command, eventsOf, order, pathTape } from '../testing/fixtures.ts'
import { patience, times } from '../testing/promises.ts'
import { anyRules, tradeArb, type Trade } from '../testing/tradeArb.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, asQty, asQuote } from '../units/quantities.ts'
import { calculate } from './calculate.ts'
import type { CalculatorAnswer, CalculatorScene, CalculatorValues } from './Calculator.ts'
import { largestSize } from './largestSize.ts'
import { marginForLiquidation } from './marginForLiquidation.ts'
import { stopSize } from './stopSize.ts'
import { feeOfFill, marginToOpen } from './tradeAccount.ts'
import { wall } from './wall.ts'

vi.setConfig({ testTimeout: patience })

/** What calculators say, played: the same trade on a tape, by the engine that plays scenarios. */

/** The trade alone, behind its own wall. */
function alone({ scene }: Trade): CalculatorScene {
  return { ...scene, mode: 'isolated', account: bookAccount({ wallet: asQuote(new Decimal('1e9')), cash: new Map(), positions: [] }) }
}

/** A path through prices, with commands at its first. */
function played(scene: CalculatorScene, prices: readonly Decimal[], about: { readonly wallet: Decimal; readonly commands: readonly Command[] }): Run {
  const { instrument, rules } = scene
  const tape = pathTape({ [instrument.symbol]: prices.map((each) => Number(each.toFixed())) })
  const run = createRun({ tape, instruments: [instrument], rules, wallet: asQuote(about.wallet), commands: about.commands }, 'as-set')
  run.advanceTo(prices.length - 1)
  return run
}

function opening({ instrument, side }: CalculatorScene, trade: { readonly size: Decimal; readonly leverage: Decimal; readonly stopLoss?: Decimal }): Command {
  const stop = trade.stopLoss === undefined ? {} : { stopLoss: trade.stopLoss.toFixed() }
  return order({ instrument: instrument.symbol, side: side === 'long' ? 'buy' : 'sell', qty: trade.size.toFixed(), leverage: trade.leverage.toFixed(), ...stop })
}

const legOf = ({ instrument }: CalculatorScene): string => `${instrument.symbol}@isolated`

/** What is left of a wallet at the end of a run. */
function lostOf(run: Run, scene: CalculatorScene, prices: readonly Decimal[], wallet: Decimal): Decimal {
  const last = prices.length - 1
  const tape = pathTape({ [scene.instrument.symbol]: prices.map((each) => Number(each.toFixed())) })
  return wallet.minus(accountTotals(run.accountAt(last), { rules: scene.rules, marks: marksAt(tape, last) }).equity)
}

function numbers(answers: Readonly<Record<string, CalculatorAnswer>>, fields: readonly string[]): readonly Decimal[] | undefined {
  const found = fields.map((field) => answers[field])
  const values = found.flatMap((answer) => (answer?.type === 'value' ? [answer.value] : []))
  return values.length === fields.length ? values : undefined
}

function resultsOf(calculator: Parameters<typeof calculate>[0], given: CalculatorValues, scene: CalculatorScene, fields: readonly string[]): readonly Decimal[] | undefined {
  return numbers(calculate(calculator, given, scene).results, fields)
}

const HUNDREDTH = new Decimal('0.01')
/** So many times the entry price that a short must survive besides. */
const risesArb = fc.constantFrom(0, 0, 1, 2, 5, 10)

describe('calculators, played', () => {
  it('[A7, K1] the highest leverage reaches the stop and loses what was said, a hundredth more is liquidated before it', () => {
    let reached = 0
    let missed = 0
    fc.assert(
      fc.property(tradeArb(anyRules), (trade) => {
        const scene = alone(trade)
        const { entryPrice, worse: stopPrice } = trade
        fc.pre(stopPrice.gt(0) && !stopPrice.eq(entryPrice))
        const given = { entryPrice, stopPrice, risk: trade.size.times(scene.instrument.type === 'inverse' ? 1 : entryPrice).div(scene.instrument.type === 'inverse' ? entryPrice : 1).div(50) }
        const found = resultsOf(stopSize, given, scene, ['size', 'highestLeverage', 'lossAtStop', 'margin'])
        if (found === undefined) return
        const [size = entryPrice, leverage = entryPrice, loss = entryPrice, margin = entryPrice] = found
        // where the fee of closing is not counted it can be more than the stop leaves: the wall holds [W2]
        const most = margin.plus(feeOfFill(scene, { size, price: entryPrice, rate: scene.rules.fees.taker }))
        const wallet = new Decimal('1e9')
        const prices = [entryPrice, stopPrice]
        const play = (at: Decimal): Run => played(scene, prices, { wallet, commands: [opening(scene, { size, leverage: at, stopLoss: stopPrice })] })
        const run = play(leverage)
        // a pool whose first tick liquidates it is refused
        expect(eventsOf(run, 'pool-breached')).toEqual([])
        expect(eventsOf(run, 'command-refused')).toEqual([])
        expect(lostOf(run, scene, prices, wallet).toFixed()).toBe(Decimal.min(loss, most).toFixed())
        reached += 1
        const more = play(leverage.plus(HUNDREDTH))
        const said = [...eventsOf(more, 'pool-breached'), ...eventsOf(more, 'command-refused')]
        expect(said.length).toBeGreaterThan(0)
        if (said.some(({ type }) => type === 'pool-breached')) missed += 1
      }),
      { ...times(150), endOnFailure: true },
    )
    expect(reached).toBeGreaterThan(40)
    expect(missed).toBeGreaterThan(10)
  })

  it('[A8, W2] the wall is not passed down to the fall, loses no more than was decided beyond it, and a step more is too much', () => {
    let walls = 0
    let doubled = 0
    fc.assert(
      fc.property(tradeArb(anyRules), risesArb, (trade, rise) => {
        const scene = alone(trade)
        const { entryPrice } = trade
        const { instrument } = scene
        // the price of a short may more than double
        const worse = scene.side === 'long' ? trade.worse : trade.worse.plus(entryPrice.times(rise))
        const fall = worse.minus(entryPrice).abs().div(entryPrice).toDecimalPlaces(6, Decimal.ROUND_DOWN)
        const maxLoss = (instrument.type === 'inverse' ? trade.size.div(entryPrice) : trade.size.times(entryPrice)).div(7).toDecimalPlaces(8)
        const found = resultsOf(wall, { maxLoss, fall, entryPrice }, scene, ['size', 'leverage', 'addMargin'])
        if (found === undefined) return
        const [size = maxLoss, leverage = maxLoss, addMargin = maxLoss] = found
        const away = entryPrice.times(fall).div(instrument.tickSize).toDecimalPlaces(0, Decimal.ROUND_CEIL).times(instrument.tickSize)
        const end = scene.side === 'long' ? entryPrice.minus(away) : entryPrice.plus(away)
        fc.pre(end.gt(0))
        const beyond = scene.side === 'long' ? instrument.tickSize : end.times(5)
        // the wallet holds what may be lost and nothing else
        const commandsFor = (trial: { readonly size: Decimal; readonly leverage: Decimal }, more: Decimal): readonly Command[] => [opening(scene, trial), ...(more.gt(0) ? [command.add(0, legOf(scene), more.toFixed())] : [])]
        const prices = [entryPrice, end, beyond]
        const run = played(scene, prices, { wallet: maxLoss, commands: commandsFor({ size, leverage }, addMargin) })
        expect(eventsOf(run, 'command-refused')).toEqual([])
        expect(eventsOf(run, 'pool-breached').filter(({ tick }) => tick < 2)).toEqual([])
        expect(lostOf(run, scene, prices, maxLoss).lte(maxLoss)).toBe(true)
        walls += 1
        if (fall.gt(1)) doubled += 1
        // a step more: the same wallet, the least leverage, and all that is left put behind it
        const larger = size.plus(instrument.qtyStep)
        const left = maxLoss.minus(feeOfFill(scene, { size: larger, price: entryPrice, rate: scene.rules.fees.taker }))
        if (!left.gt(0)) return
        const least = Decimal.max(1, (instrument.type === 'inverse' ? larger.div(entryPrice) : larger.times(entryPrice)).div(left).toDecimalPlaces(2, Decimal.ROUND_UP))
        const rest = left.minus(marginToOpen(scene, { size: larger, entryPrice, leverage: least }))
        const worseRun = played(scene, [entryPrice, end], { wallet: maxLoss, commands: commandsFor({ size: larger, leverage: least }, rest) })
        expect(eventsOf(worseRun, 'command-refused').length + eventsOf(worseRun, 'pool-breached').length).toBeGreaterThan(0)
      }),
      { ...times(120), endOnFailure: true },
    )
    expect(walls).toBeGreaterThan(40)
    expect(doubled).toBeGreaterThan(5)
  })

  it('[A5, M1] with the margin for a price the position lives to two ticks before it and not to two ticks beyond', () => {
    let lived = 0
    fc.assert(
      fc.property(tradeArb(anyRules), (trade) => {
        const scene = alone(trade)
        const { size, entryPrice, leverage, worse } = trade
        const found = calculate(marginForLiquidation, { size, entryPrice, leverage, liquidationPrice: worse }, scene)
        const added = found.solved['addMargin']
        const said = found.results['liquidationPrice']
        if (added?.type !== 'value' || !added.value.gt(0) || said?.type !== 'value') return
        const two = scene.instrument.tickSize.times(scene.side === 'long' ? 2 : -2)
        const [before, beyond] = [said.value.plus(two), said.value.minus(two)]
        if (!beyond.gt(0) || before.gte(entryPrice) === (scene.side === 'long')) return
        const breached = (end: Decimal): readonly unknown[] => {
          const commands = [opening(scene, { size, leverage }), command.add(0, legOf(scene), added.value.toFixed())]
          const run = played(scene, [entryPrice, end], { wallet: new Decimal('1e15'), commands })
          return eventsOf(run, 'command-refused').length > 0 ? ['refused'] : eventsOf(run, 'pool-breached')
        }
        // what is refused on its fill could not have margin added
        if (breached(before)[0] === 'refused') return
        expect(breached(before)).toEqual([])
        expect(breached(beyond).length).toBeGreaterThan(0)
        lived += 1
      }),
      { ...times(150), endOnFailure: true },
    )
    expect(lived).toBeGreaterThan(30)
  })

  it('[A6, P8] the largest size is accepted and one step more refused, with anything else open', () => {
    let accepted = 0
    fc.assert(
      fc.property(tradeArb(anyRules), ({ scene, entryPrice, leverage }) => {
        const found = resultsOf(largestSize, { entryPrice, leverage }, scene, ['size'])
        const [size] = found ?? []
        if (size === undefined) return
        const marks = new Map(scene.marks).set(scene.instrument.symbol, scene.marks.get(scene.instrument.symbol) ?? asPrice(entryPrice))
        const context: PreviewContext = { setting: { rules: scene.rules, instruments: scene.instruments, walls: 'as-set' }, moment: { tick: 0, at: scene.at, marks } }
        const isAccepted = (qty: Decimal): boolean =>
          preview(scene.account, { ...order({ instrument: scene.instrument.symbol, pool: scene.mode, side: scene.side === 'long' ? 'buy' : 'sell', leverage: leverage.toFixed() }), size: { unit: 'base', qty: asQty(qty) } }, context).ok
        expect(isAccepted(size.plus(Decimal.max(scene.instrument.qtyStep, size.times('1e-8'))))).toBe(false)
        if (size.isZero()) return
        expect(isAccepted(size)).toBe(true)
        accepted += 1
      }),
      { ...times(100), endOnFailure: true },
    )
    expect(accepted).toBeGreaterThan(30)
  })
})
