import { describe, expect, it } from 'vitest'
import type { Position } from '../ledger/Account.ts'
import { asPrice, price, quote, rate, type Price } from '../units/quantities.ts'
import { Decimal } from '../units/decimal.ts'
import type { Rules } from '../venues/Rules.ts'
import { heldPosition, instrument, rulesWith, tierTable } from '../testing/fixtures.ts'
import { exactPnl } from './poolMargin.ts'
import { exitCostOf, maintenanceOf } from './requirement.ts'
import { solveLiquidationPrice, type PriceQuestion } from './solveLiquidationPrice.ts'

interface Asked {
  readonly cash: string
  readonly legs: readonly Position[]
  readonly marks: Readonly<Record<string, string>>
  readonly of?: number
  readonly rules?: Rules
  readonly need?: 'maintenance' | 'nothing'
  readonly others?: PriceQuestion['others']
  readonly betas?: Readonly<Record<string, string>>
  readonly tick?: string
}

function solve(asked: Asked): ReturnType<typeof solveLiquidationPrice> {
  const { rules = rulesWith(), legs, need = 'maintenance', others = 'alone' } = asked
  const position = legs[asked.of ?? 0]
  if (position === undefined) throw new Error('no such leg')
  const symbols = Object.keys(asked.marks)
  return solveLiquidationPrice({
    backing: { cash: quote(asked.cash), positions: legs, need, rules },
    marks: new Map(Object.entries(asked.marks).map(([symbol, mark]) => [symbol, price(mark)])),
    instruments: new Map(symbols.map((symbol) => [symbol, instrument(symbol, { tickSize: asked.tick ?? '0.01', ...(asked.betas?.[symbol] === undefined ? {} : { beta: asked.betas[symbol] }) })])),
    position,
    others,
  })
}

/** [exact to 20 digits, rounded, direction], or the reason. */
function told(asked: Asked): readonly string[] | string {
  const answer = solve(asked)
  return answer.type === 'none' ? answer.reason : [answer.exact.toSignificantDigits(20).toFixed(), answer.price.toFixed(), answer.direction]
}

const long = (qty: string, entry: string, symbol = 'A') => heldPosition({ leg: `${symbol}+`, instrument: symbol, pool: 'p', qty, entry })
const short = (qty: string, entry: string, symbol = 'A') => heldPosition({ leg: `${symbol}-`, instrument: symbol, pool: 'p', qty: `-${qty}`, entry })

describe('solveLiquidationPrice', () => {
  it('[M1] one BTC at 60,000 with 6,000: long (60,000 - 6,000) / 0.995, short (60,000 + 6,000) / 1.005', () => {
    // 54,000 / 0.995 = 54271.356783919597989949…, 66,000 / 1.005 = 65671.641791044776119402…
    expect(told({ cash: '6000', legs: [long('1', '60000')], marks: { A: '60000' } })).toEqual(['54271.35678391959799', '54271.36', 'falling'])
    expect(told({ cash: '6000', legs: [short('1', '60000')], marks: { A: '60000' } })).toEqual(['65671.641791044776119', '65671.64', 'rising'])
    // bankruptcy: 60,000 -+ 6,000
    expect(told({ cash: '6000', legs: [long('1', '60000')], marks: { A: '60000' }, need: 'nothing' })).toEqual(['54000', '54000', 'falling'])
    expect(told({ cash: '6000', legs: [short('1', '60000')], marks: { A: '60000' }, need: 'nothing' })).toEqual(['66000', '66000', 'rising'])
  })

  it('[M1] the exact root has all its digits: times 0.995 it is 54,000 again', () => {
    const answer = solve({ cash: '6000', legs: [long('1', '60000')], marks: { A: '60000' } })
    if (answer.type === 'none') throw new Error(answer.reason)
    expect(answer.exact.times('0.995').minus(54000).abs().lt('1e-57')).toBe(true)
  })

  it('[M1] the table of product.md 5.3: isolated, and cross with the others held', () => {
    // Notionals 20,000, 10,000, 40,000; isolated margins 2,000, 1,000, 2,000; the wallet holds 10,000.
    const legs = [
      { ...long('0.33333333333333333333', '60000', 'BTC'), entryNotional: quote('20000') },
      { ...short('3.33333333333333333333', '3000', 'ETH'), entryNotional: quote('-10000') },
      { ...long('266.66666666666666666666', '150', 'SOL'), entryNotional: quote('40000') },
    ]
    const rules = { ...rulesWith(), tiers: { default: tierTable(['0', '0.005', '0', '100']), SOL: tierTable(['0', '0.01', '0', '50']) } }
    const marks = { BTC: '60000', ETH: '3000', SOL: '150' }
    const rounded = (asked: Asked) => {
      const answer = solve(asked)
      return answer.type === 'none' ? answer.reason : answer.price.toFixed()
    }
    const isolated = legs.map((leg, i) => rounded({ cash: ['2000', '1000', '2000'][i] ?? '', legs: [leg], marks, rules }))
    expect(isolated).toEqual(['54271.36', '3283.58', '143.94'])
    expect(legs.map((_, of) => rounded({ cash: '10000', legs, marks, of, rules }))).toEqual(['31507.54', '5820.89', '114.21'])
  })

  it('[M1, M4] both sides of every bracket boundary', () => {
    // c: 50,000 x 0.005 = 250; 250 + 250,000 x 0.015 = 4,000. Requirement at the boundaries: 250 and 2,250.
    const rules = rulesWith({ tiers: { default: tierTable(['0', '0.005', '0', '100'], ['50000', '0.01', '250', '50'], ['250000', '0.025', '4000', '20']) } })
    const up = (cash: string) => told({ cash, legs: [short('1', '40000')], marks: { A: '40000' }, rules })
    // equity cash + 40,000 - P = requirement. Cash 10,250: both sides are 250 at 50,000.
    expect(up('10250')).toEqual(['50000', '50000', 'rising'])
    // 1,000 less: 49,250 = 1.005 P; 1,000 more: 51,250 + 250 = 1.01 P
    expect(up('9250')).toEqual(['49004.975124378109453', '49004.97', 'rising'])
    expect(up('11250')).toEqual(['50990.099009900990099', '50990.09', 'rising'])
    // at 250,000: cash 210,000 + 2,250; less: 251,250 + 250 = 1.01 P; more: 253,250 + 4,000 = 1.025 P
    expect(up('212250')).toEqual(['250000', '250000', 'rising'])
    expect(up('211250')).toEqual(['249009.9009900990099', '249009.9', 'rising'])
    expect(up('213250')).toEqual(['250975.60975609756098', '250975.6', 'rising'])
    const down = (cash: string) => told({ cash, legs: [long('1', '300000')], marks: { A: '300000' }, rules })
    // equity cash + P - 300,000. At 250,000: cash 52,250; more 1,000: 0.99 P = 246,750 - 250; less: 0.975 P = 248,750 - 4,000
    expect(down('52250')).toEqual(['250000', '250000', 'falling'])
    expect(down('53250')).toEqual(['248989.8989898989899', '248989.9', 'falling'])
    expect(down('51250')).toEqual(['251025.64102564102564', '251025.65', 'falling'])
    // at 50,000: cash 250,250; more 1,000: 0.995 P = 48,750; less: 0.99 P = 50,750 - 250
    expect(down('250250')).toEqual(['50000', '50000', 'falling'])
    expect(down('251250')).toEqual(['48994.974874371859296', '48994.98', 'falling'])
    expect(down('249250')).toEqual(['51010.101010101010101', '51010.11', 'falling'])
  })

  it('[M1, M4] where the requirement jumps, the price of the jump', () => {
    // half a percent up to 50,000, five percent above: at 50,000 from 250 to 2,500; equity 11,000 + 40,000 - 50,000 = 1,000 is between
    const rules = rulesWith({ tiers: { default: tierTable(['0', '0.005', '0', '100'], ['50000', '0.05', '0', '20']) } })
    expect(told({ cash: '11000', legs: [short('1', '40000')], marks: { A: '40000' }, rules })).toEqual(['50000', '50000', 'rising'])
  })

  it('[M1, M5] with the exit fee in the test m becomes m + f', () => {
    const rules = rulesWith({ exitCost: { rate: rate('0.0005'), on: 'mark', fixed: quote('0'), combine: 'sum' } })
    // 54,000 / (1 - 0.005 - 0.0005) = 54,000 / 0.9945; 66,000 / 1.0055
    expect(told({ cash: '6000', legs: [long('1', '60000')], marks: { A: '60000' }, rules })).toEqual(['54298.642533936651584', '54298.65', 'falling'])
    expect(told({ cash: '6000', legs: [short('1', '60000')], marks: { A: '60000' }, rules })).toEqual(['65638.985579313774242', '65638.98', 'rising'])
  })

  it('[M1] with the requirement at entry the root is linear: 60,000 - 6,000 + 300', () => {
    const rules = rulesWith({ maintenanceOn: 'entry' })
    expect(told({ cash: '6000', legs: [long('1', '60000')], marks: { A: '60000' }, rules })).toEqual(['54300', '54300', 'falling'])
  })

  it('[M1] the two legs of a hedge share one price', () => {
    // long 3 at 100, short 1 at 120, cash 50: 50 + 3P - 300 - P + 120 = 0.005 x 4P -> 1.98 P = 130
    const legs = [long('3', '100'), short('1', '120')]
    const expected = ['65.656565656565656566', '65.66', 'falling']
    expect(told({ cash: '50', legs, marks: { A: '100' } })).toEqual(expected)
    expect(told({ cash: '50', legs, marks: { A: '100' }, of: 1 })).toEqual(expected)
  })

  it('[M1] a hedge whose surplus is concave has a root on either side; the nearer one in percent is the answer', () => {
    // long 1 and short 1 at 100: equity is the cash, requirement 2 x rate x P. Tier 1: 0 up to 80 each; above: 0.5 (P - 80).
    const rules = rulesWith({ tiers: { default: tierTable(['0', '0', '0', '100'], ['80', '0.5', '40', '20']) } })
    // 2 x (0.5 P - 40) = 30 -> P = 110
    expect(told({ cash: '30', legs: [long('1', '100'), short('1', '100')], marks: { A: '100' }, rules })).toEqual(['110', '110', 'rising'])
    // Long 2, short 1, nothing up to 210, above it 0.9 N - 189: falling 3 + P - 100 = 0 at 97; rising, above 105, 8 - 0.8 (P - 105) = 0 at 115.
    const low = rulesWith({ tiers: { default: tierTable(['0', '0', '0', '100'], ['210', '0.9', '189', '1']) } })
    expect(told({ cash: '3', legs: [long('2', '100'), short('1', '100')], marks: { A: '100' }, rules: low })).toEqual(['97', '97', 'falling'])
    // Long 2, short 1.9: falling 5 + 0.1 (P - 100) = 0 at 50; rising, above 105, 5.5 - 1.7 (P - 105) = 0 at 108.235…
    expect(told({ cash: '5', legs: [long('2', '100'), short('1.9', '100')], marks: { A: '100' }, rules: low })).toEqual(['108.23529411764705882', '108.23', 'rising'])
    // net long 1 without requirement: 30 + P - 100 = 0
    const flat = rulesWith({ maintenanceRate: '0' })
    expect(told({ cash: '30', legs: [long('2', '100'), short('1', '100')], marks: { A: '100' }, rules: flat })).toEqual(['70', '70', 'falling'])
    // long 2 asks 0.5 x 200 - 40 = 60, short 1 asks 10: more than the 30 there are
    expect(told({ cash: '30', legs: [long('2', '100'), short('1', '100')], marks: { A: '100' }, rules })).toBe('already-liquidatable')
  })

  it('[M1] a bucket or a cross pool of five: at the price found equity equals the requirement', () => {
    const rules = rulesWith({ tiers: { default: tierTable(['0', '0.005', '0', '100'], ['5000', '0.01', '25', '50'], ['20000', '0.03', '425', '20']) } })
    const legs = [long('10', '100', 'A'), short('3', '2000', 'B'), long('500', '7', 'C'), short('0.5', '40000', 'D'), long('2', '900', 'E')]
    const marks = { A: '97.31', B: '2111.5', C: '6.877', D: '41234.5', E: '880' }
    legs.forEach((leg, of) => {
      const answer = solve({ cash: '1800', legs, marks, of, rules })
      if (answer.type === 'none') throw new Error(`${leg.instrument}: ${answer.reason}`)
      const at = (own: Price): Decimal =>
        legs.reduce((surplus: Decimal, each) => {
          const mark = each.instrument === leg.instrument ? own : price(marks[each.instrument as keyof typeof marks])
          return surplus.plus(exactPnl(each, mark)).minus(maintenanceOf(each, mark, rules)).minus(exitCostOf(each, mark, rules))
        }, new Decimal(1800))
      expect(at(answer.exact).abs().lt('1e-50')).toBe(true)
      // the rounded price is still safe, one tick further is not
      const tick = answer.direction === 'falling' ? '-0.01' : '0.01'
      expect(at(answer.price).gte(0)).toBe(true)
      expect(at(asPrice(answer.price.plus(tick))).lt(0)).toBe(true)
    })
  })

  it('[M1] all together by their betas: where this price would be', () => {
    const rules = rulesWith({ maintenanceRate: '0' })
    const legs = [long('1', '100', 'A'), long('2', '50', 'B')]
    // a fall of x takes 100 x and 2 x 50 x 2x = 200 x: 30 are gone at x = 0.1, A at 90, B at 50 x 0.8
    const words = { cash: '30', legs, marks: { A: '100', B: '50' }, rules, others: 'together' as const, betas: { A: '1', B: '2' } }
    expect(told(words)).toEqual(['90', '90', 'falling'])
    expect(told({ ...words, of: 1 })).toEqual(['40', '40', 'falling'])
    // B moves the other way: a fall of the market takes 100 x and gives 200 x; a rise takes 100 x: x = 0.3, A at 130, B at 35
    expect(told({ ...words, betas: { A: '1', B: '-2' } })).toEqual(['130', '130', 'rising'])
    expect(told({ ...words, of: 1, betas: { A: '1', B: '-2' } })).toEqual(['20', '20', 'falling'])
    // A does not move with the market: its own price says nothing
    expect(told({ ...words, betas: { A: '0', B: '2' } })).toBe('hedged')
  })

  it('[M1] where there is no price there is a reason', () => {
    const rules = rulesWith({ maintenanceRate: '0.01' })
    expect(told({ cash: '100', legs: [long('1', '100')], marks: { A: '100' }, rules })).toBe('fully-collateralized')
    expect(told({ cash: '100', legs: [long('1', '100')], marks: { A: '100' }, rules, need: 'nothing' })).toBe('fully-collateralized')
    expect(told({ cash: '99.99', legs: [long('1', '100')], marks: { A: '100' }, rules })).toEqual(['0.01010101010101010101', '0.02', 'falling'])
    expect(told({ cash: '10', legs: [long('1', '100'), short('1', '100')], marks: { A: '100' }, rules: rulesWith({ maintenanceRate: '0' }) })).toBe('hedged')
    expect(told({ cash: '10', legs: [long('1', '100'), short('1', '100')], marks: { A: '100' }, rules, need: 'nothing', of: 1 })).toBe('hedged')
    expect(told({ cash: '1', legs: [long('1', '100')], marks: { A: '100' }, rules })).toBe('already-liquidatable')
    expect(told({ cash: '1', legs: [long('1', '100')], marks: { A: '100' }, rules: { ...rules, comparison: 'below' } })).toEqual(['100', '100', 'falling'])
    expect(told({ cash: '-5', legs: [short('1', '100')], marks: { A: '100' }, rules })).toBe('already-liquidatable')
  })

  it('[M1] prices below zero, and a mark of exactly zero', () => {
    const rules = rulesWith({ maintenanceRate: '0.01' })
    // long from -5 at -10 with 10: 10 + P + 5 = 0.01 |P| = -0.01 P -> P = -15 / 1.01
    expect(told({ cash: '10', legs: [long('1', '-5')], marks: { A: '-10' }, rules })).toEqual(['-14.851485148514851485', '-14.85', 'falling'])
    // short from -5 at -10: 10 - P - 5 = 0.01 |P|; rising through zero: 5 = 1.01 P
    expect(told({ cash: '10', legs: [short('1', '-5')], marks: { A: '-10' }, rules })).toEqual('fully-collateralized')
    // at zero a long from 5: 10 + P - 5 = -0.01 P -> -5 / 1.01; a short from 5: 10 - P + 5 = 0.01 P -> 15 / 1.01
    expect(told({ cash: '10', legs: [long('1', '5')], marks: { A: '0' }, rules })).toEqual(['-4.950495049504950495', '-4.95', 'falling'])
    expect(told({ cash: '10', legs: [short('1', '5')], marks: { A: '0' }, rules })).toEqual(['14.851485148514851485', '14.85', 'rising'])
    expect(told({ cash: '4', legs: [long('1', '5')], marks: { A: '0' }, rules })).toBe('already-liquidatable')
  })

  it('[M1] tiny prices with huge quantities, and the other way round', () => {
    // long 1e12 at 1e-9 = notional 1,000, cash 100: (1,000 - 100) / (1e12 x 0.995)
    expect(told({ cash: '100', legs: [long('1e12', '1e-9')], marks: { A: '0.000000001' }, tick: '0.000000000001' })).toEqual(['0.00000000090452261306532663317', '0.000000000905', 'falling'])
    // short 1e-9 at 1e12, cash 100: 1,100 / (1e-9 x 1.005)
    expect(told({ cash: '100', legs: [short('1e-9', '1e12')], marks: { A: '1000000000000' } })).toEqual(['1094527363184.079602', '1094527363184.07', 'rising'])
  })
})
