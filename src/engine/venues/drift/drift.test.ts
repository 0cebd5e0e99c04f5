import { describe, expect, it } from 'vitest'
import { fundingPayment } from '../../margin/fundingPayment.ts'
import { eventsOf, heldPosition, instrument, order, pathTape, played } from '../../testing/fixtures.ts'
import { price, ZERO_RATE } from '../../units/quantities.ts'
import type { Rules } from '../Rules.ts'
import { driftRules } from './driftRules.ts'

const rules: Rules = { ...driftRules, fees: { maker: ZERO_RATE, taker: ZERO_RATE } }

/** 1,000 A from 100 with 10,000, the price jumps; whole units, so that parts are easy to follow. */
function falling(to: number, ticks = 1) {
  const prices = [100, ...Array.from({ length: ticks }, () => to)]
  const tape = pathTape({ A: prices }, { jump: Uint8Array.from(prices, (_, i) => (i === 1 ? 1 : 0)) })
  return played({ tape, rules, wallet: '10000', instruments: [instrument('A', { qtyStep: '1' })], commands: [order({ pool: 'cross', qty: '1000' })] })
}

describe('Drift', () => {
  it('[DR4] at exactly the requirement an account stays, below it goes', () => {
    // 10x from 95: 9.5 - 5 = 4.5 = 5 % of 90
    const parts = (to: number) => eventsOf(played({ tape: pathTape({ A: [95, to] }), rules, wallet: '9.5', commands: [order({ pool: 'cross' })] }), 'position-liquidated').length
    expect([parts(90), parts(89.99) > 0]).toEqual([0, true])
  })

  it('[DR5] a tenth of the shortage at once, more with time, all of it below 50 USDC', () => {
    // At 94: 4,000 left, 4,700 required, with the buffer 6,580: 2,580 short, 258 at once. A unit frees
    // 1.4 x 4.7 - 0.94 (price) - 0.9306 (fee) = 4.7094: 54.78 units.
    expect(eventsOf(falling(94), 'position-liquidated')[0]?.qty.toFixed()).toBe('55')
    // then, every slot of 0.4 s, a 25th part of nine tenths more, until it passes
    const rounds = eventsOf(falling(94, 2), 'position-liquidated')
    expect((rounds[1]?.at ?? 0) - (rounds[0]?.at ?? 0)).toBe(400)
    // 10 A with 100: at 94.7 47 are left of 47.35 + 18.94: 19.29 short, all of it at once: 19.29 / (6.629 - 0.947 - 0.93753) = 4.07
    const tape = pathTape({ A: [100, 94.7] }, { jump: Uint8Array.from([0, 1]) })
    const small = played({ tape, rules, wallet: '100', instruments: [instrument('A', { qtyStep: '1' })], commands: [order({ pool: 'cross', qty: '10' })] })
    expect(eventsOf(small, 'position-liquidated').map((event) => event.qty.toFixed())).toEqual(['5'])
  })

  it('[DR6] at the oracle less 1 %, another 1 % to the insurance fund', () => {
    const [event] = eventsOf(falling(94), 'position-liquidated')
    // the fee of the oracle's value: 55 x 94 x 1 %
    expect([event?.price.toFixed(), event?.fee.toFixed(), event?.feeTo]).toEqual(['93.06', '51.7', 'insurance-fund'])
  })

  it('[DR7] a 24th of the premium an hour, on the oracle price', () => {
    const paid = (mark: string) => fundingPayment(heldPosition({ qty: '1', entry: '100' }), driftRules.funding, new Map([['A', price(mark)], ['A#index', price('100')]]))?.amount.toFixed()
    expect([paid('102.4'), paid('97.6')]).toEqual(['-0.1', '0.1'])
  })
})
