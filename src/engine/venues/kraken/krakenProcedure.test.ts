import { describe, expect, it } from 'vitest'
import { fundingPayment } from '../../margin/fundingPayment.ts'
import { eventsOf, heldPosition, order, pathTape, played, story } from '../../testing/fixtures.ts'
import { price } from '../../units/quantities.ts'
import { krakenInverseRules } from './krakenInverseRules.ts'
import { krakenMultiRules } from './krakenMultiRules.ts'

describe('Kraken procedure', () => {
  const { funding } = krakenInverseRules

  it('[KR9] an hour pays the premium / 24 at the index price: a third of what the example prints, which is / 8', () => {
    const marks = new Map([['PI_XBTUSD', price('7010')], ['PI_XBTUSD#index', price('7000')]])
    const paid = fundingPayment(heldPosition({ instrument: 'PI_XBTUSD', type: 'inverse', qty: '-100000', entry: '7000' }), funding, marks)
    // 10 / 7,000 / 24; the short receives it on 100,000 / 7,000 coins; the page has 0.01785 % and 0.00255
    expect(paid?.rate.toFixed()).toBe('0.00005952381')
    expect(paid?.rate.times(3).times(100).toFixed(5)).toBe('0.01786')
    expect(paid?.amount.times(3).toFixed(5)).toBe('0.00255')
  })

  it('[KR9] at most 0.25 % an hour, and not damped near zero', () => {
    const rateAt = (mark: string) => fundingPayment(heldPosition({ instrument: 'PI_XBTUSD', type: 'inverse', qty: '1', entry: '7000' }), funding, new Map([['PI_XBTUSD', price(mark)], ['PI_XBTUSD#index', price('7000')]]))?.rate.toFixed()
    expect([rateAt('7500'), rateAt('6000'), rateAt('7000.7')]).toEqual(['0.0025', '-0.0025', '0.000004166667'])
  })

  it('[KR5] what the liquidation leaves stays with the client', () => {
    const tape = pathTape({ PF_XBTUSD: [10_000, 9000] })
    const run = played({ tape, wallet: '1005', rules: krakenMultiRules, commands: [order({ pool: 'cross', instrument: 'PF_XBTUSD', leverage: '50' })] })
    // fee 5; 1,000 + P - 10,000 = 1 % x P at P = 9,090.909…, on the tick upwards 9,090.91: 90.91 are left
    expect(story(run)).toEqual(['market PF_XBTUSD@cross 1 @ 10000', 'liquidated PF_XBTUSD@cross @ 9090.91'])
    expect(run.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('90.91')
    expect(eventsOf(run, 'residual-forfeited')).toEqual([])
  })
})
