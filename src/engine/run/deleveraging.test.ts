import { describe, expect, it } from 'vitest'
import type { Counterparty } from '../ledger/Counterparty.ts'
import { fundHistory } from '../ledger/fundHistory.ts'
import { rankCounterparties } from '../ledger/rankCounterparties.ts'
import { command, eventsOf, instrument, order, pathTape, rulesWith, setupOf, type Words } from '../testing/fixtures.ts'
import { conservationBreaches } from '../testing/promises.ts'
import { price, qty, quote, rate } from '../units/quantities.ts'
import type { DeleveragingRanking, InsuranceFundRules, LiquidationRules, Rules } from '../venues/Rules.ts'
import { createRun } from './createRun.ts'

function rules(change: { fund?: string; scope?: InsuranceFundRules['scope']; ranking?: DeleveragingRanking | 'none'; liquidation?: Partial<LiquidationRules> } = {}): Rules {
  const { fund = '0', scope = 'venue', ranking = 'profit-times-leverage', liquidation = {} } = change
  const plain = rulesWith({ maintenanceRate: '0.05' })
  return {
    ...plain,
    insuranceFund: { balance: quote(fund), scope },
    deleveraging: ranking === 'none' ? { type: 'none' } : { type: 'ranked', ranking },
    liquidation: { ...plain.liquidation, ...liquidation },
  }
}

function party(id: string, size: string, entry: string, margin: string): Counterparty {
  return { id, instrument: 'A', qty: qty(size), entryPrice: price(entry), margin: quote(margin) }
}

function run(words: Words, population: readonly Counterparty[] = []) {
  const made = createRun({ ...setupOf(words), population }, 'as-set')
  made.advanceTo(words.tape.time.length - 1)
  expect(conservationBreaches(made.events)).toEqual([])
  return made
}

const jump = { jump: Uint8Array.from([0, 1]) }
/** A long of 1 at 100 with 10 of margin falls to 80: 10 are missing, and at 90 nothing would be. */
const gap = { tape: pathTape({ A: [100, 80] }, jump), commands: [order()] }
const shorts = [party('calm', '-1', '90', '50'), party('long', '1', '70', '1'), party('bold', '-1', '100', '10')]
const deleveraged = (made: ReturnType<typeof run>) => eventsOf(made, 'deleveraged').map((event) => `${event.rank} ${event.counterparty} ${event.qty.toFixed()} @ ${event.price.toFixed()}: ${event.amount.toFixed()}`)
const shortfalls = (made: ReturnType<typeof run>) => eventsOf(made, 'shortfall').map((event) => event.shares.map((share) => `${share.leg} ${share.amount.toFixed()}`).join(', '))

describe('insurance fund', () => {
  it('[Q5, Q11] it pays what it has; what nobody covers is a shortfall, and the fund is never below zero', () => {
    const made = run({ ...gap, rules: rules({ fund: '4', ranking: 'none' }) })
    expect(shortfalls(made)).toEqual(['A@isolated 6'])
    expect(fundHistory(made.events, rules({ fund: '4' })).map((row) => `${row.fund} ${row.why} ${row.change.toFixed()} ${row.balance.toFixed()} ${row.pool}`)).toEqual([
      'venue shortfall 6 10 isolated:A@isolated',
      'venue bad-debt -10 0 isolated:A@isolated',
    ])
    expect(made.accountAt(1).counterparties.uncovered.toFixed()).toBe('-6')
    // the trader has lost the margin and no more
    expect(made.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('9990')
  })

  it('[Q11] one for the venue, or one for each instrument', () => {
    // A owes 10; B, 1 at 100 at 10x, falls to 70 and owes 20
    const words = { tape: pathTape({ A: [100, 80], B: [100, 70] }, jump), commands: [order(), order({ instrument: 'B' })] }
    expect(shortfalls(run({ ...words, rules: rules({ fund: '15', ranking: 'none' }) }))).toEqual(['B@isolated 15'])
    const each = run({ ...words, rules: rules({ fund: '15', scope: 'instrument', ranking: 'none' }) })
    expect(shortfalls(each)).toEqual(['B@isolated 5'])
    expect(fundHistory(each.events, rules({ fund: '15', scope: 'instrument' })).map((row) => `${row.fund} ${row.balance.toFixed()}`)).toEqual(['A 5', 'B 20', 'B 0'])
  })

  it('[Q5, Q11] the shortfall of a shared pool is told apart as its debt is', () => {
    // a bucket of 30 with 1 A and 1 B at 100, A jumps to 60: 10 missing, 3 / 8 of it for A and 5 / 8 for B by maintenance margin
    const commands = [command.add(0, 'bucket:x', '30'), order({ pool: 'bucket:x' }), order({ pool: 'bucket:x', instrument: 'B' })]
    const words = { tape: pathTape({ A: [100, 60], B: [100, 100] }, jump), commands }
    expect(shortfalls(run({ ...words, rules: rules({ fund: '2', ranking: 'none' }) }))).toEqual(['A@bucket:x 3, B@bucket:x 5'])
    expect(shortfalls(run({ ...words, rules: rules({ fund: '5', scope: 'instrument', ranking: 'none' }) }))).toEqual(['B@bucket:x 1.25'])
  })

  it('[Q11] fees, forfeits and take-overs are in its history too', () => {
    // at 94: 4 left of 10; fee 0.94 x 1 %… of 94: 0.94; the rest is forfeited
    const words = { ...gap, tape: pathTape({ A: [100, 94] }, jump) }
    const history = (liquidation: Partial<LiquidationRules>) => {
      const made = rules({ fund: '5', liquidation })
      return fundHistory(run({ ...words, rules: made }).events, made).map((row) => `${row.why} ${row.change.toFixed()} ${row.balance.toFixed()}`)
    }
    expect(history({ feeRate: rate('0.01') })).toEqual(['liquidation-fee 0.94 5.94', 'forfeited 3.06 9'])
    expect(history({ orderPrice: { type: 'bankruptcy' } })).toEqual(['settled 4 9'])
  })
})

describe('auto-deleveraging', () => {
  it('[Q10] closes the first in line at the bankruptcy price, before anything is uncovered', () => {
    // bold: PnL 20 % of 100, equity 30, leverage 80 / 30: 0.5333…; calm: 10 / 90, equity 60: 0.148…
    const made = run({ ...gap, rules: rules() }, shorts)
    expect(deleveraged(made)).toEqual(['1 bold -1 @ 90: 10'])
    expect(eventsOf(made, 'deleveraged').map((event) => [event.score.toFixed(), event.realizedPnl.toFixed()])).toEqual([['0.533333333333', '10']])
    expect(shortfalls(made)).toEqual([])
    expect(made.accountAt(1).counterparties.deleveraging.toFixed()).toBe('-10')
  })

  it('[Q10] only as much as the fund cannot pay, partially where that is enough', () => {
    expect(deleveraged(run({ ...gap, rules: rules({ fund: '4' }) }, shorts))).toEqual(['1 bold -0.6 @ 90: 6'])
    expect(deleveraged(run({ ...gap, rules: rules({ fund: '10' }) }, shorts))).toEqual([])
  })

  it('[Q10] one after the other, and what is left when all are closed is a shortfall', () => {
    const small = [party('first', '-0.25', '100', '2'), party('second', '-0.5', '95', '30')]
    const made = run({ ...gap, rules: rules() }, small)
    expect(deleveraged(made)).toEqual(['1 first -0.25 @ 90: 2.5', '2 second -0.5 @ 90: 5'])
    expect(shortfalls(made)).toEqual(['A@isolated 2.5'])
  })

  it('[Q10] who was closed has less, and stands elsewhere in line the next time', () => {
    const commands = [order({ leg: 'one' }), order({ leg: 'two' })]
    const made = run({ ...gap, commands, rules: rules() }, [party('bold', '-1.5', '100', '10'), party('calm', '-1', '90', '50')])
    // after the first pool bold has 0.5 left with 10 + 10 realised: 10 / 50 x 40 / 30 = 0.2666… is still first
    expect(deleveraged(made)).toEqual(['1 bold -1 @ 90: 10', '1 bold -0.5 @ 90: 5', '2 calm -0.5 @ 90: 5'])
    expect([...made.accountAt(1).deleveraged].map(([id, { qty: closed, realizedPnl }]) => `${id} ${closed.toFixed()} ${realizedPnl.toFixed()}`)).toEqual(['bold -1.5 15', 'calm -0.5 0'])
  })

  it('[Q10] a short that is liquidated takes the longs, a take-over closes at its own price', () => {
    // a short of 1 at 100 with 10, jumps to 125: 15 missing; at 110 nothing would be
    const up = { tape: pathTape({ A: [100, 125] }, jump), commands: [order({ side: 'sell' })] }
    const longs = [party('long', '2', '100', '20'), party('short', '-9', '200', '1')]
    expect(deleveraged(run({ ...up, rules: rules() }, longs))).toEqual(['1 long 1 @ 110: 15'])
    const taken = run({ ...up, rules: rules({ fund: '3', liquidation: { orderPrice: { type: 'bankruptcy' } } }) }, longs)
    expect(deleveraged(taken)).toEqual(['1 long 0.8 @ 110: 12'])
    expect(eventsOf(taken, 'fund-settled').map((event) => event.amount.toFixed())).toEqual(['-15'])
  })

  it('[Q10] nobody is asked for what a voluntary close leaves: no position was taken over', () => {
    // margin 10 at 96; the fee of 96 x 10 % takes 9.6 of the 6 left
    const fees = { ...rules(), fees: { maker: rate('0'), taker: rate('0.1') } }
    const made = run({ tape: pathTape({ A: [100, 96] }), commands: [order(), command.close(1, 'A@isolated')], rules: fees }, shorts)
    expect([deleveraged(made), shortfalls(made)]).toEqual([[], ['A@isolated 3.6']])
  })

  it('[Q10] the three rankings', () => {
    const population = [party('a', '-1', '100', '10'), party('b', '-1', '90', '50'), party('loser', '-2', '70', '50'), party('gone', '-1', '60', '10'), party('long', '1', '70', '5')]
    const ranked = (ranking: DeleveragingRanking, side: 'long' | 'short' = 'short') =>
      rankCounterparties({ deleveraged: new Map() }, { population, instrument: instrument('A'), side, mark: price('80'), ranking }).map(({ counterparty, score }) => `${counterparty.id} ${score.toFixed(6)}`)
    // equity: a 10 + 20, b 50 + 10, loser 50 - 20, gone 10 - 20: not asked. Leverage 80 / 30, 80 / 60, 160 / 30.
    // 20 / 100 x 8 / 3; 10 / 90 x 4 / 3; -20 / 140 / (16 / 3)
    expect(ranked('profit-times-leverage')).toEqual(['a 0.533333', 'b 0.148148', 'loser -0.026786'])
    // 20 / 10 x 8 / 3; 10 / 50 x 4 / 3; -20 / 50 / (16 / 3)
    expect(ranked('leveraged-profit')).toEqual(['a 5.333333', 'b 0.266667', 'loser -0.075000'])
    // 100 / 80 x 8 / 3; 90 / 80 x 4 / 3; 70 / 80 x 16 / 3
    expect(ranked('profit-and-leverage')).toEqual(['loser 4.666667', 'a 3.333333', 'b 1.500000'])
    // 80 / 70 x 80 / 15
    expect(ranked('profit-and-leverage', 'long')).toEqual(['long 6.095238'])
  })
})
