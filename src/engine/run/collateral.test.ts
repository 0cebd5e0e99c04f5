import { describe, expect, it } from 'vitest'
import { accountView } from '../margin/accountView.ts'
import { eventsOf, instrument, order, pathTape, rulesWith, story } from '../testing/fixtures.ts'
import { price, qty, quote, rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { createRun, type Setup } from './createRun.ts'

const spot = (symbol: string) => ({ ...instrument(symbol), type: 'spot' as const })

const haircuts: Rules = rulesWith({
  collateral: {
    ETH: { by: 'value', slices: [{ floor: quote('0'), haircut: rate('0.1') }, { floor: quote('1000'), haircut: rate('0.5') }] },
    USDC: { by: 'value', slices: [{ floor: quote('0'), haircut: rate('0') }] },
  },
})

function run(change: Partial<Setup>) {
  const tape = pathTape({ A: [100, 100, 100], ETH: [500, 500, 500], USDC: [1, 1, 0.97] })
  const setup: Setup = { tape, instruments: [instrument('A'), spot('ETH'), spot('USDC')], rules: haircuts, wallet: quote('0'), commands: [], ...change }
  const made = createRun(setup, 'as-set')
  made.advanceTo(setup.tape.time.length - 1)
  return { made, view: (tick: number, marks: Readonly<Record<string, string>>) => accountView(made.accountAt(tick), { rules: setup.rules, instruments: new Map(setup.instruments.map((each) => [each.symbol, each])), marks: new Map(Object.entries(marks).map(([symbol, mark]) => [symbol, quote(mark) as never])) }) }
}

describe('collateral', () => {
  it('[C1, C2] an asset counts with its market value; the haircut of its slices is what the test asks of it', () => {
    // 4 ETH at 500 = 2,000: 1,000 at 10 % and 1,000 at 50 % do not count: 600
    const { view } = run({ collateral: [{ instrument: 'ETH', qty: qty('4') }] })
    const account = view(0, { A: '100', ETH: '500', USDC: '1' })
    expect([account.equity, account.pools[0]?.haircut, account.available, account.pools[0]?.marginRatio].map(String)).toEqual(['2000', '600', '1400', 'undefined'])
  })

  it('[C2] a depeg is a move of the collateral: it liquidates what it backs', () => {
    // 1,000 USDC behind a long of 98 x 100 at 10x: 1,000 P - 49 = 0 only below 0.049; with 0.5 % of 19,600 = 98 and a loss:
    // long 196 A at 100 (19,600 at 20x = 980); needs 98; at 0.97 equity is 970: alive. With A at 95.5 as well: 970 - 882 = 88 < 93.6
    const commands = [order({ pool: 'cross', qty: '196', leverage: '20' })]
    const tape = pathTape({ A: [100, 95.5, 95.5], ETH: [500, 500, 500], USDC: [1, 1, 0.97] })
    const { made } = run({ tape, collateral: [{ instrument: 'USDC', qty: qty('1000') }], commands })
    expect(story(made).some((each) => each.includes('liquidated A@cross'))).toBe(true)
    const [breach] = eventsOf(made, 'pool-breached')
    // alive in tick 1 (1,000 - 882 = 118 against 93.59), dead on the way to 0.97
    expect(breach?.tick).toBe(2)
    // 1,000 U - 882 = 0.005 x 18,718 = 93.59: U = 0.97559
    expect(breach?.legs.find((each) => each.instrument === 'USDC')?.mark.toFixed()).toBe('0.98')
  })

  it('[C2, L1, T1] deposits are cash of their cost spent at once; the ledger sums to zero', () => {
    const { made } = run({ collateral: [{ instrument: 'ETH', qty: qty('4') }, { instrument: 'USDC', qty: qty('10') }] })
    const account = made.accountAt(2)
    const booked = [...account.pools.values()].reduce((total, pool) => total.plus(pool.cash), quote('0').plus(0))
    expect(Object.values(account.counterparties).reduce((total, each) => total.plus(each), booked).toFixed()).toBe('0')
    expect(account.counterparties.external.toFixed()).toBe('-2010')
  })

  it('[C2] collateral can be sold, and nothing else', () => {
    const commands = [
      { id: 'r', tick: 0, type: 'reverse-position', leg: 'collateral:ETH' },
      order({ instrument: 'ETH', pool: 'cross' }),
      { id: 'c', tick: 0, type: 'close-position', leg: 'collateral:ETH', share: rate('0.5') },
    ] as const
    const { made } = run({ collateral: [{ instrument: 'ETH', qty: qty('4') }], commands: [...commands] })
    expect(eventsOf(made, 'command-refused').map((each) => each.reason.code)).toEqual(['collateral-only', 'collateral-only'])
    expect(made.accountAt(0).positions.get('collateral:ETH')?.qty.toFixed()).toBe('2')
  })

  it('[C1, M6] an asset that counts nothing is not sold where nothing is owed', () => {
    // surplus: 500 - 500 = 0, at or below zero; but there is nothing the asset would be sold for
    const { made } = run({ rules: rulesWith(), collateral: [{ instrument: 'ETH', qty: qty('1') }] })
    expect(eventsOf(made, 'pool-breached')).toEqual([])
    expect(made.accountAt(2).positions.has('collateral:ETH')).toBe(true)
  })

  it('[M11, C1] what has to stay of the notional is that of contracts, beside the haircut', () => {
    // 1,000 of ETH at 50 %, a long of 1,000 at 20x: 500 do not count, 100 (more than 50) stay: 400
    const rules = rulesWith({ transferFloor: rate('0.1'), collateral: { ETH: { by: 'value', slices: [{ floor: quote('0'), haircut: rate('0.5') }] } } })
    const { view } = run({ rules, collateral: [{ instrument: 'ETH', qty: qty('2') }], commands: [order({ pool: 'cross', qty: '10', leverage: '20' })] })
    expect(view(0, { A: '100', ETH: '500', USDC: '1' }).pools[0]?.removable.toFixed()).toBe('400')
  })

  it('[Q4, Q5, Q10] an asset sold with its pool bears nothing of the loss: counterparties of the contract are asked for all of it', () => {
    // 1,000 of ETH at 50 % behind 20 A; a jump from 100 to 40 loses 1,200: 200 are missing, all of A's share.
    // All 20 are closed at the price without a loss, 50; a counterparty gives up 10 each.
    const rules = rulesWith({ deleveraging: { type: 'ranked', ranking: 'leveraged-profit' }, collateral: { ETH: { by: 'value', slices: [{ floor: quote('0'), haircut: rate('0.5') }] } } })
    const population = [{ id: 'x', instrument: 'A', qty: qty('-100'), entryPrice: price('100'), margin: quote('1000') }]
    const tape = pathTape({ A: [100, 40], ETH: [500, 500], USDC: [1, 1] }, { between: 'jump' })
    const { made } = run({ rules, population, tape, collateral: [{ instrument: 'ETH', qty: qty('2') }], commands: [order({ pool: 'cross', qty: '20' })] })
    expect(eventsOf(made, 'deleveraged').map((each) => [each.leg, each.price, each.amount].map(String))).toEqual([['A@cross', '50', '200']])
    expect(eventsOf(made, 'shortfall')).toEqual([])
    expect(eventsOf(made, 'bad-debt-covered')[0]?.shares.map((each) => [each.leg, each.amount].map(String))).toEqual([['A@cross', '200']])
  })
})
