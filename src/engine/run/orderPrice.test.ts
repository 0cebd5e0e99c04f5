import { describe, expect, it } from 'vitest'
import { eventsOf, instrument, order, pathTape, played, rulesWith, story } from '../testing/fixtures.ts'
import { conservationBreaches } from '../testing/promises.ts'
import { qty, quote, rate } from '../units/quantities.ts'
import type { LiquidationOrderPrice, LiquidationRules, Rules } from '../venues/Rules.ts'
import { createRun } from './createRun.ts'

function rules(orderPrice: LiquidationOrderPrice, change: Partial<LiquidationRules> = {}, more: Partial<Rules> = {}): Rules {
  const plain = { ...rulesWith({ maintenanceRate: '0.05' }), insuranceFund: { balance: quote('1000'), scope: 'venue' as const }, ...more }
  return { ...plain, liquidation: { ...plain.liquidation, orderPrice, ...change } }
}

const jumpTo = (...prices: readonly number[]) => pathTape({ A: [100, ...prices] }, { jump: Uint8Array.from([0, ...prices.map(() => 1)]) })
const slippage = (share: string): LiquidationOrderPrice => ({ type: 'mark', slippage: rate(share) })
const bankruptcy: LiquidationOrderPrice = { type: 'bankruptcy' }
const fillable = (adjustment: string): LiquidationOrderPrice => ({ type: 'fillable', adjustment: rate(adjustment), spread: rate('0.1') })
/** 10 at 100 with 100 of margin. */
const long = [order({ qty: '10' })]
const short = [order({ qty: '10', side: 'sell' })]
const prices = (run: ReturnType<typeof played>) => eventsOf(run, 'position-liquidated').map((event) => event.price.toFixed())
const settled = (run: ReturnType<typeof played>) => eventsOf(run, 'fund-settled').map((event) => `${event.leg} ${event.price.toFixed()} -> ${event.mark.toFixed()}: ${event.amount.toFixed()}`)

describe('order price', () => {
  it('[Q8] the mark with slippage, to the tick on the side worse for the trader, not below zero', () => {
    // 94.74 x 0.99 = 93.7926; a short fails at 1,100 / 10.5 = 104.7619…, 104.76 x 1.01 = 105.8076
    expect(prices(played({ tape: pathTape({ A: [100, 90] }), rules: rules(slippage('0.01')), commands: long }))).toEqual(['93.79'])
    expect(prices(played({ tape: pathTape({ A: [100, 110] }), rules: rules(slippage('0.01')), commands: short }))).toEqual(['105.81'])
    expect(prices(played({ tape: jumpTo(94), rules: rules(slippage('1.5')), commands: long }))).toEqual(['0'])
  })

  it('[Q8] take-over at the bankruptcy price: nothing is left, and the fund closes at the mark', () => {
    // 40 of equity at 94: 94 - 4
    const run = played({ tape: jumpTo(94), rules: rules(bankruptcy, { feeRate: rate('0.01') }), commands: long })
    expect([prices(run), settled(run)]).toEqual([['90'], ['A@isolated 90 -> 94: 40']])
    expect(eventsOf(run, 'residual-forfeited')).toEqual([])
    expect(run.accountAt(1).counterparties.insuranceFund.toFixed()).toBe('40')
    // -50 at 85: 90 again; the fund pays 50 and the trader owes nothing
    const deep = played({ tape: jumpTo(85), rules: rules(bankruptcy), commands: long })
    expect([prices(deep), settled(deep), eventsOf(deep, 'bad-debt-covered').length]).toEqual([['90'], ['A@isolated 90 -> 85: -50'], 0])
    expect(conservationBreaches(deep.events)).toEqual([])
  })

  it('[Q8] shared by maintenance margin in a shared pool, to the tick that leaves no debt', () => {
    const tape = pathTape({ A: [100, 75], B: [100, 100] }, { jump: Uint8Array.from([0, 1]) })
    const run = played({ tape, wallet: '30', rules: rules(bankruptcy), commands: [order({ pool: 'cross' }), order({ pool: 'cross', instrument: 'B' })] })
    // 5 left, of it 3.75 / 8.75 = 2.1428… for A: 72.857…, up to 72.86; then 2.86 for B: 97.14
    expect(settled(run)).toEqual(['A@cross 72.86 -> 75: 2.14', 'B@cross 97.14 -> 100: 2.86'])
    expect(run.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('0')
  })

  it('[Q8] fillable: slides from the mark by the share of the maintenance margin that is gone', () => {
    // at 92: 20 of 46; 92 (1 - 26 / 46 x 0.1 x 0.05) = 91.74
    expect(prices(played({ tape: jumpTo(92), rules: rules(fillable('1')), commands: long }))).toEqual(['91.74'])
    // 3 x 26 / 46 is more than all: 92 (1 - 0.005)
    expect(prices(played({ tape: jumpTo(92), rules: rules(fillable('3')), commands: long }))).toEqual(['91.54'])
    // passing its requirement it still holds it: the mark
    expect(prices(played({ tape: pathTape({ A: [100, 90] }), rules: rules(fillable('1')), commands: long }))).toEqual(['94.74'])
    // a short at 108: 20 of 54; 108 (1 + 34 / 54 x 0.005) = 108.34
    expect(prices(played({ tape: jumpTo(108), rules: rules(fillable('1')), commands: short }))).toEqual(['108.34'])
  })

  it('[Q2] largest requirement first, and collateral last', () => {
    const tape = pathTape({ A: [100, 70], B: [100, 100] }, { jump: Uint8Array.from([0, 1]) })
    const commands = [order({ pool: 'cross', leverage: '20' }), order({ pool: 'cross', instrument: 'B', qty: '3', leverage: '20' })]
    const closed = (sharedPool: LiquidationRules['sharedPool']) => story(played({ tape, wallet: '45', commands, rules: rules(slippage('0'), { sharedPool }) })).slice(2)
    // 15 against 3.5 + 15: without B 15 cover 3.5; without A 15 are no more than 15
    expect(closed('largest-requirement-first')).toEqual(['liquidated B@cross @ 100'])
    expect(closed('worst-loss-first')).toEqual(['liquidated A@cross @ 70', 'liquidated B@cross @ 100'])
  })

  it('[Q2] collateral is sold after all that it backs, and only where the pool still fails', () => {
    // 10 ETH at 10 count 90 %; A long 5 at 100: at 84 equity is 100 - 80 = 20 against 21 + 10
    const eth = { ...instrument('ETH'), type: 'spot' as const }
    const collateral = { ETH: { by: 'value' as const, slices: [{ floor: quote('0'), haircut: rate('0.1') }] } }
    const sold = (mark: number) => {
      const tape = pathTape({ A: [100, mark], ETH: [10, 10] }, { jump: Uint8Array.from([0, 1]) })
      const made = rules(slippage('0'), { sharedPool: 'worst-loss-first' }, { collateral })
      const run = createRun({ tape, instruments: [instrument('A'), eth], rules: made, wallet: quote('0'), commands: [order({ pool: 'cross', qty: '5', leverage: '20' })], collateral: [{ instrument: 'ETH', qty: qty('10') }] }, 'as-set')
      run.advanceTo(1)
      return eventsOf(run, 'position-liquidated').map((event) => event.leg)
    }
    expect(sold(84)).toEqual(['A@cross'])
    // at 81 it is 5 of cash short of the 90 that count: -95 + 90
    expect(sold(81)).toEqual(['A@cross', 'collateral:ETH'])
  })
})
