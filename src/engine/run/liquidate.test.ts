import { describe, expect, it } from 'vitest'
import { command, eventsOf, HOUR, order, pathTape, played, rulesWith, story } from '../testing/fixtures.ts'
import { conservationBreaches } from '../testing/promises.ts'
import { rate } from '../units/quantities.ts'
import type { LiquidationRules, Rules } from '../venues/Rules.ts'

function rules(liquidation: Partial<LiquidationRules>, maintenanceRate = '0.05'): Rules {
  const plain = rulesWith({ maintenanceRate })
  return { ...plain, liquidation: { ...plain.liquidation, ...liquidation } }
}

/** Two longs of 1 at 100 in the wallet of 30; A falls to 70, B stays. */
const pair = {
  tape: pathTape({ A: [100, 70], B: [100, 100] }),
  wallet: '30',
  commands: [order({ pool: 'cross' }), order({ pool: 'cross', instrument: 'B' })],
}
const cash = (run: ReturnType<typeof played>, pool = 'cross') => run.accountAt(run.computed).pools.get(pool)?.cash.toFixed()

describe('liquidate', () => {
  it('[Q1] an isolated pool closes whole, and nothing else is touched', () => {
    // 10 + P - 100 = 0.05 P -> P = 94.7368…, closed at 94.74
    const words = { tape: pathTape({ A: [100, 90] }), rules: rules({}), commands: [order(), order({ leg: 'other', leverage: '2' })] }
    const run = played(words)
    expect(story(run)).toEqual(['market A@isolated 1 @ 100', 'market other 1 @ 100', 'liquidated A@isolated @ 94.74'])
    expect(run.accountAt(1).pools.has('isolated:A@isolated')).toBe(false)
    expect([cash(run), cash(run, 'isolated:other')]).toEqual(['9940', '50'])
  })

  it('[Q1] the breach is recorded with what the pool had and needed, leg by leg', () => {
    const [breach] = eventsOf(played({ ...pair, rules: rules({}) }), 'pool-breached')
    // 30 + P - 100 = 0.05 P + 5 -> P = 75 / 0.95 = 78.947…, marks to the tick: 78.95
    expect([breach?.pool, breach?.jumped, breach?.equity.toFixed(), breach?.maintenanceMargin.toFixed()]).toEqual(['cross', false, '8.95', '8.9475'])
    expect(breach?.legs.map((leg) => [leg.leg, leg.mark.toFixed(), leg.unrealizedPnl.toFixed(), leg.maintenanceMargin.toFixed()])).toEqual([
      ['A@cross', '78.95', '-21.05', '3.9475'],
      ['B@cross', '100', '0', '5'],
    ])
  })

  it('[Q1] a breach that no price brought did not jump: a fee, or funding inside a jump', () => {
    // margin 10 at 96: half of it, 5 - 2 loss - fee 48 x 0.06 = 2.88, gives 0.12 back; the rest 5 - 2 = 3 is above 2.4. At 8 %: 3.84, nothing
    // comes back, the rest is 10 - 2 - 3.84 - 2 = 2.16, below 2.4
    const fees = { ...rules({}), fees: { maker: rate('0'), taker: rate('0.08') } }
    const closing = played({ tape: pathTape({ A: [100, 96] }), rules: fees, commands: [order(), command.close(1, 'A@isolated', '0.5')] })
    expect(eventsOf(closing, 'pool-breached').map((event) => event.jumped)).toEqual([false])
    const funding = { type: 'fixed' as const, intervalMillis: 8 * HOUR, rate: rate('0.06'), price: 'mark' as const }
    const tape = pathTape({ A: [100, 100] }, { barMillis: 12 * HOUR, jump: Uint8Array.from([0, 1]) })
    const paying = played({ tape, rules: { ...rules({}), funding }, commands: [order()] })
    expect(eventsOf(paying, 'pool-breached').map((event) => event.jumped)).toEqual([false])
  })

  it('[Q1] orders of the pool are cancelled with it, those of other pools rest on', () => {
    const resting = { orderType: 'limit' as const, price: '60' }
    const commands = [...pair.commands, order({ pool: 'cross', leg: 'A@cross', qty: '0.1', ...resting }), command.add(0, 'bucket:x', '2'), order({ pool: 'bucket:x', qty: '0.1', ...resting })]
    const run = played({ ...pair, wallet: '32', rules: rules({}), commands })
    expect(story(run)).toContain('canceled pool-liquidated')
    expect([...run.accountAt(1).orders.values()].map((each) => each.pool)).toEqual(['bucket:x'])
  })

  it('[Q2] a shared pool closes whole', () => {
    expect(story(played({ ...pair, rules: rules({}) })).slice(2)).toEqual(['liquidated A@cross @ 78.95', 'liquidated B@cross @ 100'])
  })

  it('[Q2] or worst unrealised loss first, until it is safe', () => {
    const run = played({ ...pair, rules: rules({ sharedPool: 'worst-loss-first' }) })
    expect(story(run).slice(2)).toEqual(['liquidated A@cross @ 78.95'])
    // 30 - 21.05 is more than the 5 that B needs
    expect(cash(run)).toBe('8.95')
    // the loser goes, not the one that moves: 40 - 20 + A - 100 = 0.05 A + 4 -> A = 88.42, where B has lost 20 and A 11.58
    const tape = pathTape({ A: [100, 100, 86], B: [100, 80, 80] })
    expect(story(played({ ...pair, tape, wallet: '40', rules: rules({ sharedPool: 'worst-loss-first' }) })).slice(2)).toEqual(['liquidated B@cross @ 80'])
  })

  it('[Q2] equal losses: the one opened first', () => {
    const tape = pathTape({ A: [100, 70], B: [100, 70] })
    const run = played({ ...pair, tape, rules: rules({ sharedPool: 'worst-loss-first' }), commands: [order({ pool: 'cross', instrument: 'B' }), order({ pool: 'cross' })] })
    // 30 + 2P - 200 = 0.1 P -> P = 89.47…; B closes at 89.48, cash 19.48; A alone: 19.48 + P - 100 = 0.05 P -> 84.757…
    expect(story(run).slice(2)).toEqual(['liquidated B@cross @ 89.48', 'liquidated A@cross @ 84.76'])
  })

  it('[Q2] a bucket is a shared pool of its own', () => {
    const commands = [command.add(0, 'bucket:x', '30'), order({ pool: 'bucket:x' }), order({ pool: 'bucket:x', instrument: 'B' })]
    const run = played({ ...pair, wallet: '1000', commands, rules: rules({ sharedPool: 'worst-loss-first' }) })
    expect(story(run).slice(2)).toEqual(['liquidated A@bucket:x @ 78.95'])
    expect([cash(run), cash(run, 'bucket:x')]).toEqual(['970', '8.95'])
  })

  it('[Q3] the fee can make the next one fall', () => {
    // 5 %: 3.9475, leaving 5.0025 for the 5 of B; 6 %: 4.737, leaving 4.213
    expect(story(played({ ...pair, rules: rules({ sharedPool: 'worst-loss-first', feeRate: rate('0.05') }) })).slice(2)).toEqual(['liquidated A@cross @ 78.95'])
    const run = played({ ...pair, rules: rules({ sharedPool: 'worst-loss-first', feeRate: rate('0.06') }) })
    expect(story(run).slice(2)).toEqual(['liquidated A@cross @ 78.95', 'liquidated B@cross @ 100'])
    // the second would be 6, but only 4.213 is there
    expect(eventsOf(run, 'position-liquidated').map((event) => event.fee.toFixed())).toEqual(['4.737', '4.213'])
    expect([cash(run), eventsOf(run, 'bad-debt-covered').length]).toEqual(['0', 0])
  })

  it('[Q3] no fee where nothing is left, and it goes where the rules say', () => {
    const gap = { tape: pathTape({ A: [100, 80] }, { jump: Uint8Array.from([0, 1]) }), commands: [order()] }
    expect(eventsOf(played({ ...gap, rules: rules({ feeRate: rate('0.01') }) }), 'position-liquidated').map((event) => event.fee.toFixed())).toEqual(['0'])
    const fall = { tape: pathTape({ A: [100, 80] }), commands: [order()] }
    const parties = (feeTo: LiquidationRules['feeTo']) => {
      const { venueFees, insuranceFund } = played({ ...fall, rules: rules({ feeRate: rate('0.01'), feeTo }) }).accountAt(1).counterparties
      return [venueFees.toFixed(), insuranceFund.toFixed()]
    }
    // 94.74 x 1 % = 0.9474; the rest of 10 - 5.26 = 4.74 is forfeited to the fund
    expect(parties('venue')).toEqual(['0.9474', '3.7926'])
    expect(parties('insurance-fund')).toEqual(['0', '4.74'])
  })

  it('[Q4] what is left is forfeited, told apart by maintenance margin to the last quantum', () => {
    const run = played({ ...pair, rules: rules({}) })
    // 8.95 x 3.9475 / 8.9475 = 3.94860296…, rounded down; the last takes the rest
    expect(eventsOf(run, 'residual-forfeited').map((event) => event.shares.map((share) => `${share.leg} ${share.amount.toFixed()}`))).toEqual([['A@cross 3.948602961721', 'B@cross 5.001397038279']])
    expect(cash(run)).toBe('0')
    expect(run.accountAt(1).counterparties.insuranceFund.toFixed()).toBe('8.95')
  })

  it('[Q4] or given back: to the wallet from an isolated pool, in place in a shared one', () => {
    const isolated = played({ tape: pathTape({ A: [100, 80] }), rules: rules({ residual: 'return' }), commands: [order()] })
    // 10,000 - 10 + 4.74
    expect(cash(isolated)).toBe('9994.74')
    expect(cash(played({ ...pair, rules: rules({ residual: 'return' }) }))).toBe('8.95')
    const commands = [command.add(0, 'bucket:x', '30'), order({ pool: 'bucket:x' }), order({ pool: 'bucket:x', instrument: 'B' })]
    expect(cash(played({ ...pair, wallet: '30', commands, rules: rules({ residual: 'return' }) }), 'bucket:x')).toBe('8.95')
  })

  it('[Q5] what is missing is borne by the insurance fund, never by another pool', () => {
    const tape = pathTape({ A: [100, 60], B: [100, 100] }, { jump: Uint8Array.from([0, 1]) })
    const run = played({ ...pair, tape, wallet: '130', rules: rules({ sharedPool: 'worst-loss-first' }), commands: [order(), command.add(0, 'bucket:x', '30'), order({ pool: 'bucket:x' }), order({ pool: 'bucket:x', instrument: 'B' })] })
    // isolated: 10 - 40; bucket: 30 - 40, and closing A alone does not save it
    expect(eventsOf(run, 'bad-debt-covered').map((event) => `${event.pool} ${event.amount.toFixed()} ${event.shares.map((share) => share.amount.toFixed()).join(' ')}`)).toEqual(['isolated:A@isolated 30 30', 'bucket:x 10 3.75 6.25'])
    expect([cash(run), cash(run, 'bucket:x')]).toEqual(['90', '0'])
    // the fund had nothing, so nobody covers it: the fund stays at zero
    const { insuranceFund, uncovered } = run.accountAt(1).counterparties
    expect([insuranceFund.toFixed(), uncovered.toFixed()]).toEqual(['0', '-40'])
    expect(conservationBreaches(run.events)).toEqual([])
  })
})
