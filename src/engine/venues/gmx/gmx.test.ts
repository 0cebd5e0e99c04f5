import { describe, expect, it } from 'vitest'
import { eventsOf, order, pathTape, played, story } from '../../testing/fixtures.ts'
import { ZERO_RATE } from '../../units/quantities.ts'
import type { Rules } from '../Rules.ts'
import { gmxV1Rules } from './gmxV1Rules.ts'
import { gmxV2Rules } from './gmxV2Rules.ts'

/** 100 USD at 10x, opened without a fee. */
function fall(rules: Rules, to = 90) {
  return played({ tape: pathTape({ A: [100, to] }), rules: { ...rules, fees: { maker: ZERO_RATE, taker: ZERO_RATE } }, wallet: '10', commands: [order()] })
}

describe('GMX', () => {
  it('[GX4, GX8] at exactly what is required a position stays', () => {
    // 10 - 4.9 = 5.1; 10 - 8.94 = 1.06
    expect(story(fall(gmxV1Rules, 95.1)).slice(1)).toEqual([])
    expect(story(fall(gmxV2Rules, 91.06)).slice(1)).toEqual([])
  })

  it('[GX5] v1: the closing fee goes to the pool, the rest is returned', () => {
    const run = fall(gmxV1Rules)
    // 10 + P - 100 < 0.1 + 5 below 95.1; 0.1 % of the size at entry, 100, of the 5.1 that are left
    expect(story(run).slice(1)).toEqual(['liquidated A@isolated @ 95.1'])
    expect(eventsOf(run, 'position-liquidated').map((event) => `${event.fee.toFixed()} ${event.feeTo}`)).toEqual(['0.1 venue'])
    expect(run.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('5')
  })

  it('[GX12] v2: 0.2 % of the size goes to the pool, the rest is returned', () => {
    const run = fall(gmxV2Rules)
    // 10 + P - 100 < 1 + 0.06 below 91.06; 0.2 % of the size at entry, 100, of the 1.06 that are left
    expect(story(run).slice(1)).toEqual(['liquidated A@isolated @ 91.06'])
    expect(eventsOf(run, 'position-liquidated').map((event) => `${event.fee.toFixed()} ${event.feeTo}`)).toEqual(['0.2 venue'])
    expect(run.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('0.86')
  })
})
