import { describe, expect, it } from 'vitest'
import { fundingHistory } from '../ledger/fundingHistory.ts'
import { HOUR, eventsOf, heldPosition, instrument, order, pathTape, played, rulesWith } from '../testing/fixtures.ts'
import { price, rate } from '../units/quantities.ts'
import type { PremiumFunding } from '../venues/Rules.ts'
import { fundingPayment, fundingRateOf } from './fundingPayment.ts'

const premium: PremiumFunding = {
  type: 'premium',
  intervalMillis: 8 * HOUR,
  periodMillis: 8 * HOUR,
  interest: rate('0.0001'),
  clamp: rate('0.0005'),
  cap: undefined,
  premium: rate('0'),
  price: 'mark',
}
const at = (mark: string, index?: string) => new Map([['A', price(mark)], ...(index === undefined ? [] : [['A#index', price(index)] as const])])
const rateAt = (mark: string, index?: string, change: Partial<PremiumFunding> = {}) => fundingRateOf({ ...premium, ...change }, 'A', at(mark, index)).toFixed()

describe('fundingPayment', () => {
  it('[F2] premium and interest, drawn together by the clamp', () => {
    // 1 / 100; 0.01 - 0.0005; -0.01 + 0.0005; 0.0002 + (0.0001 - 0.0002)
    expect([rateAt('101', '100'), rateAt('99', '100'), rateAt('100.02', '100')]).toEqual(['0.0095', '-0.0095', '0.0001'])
  })

  it('[F2] a part of the period, then the cap, to twelve places', () => {
    expect(rateAt('101', '100', { intervalMillis: HOUR })).toBe('0.0011875')
    expect([rateAt('101', '100', { cap: rate('0.0075') }), rateAt('99', '100', { cap: rate('0.0075') })]).toEqual(['0.0075', '-0.0075'])
    // 1 / 300 - 0.0005 = 0.00283333…
    expect(rateAt('301', '300')).toBe('0.002833333333')
  })

  it('[F2] the stated premium where there is no index', () => {
    expect([rateAt('101'), rateAt('101', undefined, { premium: rate('0.003') })]).toEqual(['0.0001', '0.0025'])
  })

  it('[F1] on the price the rules name; inverse in coins; collateral pays nothing', () => {
    const long = heldPosition({ qty: '2', entry: '100' })
    const fixed = { type: 'fixed' as const, intervalMillis: HOUR, rate: rate('0.01'), price: 'index' as const }
    expect(fundingPayment(long, fixed, at('100', '90'))?.amount.toFixed()).toBe('-1.8')
    expect(fundingPayment(long, fixed, at('100'))?.amount.toFixed()).toBe('-2')
    // 1,000 USD at 50 are 20 coins: a long pays 0.2, a short receives it
    const inverse = (size: string) => fundingPayment({ ...heldPosition({ qty: size, entry: '100' }), type: 'inverse' }, fixed, at('50'))?.amount.toFixed()
    expect([inverse('1000'), inverse('-1000')]).toEqual(['-0.2', '0.2'])
    expect(fundingPayment({ ...long, type: 'spot' }, fixed, at('100'))).toBeUndefined()
  })

  it('[F2, F3] a pool pays each instrument at its own rate; the history adds them up by leg', () => {
    const tape = pathTape({ A: [100, 100], B: [200, 200] }, { barMillis: 16 * HOUR })
    const index = { instrument: 'A', kind: 'index' as const, close: Float64Array.from([99, 99]) }
    const words = { tape: { ...tape, series: [...tape.series, index] }, instruments: [instrument('A'), instrument('B')], rules: { ...rulesWith(), funding: premium } }
    const run = played({ ...words, commands: [order({ pool: 'cross' }), order({ pool: 'cross', instrument: 'B', side: 'sell' })] })
    // A: 1 / 99 - 0.0005 = 0.009601010101; B: 0.0001 of 200
    expect(eventsOf(run, 'funding-paid').map((event) => `${event.rate.toFixed()} ${event.legs.map((leg) => leg.leg).join()}`).slice(0, 2)).toEqual(['0.009601010101 A@cross', '0.0001 B@cross'])
    const rows = fundingHistory(run.events).map((row) => `${row.leg} ${row.price.toFixed()} ${row.amount.toFixed()} ${row.cumulative.toFixed()}`)
    expect(rows).toEqual(['A@cross 100 -0.9601010101 -0.9601010101', 'B@cross 200 0.02 0.02', 'A@cross 100 -0.9601010101 -1.9202020202', 'B@cross 200 0.02 0.04'])
    expect(run.accountAt(1).totals.get('A@cross')?.funding.toFixed()).toBe('-1.9202020202')
  })
})
