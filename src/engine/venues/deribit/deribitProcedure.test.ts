import { describe, expect, it } from 'vitest'
import { fundingRateOf } from '../../margin/fundingPayment.ts'
import { createRun } from '../../run/createRun.ts'
import { eventsOf, instrument, order, pathTape, played, setupOf } from '../../testing/fixtures.ts'
import { price, qty, quote } from '../../units/quantities.ts'
import { deribitLinearRules } from './deribitLinearRules.ts'

describe('Deribit procedure', () => {
  const long = order({ pool: 'cross', instrument: 'BTC_USDC', qty: '25', leverage: '50' })

  it('[DB5, DB6] only as much is closed as frees the shortage, 0.75 % of it goes to the fund, the rest of the position and of the cash stays', () => {
    const run = played({ tape: pathTape({ BTC_USDC: [100_000, 97_000] }), wallet: '101250', rules: deribitLinearRules, commands: [long] })
    // fee 1,250; 100,000 + 25 (P - 100,000) = 25 x 1.125 % x P at P = 97,092.29…, reached at the tick above
    const parts = eventsOf(run, 'position-liquidated')
    const closed = parts.reduce((sum, part) => sum + part.qty.toNumber(), 0)
    expect(closed).toBeGreaterThan(0)
    expect(closed).toBeLessThan(25)
    for (const part of parts) {
      expect(part.feeTo).toBe('insurance-fund')
      expect(part.fee.toFixed(6)).toBe(part.qty.times(part.price).times('0.0075').toFixed(6))
    }
    const account = run.accountAt(1)
    const [left] = account.positions.values()
    const size = left?.qty ?? qty('0')
    expect(size.toNumber()).toBeCloseTo(25 - closed, 8)
    // at the end of the tape equity is not below maintenance of the smaller size, at its smaller rate
    const equity = (account.pools.get('cross')?.cash ?? quote('0')).plus(size.times(97_000)).minus(left?.entryNotional ?? 0)
    const maintenance = size.times(97_000).times(size.times('0.00005').plus('0.01'))
    expect(equity.gte(maintenance)).toBe(true)
    expect(maintenance.div(equity).gt('0.9')).toBe(true)
  })

  it('[DB7] what the fund cannot pay is a shortfall: nobody is deleveraged', () => {
    const tape = pathTape({ BTC_USDC: [100_000, 90_000] }, { between: 'jump' })
    const short = { id: 'winner', instrument: 'BTC_USDC', qty: qty('-100'), entryPrice: price('100000'), margin: quote('1000000') }
    const run = createRun({ ...setupOf({ tape, wallet: '101250', rules: deribitLinearRules, instruments: [instrument('BTC_USDC')], commands: [long] }), population: [short] }, 'as-set')
    run.advanceTo(1)
    // 100,000 - 25 x 10,000
    expect(eventsOf(run, 'shortfall').map((event) => event.amount.toFixed())).toEqual(['150000'])
    expect(eventsOf(run, 'deleveraged')).toEqual([])
  })

  it('[DB8] an hour pays an eighth of the damped premium: nothing within 0.025 %, never more than 0.5 % in 8 hours', () => {
    const rateAt = (mark: string) => fundingRateOf(deribitLinearRules.funding, 'A', new Map([['A', price(mark)], ['A#index', price('10000')]])).toFixed()
    // premiums 0.02 %, 0.1 %, -0.1 %, 1 %
    expect([rateAt('10002'), rateAt('10010'), rateAt('9990'), rateAt('10100')]).toEqual(['0', '0.00009375', '-0.00009375', '0.000625'])
  })
})
