import { describe, expect, it } from 'vitest'
import { eventsOf, order, pathTape, played, story } from '../../testing/fixtures.ts'
import { ZERO_RATE } from '../../units/quantities.ts'
import type { Rules } from '../Rules.ts'
import { injectiveRules } from './injectiveRules.ts'

describe('Injective', () => {
  it('[IJ6] margin of exactly the maintenance margin is enough', () => {
    // 10x from 98: 9.8 - 8 = 1.8 = 2 % of 90
    const rules: Rules = { ...injectiveRules, fees: { maker: ZERO_RATE, taker: ZERO_RATE } }
    const to = (last: number) => story(played({ tape: pathTape({ A: [98, last] }), rules, wallet: '100', commands: [order()] })).slice(1)
    expect([to(90), to(89.99)]).toEqual([[], ['liquidated A@isolated @ 90']])
  })

  it('[IJ5] the whole position is sold and what is left goes to the fund, not back', () => {
    const rules: Rules = { ...injectiveRules, fees: { maker: ZERO_RATE, taker: ZERO_RATE } }
    const run = played({ tape: pathTape({ A: [100, 90] }), rules, wallet: '100', commands: [order()] })
    // (100 - 10) / 0.98 = 91.8367…, on the tick that is reached first
    expect(story(run).slice(1)).toEqual(['liquidated A@isolated @ 91.84'])
    expect(eventsOf(run, 'residual-forfeited').map((event) => event.amount.toFixed())).toEqual(['1.84'])
    expect(run.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('90')
  })
})
