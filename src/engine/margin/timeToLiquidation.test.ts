import { describe, expect, it } from 'vitest'
import { HOUR, MONDAY, order, pathTape, played, rulesWith } from '../testing/fixtures.ts'
import { marksAt } from '../run/steps.ts'
import { rate } from '../units/quantities.ts'
import type { Funding, Rules } from '../venues/Rules.ts'
import { timeToLiquidationByCarry } from './timeToLiquidation.ts'

function rules(fundingRate: string, change: Partial<Rules> = {}): Rules {
  const funding: Funding = fundingRate === '' ? { type: 'none' } : { type: 'fixed', intervalMillis: 8 * HOUR, rate: rate(fundingRate), price: 'mark' }
  return { ...rulesWith({ maintenanceRate: '0.05' }), ...change, funding }
}

/** A long of 1 at 100 with 10 of margin: 5 more than it needs. */
function carry(given: Rules, side: 'buy' | 'sell' = 'buy', at = MONDAY): string {
  const tape = pathTape({ A: [100, 100] })
  const account = played({ tape, rules: given, commands: [order({ side })] }).accountAt(0)
  const found = timeToLiquidationByCarry(account, 'isolated:A@isolated', { marks: marksAt(tape, 0), rules: given, at })
  return found.type === 'none' ? found.reason : `${found.payments} x ${found.perPayment.toFixed()} at ${(found.at - MONDAY) / HOUR} h`
}

describe('timeToLiquidationByCarry', () => {
  it('[F4] the payment that uses up the surplus; one more where equality does not liquidate', () => {
    expect(carry(rules('0.01'))).toBe('5 x 1 at 40 h')
    expect(carry(rules('0.01', { comparison: 'below' }))).toBe('6 x 1 at 48 h')
    // 5 / 0.3 = 16.67
    expect(carry(rules('0.003'))).toBe('17 x 0.3 at 136 h')
    expect(carry(rules('0.06'))).toBe('1 x 6 at 8 h')
    // counted from the first payment after now
    expect(carry(rules('0.01'), 'buy', MONDAY + 7 * HOUR)).toBe('5 x 1 at 40 h')
    expect(carry(rules('0.01'), 'buy', MONDAY + 8 * HOUR)).toBe('5 x 1 at 48 h')
  })

  it('[F4] it is the payment after which a run liquidates', () => {
    const given = rules('0.003')
    const run = played({ tape: pathTape({ A: [100, 100] }, { barMillis: 400 * HOUR }), rules: given, commands: [order()] })
    expect(run.events.filter((event) => event.type === 'funding-paid')).toHaveLength(17)
    expect(run.events.find((event) => event.type === 'pool-breached')?.at).toBe(MONDAY + 136 * HOUR)
  })

  it('[F4] or a reason why not', () => {
    expect(carry(rules(''))).toBe('no-funding')
    expect(carry(rules('0.01'), 'sell')).toBe('receives-funding')
    expect(carry(rules('0'))).toBe('receives-funding')
    // 5 / 1e-12 payments of 8 hours are 4.6 billion years
    expect(carry(rules('0.00000000000001'))).toBe('beyond-the-calendar')
    const account = played({ tape: pathTape({ A: [100] }), rules: rules('0.01') }).accountAt(0)
    expect(timeToLiquidationByCarry(account, 'cross', { marks: new Map(), rules: rules('0.01'), at: 0 })).toEqual({ type: 'none', reason: 'no-position' })
    const open = played({ tape: pathTape({ A: [100] }), rules: rules('0.01'), commands: [order()] }).accountAt(0)
    expect(timeToLiquidationByCarry(open, 'isolated:A@isolated', { marks: marksAt(pathTape({ A: [90] }), 0), rules: rules('0.01'), at: 0 })).toEqual({ type: 'none', reason: 'already-liquidatable' })
  })
})
