import { describe, expect, it } from 'vitest'
import { HOUR, MONDAY, order, pathTape, played, rulesWith } from '../testing/fixtures.ts'
import { marksAt } from '../run/steps.ts'
import type { FundingSeries, Tape } from '../tape/Tape.ts'
import { rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'
import { knownFunding } from './knownFunding.ts'
import { timeToLiquidationByCarry } from './timeToLiquidation.ts'

const hourly: Rules = { ...rulesWith({ maintenanceRate: '0' }), funding: { type: 'fixed', intervalMillis: HOUR, rate: rate('0.01'), price: 'index' } }
const free = rulesWith({ maintenanceRate: '0' })

function paying(instrument: string, ...payments: readonly (readonly [number, number])[]): FundingSeries {
  return { instrument, time: Float64Array.from(payments, ([hour]) => MONDAY + hour * HOUR), rate: Float64Array.from(payments, ([, share]) => share) }
}

const tape = { funding: [paying('A', [4, 0.001], [12, -0.002], [15, 0.003])] }

/** Rate, hours to the next payment since Monday, and what it is paid on. */
function known(rules: Rules, hour: number, instrument = 'A'): string {
  const { funding, next } = knownFunding({ rules, tape, at: MONDAY + hour * HOUR }, instrument)
  return funding.type === 'fixed' ? `${funding.rate.toFixed()} ${String(((next ?? NaN) - MONDAY) / HOUR)} ${funding.price}` : funding.type
}

describe('knownFunding', () => {
  it('[F5] is the last rate paid; the next payment is presumed as far away as the one before was; nothing later is known', () => {
    // before 4 h: nothing. After one payment: the interval of the rules, else eight hours. 12 - 4 = 8 after the second; 15 - 12 = 3 after the third.
    expect([0, 3.9].map((hour) => known(hourly, hour))).toEqual(['none', 'none'])
    expect([4, 4.5, 6].map((hour) => known(hourly, hour))).toEqual(['0.001 5 index', '0.001 5 index', '0.001 7 index'])
    expect([4, 11.9].map((hour) => known(free, hour))).toEqual(['0.001 12 mark', '0.001 12 mark'])
    expect([12, 14.9].map((hour) => known(hourly, hour))).toEqual(['-0.002 20 index', '-0.002 20 index'])
    // beyond the last one it goes on in its own steps
    expect([15, 17, 100].map((hour) => known(hourly, hour))).toEqual(['0.003 18 index', '0.003 18 index', '0.003 102 index'])
  })

  it('[F5] an instrument without payments of its own has the funding of the rules', () => {
    expect(known(hourly, 4.5, 'B')).toBe('0.01 5 index')
    expect(known(free, 4.5, 'B')).toBe('none')
  })

  it('[F4] [F5] carry is told by the last rate paid, at the times presumed', () => {
    // 1 long at 100 behind 10: 0.03 x 100 = 3 a payment takes it with the fourth. Paid at 1 h and 3 h, so again at 5, 7, 9 and 11.
    const prices: Tape = { ...pathTape({ A: [100, 100, 100, 100] }, { barMillis: HOUR }), funding: [paying('A', [0.5, 0], [1, 0], [3, 0.03], [4, 9])] }
    const account = played({ tape: { ...prices, funding: [paying('A', [1, 0], [3, 0])] }, rules: free, commands: [order()] }).accountAt(3)
    const now = { marks: marksAt(prices, 3), rules: free, at: MONDAY + 3 * HOUR }
    expect(timeToLiquidationByCarry(account, 'isolated:A@isolated', { ...now, tape: prices })).toMatchObject({ type: 'payments', payments: 4, at: MONDAY + 11 * HOUR })
    expect(timeToLiquidationByCarry(account, 'isolated:A@isolated', { ...now, tape: { funding: [paying('A', [1, 0.03], [3, -0.03])] } })).toMatchObject({ reason: 'receives-funding' })
    expect(timeToLiquidationByCarry(account, 'isolated:A@isolated', { ...now, tape: { funding: [paying('A', [4, 0.03])] } })).toMatchObject({ reason: 'no-funding' })
  })

  it('[F4] [F5] a pool whose positions pay at different times says so', () => {
    const prices = pathTape({ A: [100, 100], B: [100, 100] }, { barMillis: 8 * HOUR })
    const account = played({ tape: prices, rules: free, commands: [order({ pool: 'cross' }), order({ pool: 'cross', instrument: 'B' })] }).accountAt(1)
    const now = { marks: marksAt(prices, 1), rules: hourly, at: MONDAY + 8 * HOUR }
    const found = (funding: readonly FundingSeries[]) => timeToLiquidationByCarry(account, 'cross', { ...now, tape: { funding } })
    expect(found([paying('A', [0, 0.01], [8, 0.01])])).toMatchObject({ reason: 'different-times' })
    // at the same times: 10,000 of cash and 1 + 1 a payment; equality fails under the plain rules
    expect(found([paying('A', [7, 0.01], [8, 0.01])])).toMatchObject({ type: 'payments', payments: 5000 })
    // B receives by the rules of another sign; both receive: it never liquidates, whenever they do
    expect(found([paying('A', [0, -0.01], [8, -0.01]), paying('B', [1, -0.01], [8, -0.01])])).toMatchObject({ reason: 'receives-funding' })
  })
})
