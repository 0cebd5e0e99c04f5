import { describe, expect, it } from 'vitest'
import { fundingRateOf } from '../../margin/fundingPayment.ts'
import { eventsOf, order, pathTape, played } from '../../testing/fixtures.ts'
import { price } from '../../units/quantities.ts'
import { bitcomRules } from './bitcomRules.ts'

describe('BIT procedure', () => {
  const long = order({ pool: 'cross', leverage: '50' })

  it('[BI3] equity equal to maintenance is not yet below it', () => {
    // the fee of 0.5 leaves 99.1 of 99.6: at 910 equity is 9.1 and maintenance 9.1; of 99.5 it leaves 9.0
    const isBreached = (wallet: string) => eventsOf(played({ tape: pathTape({ A: [1000, 910] }), wallet, rules: bitcomRules, commands: [long] }), 'pool-breached').length > 0
    expect([isBreached('99.6'), isBreached('99.5')]).toEqual([false, true])
  })

  it('[BI4] 0.5 % of what is closed goes to the insurance fund', () => {
    const run = played({ tape: pathTape({ A: [1000, 905] }), wallet: '100.5', rules: bitcomRules, commands: [long] })
    const parts = eventsOf(run, 'position-liquidated')
    expect(parts.length).toBeGreaterThan(0)
    for (const part of parts) expect([part.feeTo, part.fee.toFixed(8)]).toEqual(['insurance-fund', part.qty.times(part.price).times('0.005').toFixed(8)])
  })

  it('[BI5] an hour pays an eighth of the premium less 0.05 %', () => {
    const rateAt = (mark: string) => fundingRateOf(bitcomRules.funding, 'A', new Map([['A', price(mark)], ['A#index', price('10000')]])).toFixed()
    // premiums 0.04 %, 0.1 %, -0.1 %
    expect([rateAt('10004'), rateAt('10010'), rateAt('9990')]).toEqual(['0', '0.0000625', '-0.0000625'])
  })
})
