import { describe, expect, it } from 'vitest'
import { bookAccount } from '../ledger/bookAccount.ts'
import type { Position } from '../ledger/Account.ts'
import { heldPosition, instrument, rulesWith, tierTable } from '../testing/fixtures.ts'
import { price, qty, quote, rate } from '../units/quantities.ts'
import { resolveRules } from '../venues/resolveRules.ts'
import type { Rules } from '../venues/Rules.ts'
import { accountView } from './accountView.ts'
import { poolOf, removable } from './poolMargin.ts'
import { initialOf, initialRateOf, leverageLimit, maintenanceOf, maintenanceRateAt, requirementAt } from './requirement.ts'

/** The liquidation price of the first position of an isolated or cross book, 12 places, or the reason for none. */
function told(book: { readonly cash: string; readonly legs: readonly Position[]; readonly marks: Readonly<Record<string, string>>; readonly rules: Rules }) {
  const marks = new Map(Object.entries(book.marks).map(([symbol, mark]) => [symbol, price(mark)]))
  const isolated = book.legs[0]?.pool.startsWith('isolated:') === true
  const account = bookAccount({ wallet: quote(isolated ? '0' : book.cash), cash: new Map(isolated ? [[book.legs[0]?.pool ?? '', quote(book.cash)]] : []), positions: book.legs })
  const instruments = new Map([...marks.keys()].map((symbol) => [symbol, instrument(symbol, { tickSize: '0.01' })]))
  const [view] = accountView(account, { rules: book.rules, instruments, marks }).positions
  const at = (answer: NonNullable<typeof view>['liquidation'] | undefined): string => (answer?.type === 'price' ? answer.exact.toDecimalPlaces(12).toFixed() : (answer?.reason ?? ''))
  return { liquidation: at(view?.liquidation), bankruptcy: at(view?.bankruptcy), view }
}

const inverse = (size: string, entry: string, pool = 'isolated:A@isolated'): Position => heldPosition({ type: 'inverse', qty: size, entry, pool })

describe('inverse contracts', () => {
  it('[M13] long: Q (1 + m) / (Q/E + M), short: Q (1 - m) / (Q/E - M); bankruptcy without m', () => {
    // 10,000 USD at 10,000 is 1 coin; 0.1 coin of margin, m = 0.5 %: 10,050 / 1.1 and 9,950 / 0.9
    const rules = rulesWith()
    const long = told({ cash: '0.1', legs: [inverse('10000', '10000')], marks: { A: '10000' }, rules })
    expect([long.liquidation, long.bankruptcy]).toEqual(['9136.363636363636', '9090.909090909091'])
    const short = told({ cash: '0.1', legs: [inverse('-10000', '10000')], marks: { A: '10000' }, rules })
    expect([short.liquidation, short.bankruptcy]).toEqual(['11055.555555555556', '11111.111111111111'])
    // 1 / 10,000 of a coin a dollar: at 12,500 the long has gained 1 - 0.8
    expect(told({ cash: '0.1', legs: [inverse('10000', '10000')], marks: { A: '12500' }, rules }).view?.unrealizedPnl.toFixed()).toBe('0.2')
  })

  it('[M13] a 1x short has no liquidation price, a 1x long has one', () => {
    const rules = rulesWith()
    expect(told({ cash: '1', legs: [inverse('-10000', '10000')], marks: { A: '10000' }, rules }).liquidation).toBe('fully-collateralized')
    expect(told({ cash: '1', legs: [inverse('10000', '10000')], marks: { A: '10000' }, rules }).liquidation).toBe('5025')
  })

  it('[M13, M14] fee at the bankruptcy price of the margin: Q/bust = (M + Q/E) / (1 + f)', () => {
    // M = 0.1, f = 0.1 %: Q/bust = 1.1 / 1.001; fee = 0.0011 / 1.001. M + Q/E - Q/P = 0.005 Q/E + fee (maintenance at entry)
    const rules = rulesWith({ maintenanceOn: 'entry', exitCost: { rate: rate('0.001'), on: 'margin-bankruptcy', fixed: quote('0'), combine: 'sum' } })
    // 1.1 - 0.005 - 0.001098901098901… = 1.0939010989…: P = 10,000 / that = 9,141.5942537…
    const expected = quote('10000').div(quote('1.095').minus(quote('0.0011').div('1.001'))).toDecimalPlaces(12).toFixed()
    expect(told({ cash: '0.1', legs: [inverse('10000', '10000')], marks: { A: '10000' }, rules }).liquidation).toBe(expected)
  })

  it('[M13] two contracts on different prices in one pool: only one moves, or both', () => {
    // long 10,000 on A, short 10,000 on B, both at 10,000: 0.1 + 1 - 10,000/P - 0 = 0.005 (10,000/P + 1) -> 10,050/P = 1.095
    const legs = [inverse('10000', '10000', 'cross'), { ...inverse('-10000', '10000', 'cross'), instrument: 'B', leg: 'B@cross' }]
    const { liquidation, view } = told({ cash: '0.1', legs, marks: { A: '10000', B: '10000' }, rules: rulesWith() })
    expect(liquidation).toBe(quote('10050').div('1.095').toDecimalPlaces(12).toFixed())
    // together they offset until 0.1 = 0.01 x 10,000/P: P = 1,000
    const together = view?.liquidationTogether
    expect(together?.type === 'price' ? together.price.toFixed() : together?.reason).toBe('1000')
  })

  it('[M13] tiers of coins: the tier is that of Q / P where it is liquidated', () => {
    // 1 % up to 1 coin, then 2 % less 0.01: long of 10,000 at 12,000 with 0.25: 10,000/P > 1 below 10,000
    const rules = rulesWith({ tiers: { default: tierTable(['0', '0.01', '0', '50'], ['1', '0.02', '0.01', '25']) } })
    // 0.25 + 0.8333 - N = 0.02 N - 0.01 -> N = 1.09333… / 1.02
    const expected = quote('10000').div(quote('0.26').plus(quote('10000').div('12000')).div('1.02')).toDecimalPlaces(12).toFixed()
    expect(told({ cash: '0.25', legs: [inverse('10000', '12000')], marks: { A: '12000' }, rules }).liquidation).toBe(expected)
  })
})

describe('what venues choose', () => {
  const held = (words: Partial<Parameters<typeof heldPosition>[0]> = {}) => heldPosition({ qty: '10', entry: '100', ...words })

  it('[M8] tiers by size and by contracts; a boundary belongs to either side', () => {
    const tiers = { default: tierTable(['0', '0.01', '0', '50'], ['10', '0.02', '0', '25']) }
    const bySize = rulesWith({ tiers, tiersBy: 'size' })
    expect(maintenanceOf(held(), price('100'), bySize).toFixed()).toBe('10')
    expect(maintenanceOf(held(), price('100'), { ...bySize, tierBoundary: 'floor-inclusive' }).toFixed()).toBe('20')
    // 5 contracts of 2 are in the first tier of a table that counts contracts; 6 are 12
    const resolved = resolveRules(rulesWith({ tiers: { default: tierTable(['0', '0.01', '0', '50'], ['5', '0.02', '0', '25']) }, tiersBy: 'contracts' }), [{ ...instrument('A'), contractSize: qty('2') }])
    expect([maintenanceOf(held(), price('100'), resolved), maintenanceOf(held({ qty: '12' }), price('100'), resolved)].map((each) => each.toFixed())).toEqual(['10', '24'])
    expect(leverageLimit(resolved, held({ qty: '12' }), price('1')).toFixed()).toBe('25')
  })

  it('[M9] rates grow with the size: linear from a size on, or with its root', () => {
    const linear = rulesWith({ maintenanceRate: '0.01', sizeScaling: { default: { type: 'linear', slope: rate('0.00005'), from: quote('4') } } })
    // 0.01 + 0.00005 x 6
    expect(maintenanceRateAt(held(), price('100'), linear).toFixed()).toBe('0.0103')
    expect(maintenanceRateAt(held({ qty: '3' }), price('100'), linear).toFixed()).toBe('0.01')
    // max(0.05, 0.04 + 0.01 x 3)
    const root = rulesWith({ maintenanceRate: '0.05', sizeScaling: { default: { type: 'sqrt', factor: rate('0.01') } } })
    expect([maintenanceRateAt(held({ qty: '9' }), price('1'), root), maintenanceRateAt(held({ qty: '-1' }), price('1'), root)].map((each) => each.toFixed())).toEqual(['0.07', '0.05'])
  })

  it('[M9] initial margin: the larger of 1 / leverage and the rate, which open interest raises; maintenance stays', () => {
    const rules = rulesWith({ tiers: { default: [{ ...tierTable(['0', '0.03', '0', '20'])[0]!, initialRate: rate('0.05') }] }, openInterest: { A: { lower: quote('1000'), upper: quote('3000'), rateStep: rate('0'), open: qty('20') } } })
    // open 20 x 100 = 2,000, half of the way: 0.05 + 0.95 / 2
    expect(initialRateOf(held({ leverage: '50' }), { price: price('100'), notional: quote('1000') }, rules).toFixed()).toBe('0.525')
    expect(initialRateOf(held({ leverage: '50' }), { price: price('40'), notional: quote('400') }, rules).toFixed()).toBe('0.05')
    expect(initialRateOf(held({ leverage: '1' }), { price: price('100'), notional: quote('1000') }, rules).toFixed()).toBe('1')
    expect(maintenanceOf(held(), price('100'), rules).toFixed()).toBe('30')
  })

  it('[M9] initial margin of the value at the mark, at entry, or at entry where the position is isolated', () => {
    const at = (initialOn: Rules['initialOn'], pool: string) => initialOf(held({ pool }), price('200'), rulesWith({ initialOn })).toFixed()
    // 10 at 200 or at 100, 10x
    expect([at('mark', 'isolated:A@isolated'), at('entry', 'cross'), at('entry-if-isolated', 'isolated:A@isolated'), at('entry-if-isolated', 'cross')]).toEqual(['200', '100', '100', '200'])
  })

  it('[M10] stated margins are multiples of the step, upward', () => {
    const rules = rulesWith({ maintenanceRate: '0.0033333', marginStep: quote('0.000001') })
    expect(initialOf(held({ leverage: '3', qty: '1' }), price('100'), rules).toFixed()).toBe('33.333334')
    expect(told({ cash: '50', legs: [held({ qty: '1' })], marks: { A: '100.01' }, rules }).view?.maintenanceMargin.toFixed()).toBe('0.333364')
  })

  it('[M11] what may leave a pool: a share of the notional stays; from a strict isolated pool nothing', () => {
    // equity 150 behind 1,000 at 50x: 20 of initial margin, 100 of floor
    const leg = held({ leverage: '50' })
    const removable = (change: Partial<Rules>) => {
      const rules = rulesWith(change)
      const account = bookAccount({ wallet: quote('0'), cash: new Map([[leg.pool, quote('150')]]), positions: [leg] })
      return accountView(account, { rules, instruments: new Map([['A', instrument('A')]]), marks: new Map([['A', price('100')]]) }).pools.find((pool) => pool.id === leg.pool)?.removable.toFixed()
    }
    expect([removable({}), removable({ transferFloor: rate('0.1') }), removable({ isolatedMargin: 'add-only' })]).toEqual(['130', '50', '0'])
  })

  it('[M12] the side on which a liquidation price is rounded', () => {
    // 1 at 100 behind 10 and 0.5 %: 90 / 0.995 = 90.4522…
    const rounded = (liquidationPriceRounding: Rules['liquidationPriceRounding']) => {
      const answer = told({ cash: '10', legs: [held({ qty: '1' })], marks: { A: '100' }, rules: rulesWith({ liquidationPriceRounding }) }).view?.liquidation
      return answer?.type === 'price' ? answer.price.toFixed() : ''
    }
    expect([rounded('earlier'), rounded('later'), rounded('nearest')]).toEqual(['90.46', '90.45', '90.45'])
  })

  it('[M18] rates by part: of the notional in slices, of the size an average, for both margins', () => {
    const row = (floor: string, m: string, i: string) => [floor, m, '0', '50', i] as const
    const tiers = { default: tierTable(row('0', '0.01', '0.02'), row('500', '0.02', '0.04')) }
    // 1,000 at 100: 500 x 1 % + 500 x 2 %; initial twice that (leverage 50 asks for 20)
    const byValue = rulesWith({ tiers, tierRates: 'by-part' })
    const at = (rules: Rules, leg = held({ leverage: '50' })) => [maintenanceOf(leg, price('100'), rules), initialOf(leg, price('100'), rules), maintenanceRateAt(leg, price('100'), rules)].map((each) => each.toFixed())
    expect(at(byValue)).toEqual(['15', '30', '0.015'])
    // by size the boundary 500 is far above 10 units; at 1,000 units: 500 of each
    expect(at({ ...byValue, tiersBy: 'size' })).toEqual(['10', '20', '0.01'])
    expect(at({ ...byValue, tiersBy: 'size' }, held({ qty: '1000', leverage: '50' }))).toEqual(['1500', '3000', '0.015'])
    expect(at({ ...byValue, maintenanceOn: 'entry' }, held({ entry: '40', leverage: '50' }))[0]).toBe('4')
    // the root: 1 x (P - 100) + 97 = 0.01 P below 500
    expect(told({ cash: '97', legs: [held({ qty: '1' })], marks: { A: '100' }, rules: byValue }).liquidation).toBe(quote('3').div('0.99').toDecimalPlaces(12).toFixed())
  })

  it('[M9] the raised initial rate is cut to the step of the venue', () => {
    const rules = rulesWith({ tiers: { default: [{ ...tierTable(['0', '0.03', '0', '20'])[0]!, initialRate: rate('0.05') }] }, openInterest: { A: { lower: quote('0'), upper: quote('3000'), rateStep: rate('0.001'), open: qty('1') } } })
    // 0.05 + 0.95 x 100 / 3,000 = 0.081666…
    expect(initialRateOf(held({ leverage: '50' }), { price: price('100'), notional: quote('1000') }, rules).toFixed()).toBe('0.081')
  })

  it('[M14] the closing fee by the cash of a pool: alone in it, or beside another', () => {
    // inverse, Bybit's example: 10,000 long at 8,000 behind 0.5 in cross: fee rate 0.075 %: Q/bust = (0.5 + 1.25) / 1.00075; liq: 1.75 - 0.00625 - fee
    const rules = rulesWith({ maintenanceOn: 'entry', exitCost: { rate: rate('0.00075'), on: 'pool-bankruptcy', fixed: quote('0'), combine: 'sum' } })
    const legs = [inverse('10000', '8000', 'cross')]
    // Bybit prints 5739.50, on a tick of 0.5
    const expected = quote('10000').div(quote('1.75').minus('0.00625').minus(quote('1.75').times('0.00075').div('1.00075'))).toDecimalPlaces(12).toFixed()
    expect([expected.slice(0, 9), told({ cash: '0.5', legs, marks: { A: '8000' }, rules }).liquidation]).toEqual(['5739.0835', expected])
    // isolated only: in cross the leverage decides: 1.25 x 1.1 x 0.00075
    const isolatedOnly = { ...rules, exitCost: { ...rules.exitCost, on: 'margin-bankruptcy' as const } }
    expect(told({ cash: '0.5', legs, marks: { A: '8000' }, rules: isolatedOnly }).liquidation).toBe(quote('10000').div(quote('1.75').minus('0.00625').minus('0.00103125')).toDecimalPlaces(12).toFixed())
  })

  it('[M16] a price at or beyond the highest one of the venue is none', () => {
    // short 1 at 100 behind 99: 199 / 1.005 = 198.009…
    const answer = (most: string) => told({ cash: '99', legs: [held({ qty: '-1' })], marks: { A: '100' }, rules: rulesWith({ maximumPrice: { default: price(most) } }) }).liquidation
    expect([answer('199').slice(0, 7), answer('198')]).toEqual(['198.009', 'beyond-maximum-price'])
    expect(told({ cash: '99', legs: [held({ qty: '-1' })], marks: { A: '100' }, rules: rulesWith({ maximumPrice: { B: price('1') } }) }).liquidation.slice(0, 7)).toBe('198.009')
  })

  it('[M14] exit costs at entry, at the bankruptcy price of the leverage, fixed, and the larger of both', () => {
    const need = (exitCost: Partial<Rules['exitCost']>, mark = '80') =>
      requirementAt(held({ qty: '1', leverage: '10' }), price(mark), rulesWith({ exitCost: { rate: rate('0.01'), on: 'mark', fixed: quote('0'), combine: 'sum', ...exitCost } })).toFixed()
    // maintenance 0.5 % of 80 = 0.4
    expect([need({}), need({ on: 'entry' }), need({ on: 'mark-bankruptcy' }), need({ on: 'entry-bankruptcy' }), need({ fixed: quote('5') })]).toEqual(['1.2', '1.4', '1.12', '1.3', '6.2'])
    // 1 % of entry against 0.5 % of the mark: the larger is maintenance above 200
    expect([need({ on: 'entry', combine: 'larger' }), need({ on: 'entry', combine: 'larger' }, '300')]).toEqual(['1', '1.5'])
  })

  it('[M14, M1] where the larger of two requirements changes, the root is on the right piece', () => {
    // short 1 at 100 behind 150: 250 - P = max(1, 0.005 P): P = 250 / 1.005 = 248.75… (above 200)
    const rules = rulesWith({ exitCost: { rate: rate('0.01'), on: 'entry', fixed: quote('0'), combine: 'larger' } })
    expect(told({ cash: '150', legs: [held({ qty: '-1' })], marks: { A: '100' }, rules }).liquidation).toBe(quote('250').div('1.005').toDecimalPlaces(12).toFixed())
    // behind 50: 150 - P = 1
    expect(told({ cash: '50', legs: [held({ qty: '-1' })], marks: { A: '100' }, rules }).liquidation).toBe('149')
  })

  it('[M15] positions known by their figures: their PnL is equity, their requirement is asked for', () => {
    const account = bookAccount({
      wallet: quote('100'), cash: new Map(), positions: [held({ pool: 'cross', qty: '1' })],
      others: new Map([['cross', { unrealizedPnl: quote('-20'), maintenanceMargin: quote('30'), initialMargin: quote('60') }]]),
    })
    const view = accountView(account, { rules: rulesWith(), instruments: new Map([['A', instrument('A')]]), marks: new Map([['A', price('100')]]) })
    // 100 - 20 + P - 100 = 0.005 P + 30 -> P = 50 / 0.995; free: 80 - 10 - 60
    const [position] = view.positions
    expect(position?.liquidation.type === 'price' ? position.liquidation.exact.toDecimalPlaces(12).toFixed() : '').toBe(quote('50').div('0.995').toDecimalPlaces(12).toFixed())
    expect([view.available, view.pools[0]?.requirement].map(String)).toEqual(['10', '30.5'])
  })

  it('[M9] by the root the size of an inverse contract is its USD, for initial and maintenance margin alike', () => {
    const rules = rulesWith({ tiers: { default: tierTable(['0', '0.01', '0', '50', '0.02']) }, sizeScaling: { default: { type: 'sqrt', factor: rate('0.001') } } })
    const held = heldPosition({ type: 'inverse', qty: '10000', entry: '5000', leverage: '50' })
    // root of 10,000 USD = 100; 0.8 x 2 % + 0.1, 0.8 x 1 % + 0.1
    expect(initialRateOf(held, { price: price('5000'), notional: quote('2') }, rules).toFixed()).toBe('0.116')
    expect(maintenanceRateAt(held, price('5000'), rules).toFixed()).toBe('0.108')
  })

  it('[M15] PnL of positions known by their figures is equity of the account as well', () => {
    const others = new Map([['cross', { unrealizedPnl: quote('-30'), maintenanceMargin: quote('1'), initialMargin: quote('2') }]])
    const account = bookAccount({ wallet: quote('100'), cash: new Map(), positions: [], others })
    const view = accountView(account, { rules: rulesWith(), instruments: new Map(), marks: new Map() })
    expect([view.equity, view.pools[0]?.equity].map(String)).toEqual(['70', '70'])
  })

  it('[M7, M14] what can be taken out leaves the pool passing its test, also where a closing fee grows as cash is taken out', () => {
    // 1 % of the value V at which cash c is used up: long c - 100 + V = V / 100, V = (100 - c) / 0.99; short V = (100 + c) / 1.01.
    // c = 20 + V / 100 is as much as must stay: long 0.99 c = 19.8 + 1 - 0.01 c, c = 20.8; short 1.01 c = 20.2 + 1 + 0.01 c, c = 21.2.
    const rules = rulesWith({ maintenanceRate: '0.2', exitCost: { rate: rate('0.01'), on: 'margin-bankruptcy', fixed: quote('0'), combine: 'sum' } })
    const marks = new Map([['A', price('100')]])
    const most = (size: string, comparison: Rules['comparison'], cash: string) => {
      const account = bookAccount({ wallet: quote('0'), cash: new Map([['isolated:A@isolated', quote(cash)]]), positions: [heldPosition({ qty: size, entry: '100', leverage: '100' })] })
      return removable(account, poolOf(account, 'isolated:A@isolated'), { rules: { ...rules, comparison }, marks }).toFixed()
    }
    expect([most('1', 'below', '30'), most('1', 'at-or-below', '30')]).toEqual(['9.2', '9.199999999999'])
    expect([most('-1', 'below', '30'), most('-1', 'at-or-below', '30')]).toEqual(['8.8', '8.799999999999'])
    // with more than the whole value behind a long there is no fee until it is less
    expect(most('1', 'below', '120')).toBe('99.2')
  })
})
