import { describe, expect, it } from 'vitest'
import { rate } from '../units/quantities.ts'
import { eventsOf, order, pathTape, played, rulesWith, story } from '../testing/fixtures.ts'

const charged = rulesWith({ fees: { maker: rate('0.001'), taker: rate('0.002') } })

/** A buy stop-limit of 1 A at 10x: trigger 105. */
function stopLimit(prices: readonly number[], limitPrice: string, change: Parameters<typeof pathTape>[1] = {}) {
  return played({ rules: charged, tape: pathTape({ A: prices }, change), commands: [order({ orderType: 'stop-limit', price: '105', limitPrice })] })
}

describe('stop-limit', () => {
  it('[P10] the limit is there when the trigger is reached: it takes at the last price', () => {
    const run = stopLimit([100, 110], '106')
    expect(story(run)).toEqual(['resting', 'limit A@isolated 1 @ 105'])
    expect(eventsOf(run, 'filled')[0]?.role).toBe('taker')
    // taker fee 105 x 0.002
    expect(eventsOf(run, 'filled')[0]?.fee.toFixed()).toBe('0.21')
  })

  it('[P10] the limit is not there: from then on it is a resting limit order, which holds back its margin', () => {
    const run = stopLimit([100, 110, 100], '103')
    expect(story(run)).toEqual(['resting', 'limit A@isolated 1 @ 103'])
    const { order: limit } = eventsOf(run, 'order-triggered')[0] ?? {}
    expect(limit).toMatchObject({ type: 'limit', direction: 'fall' })
    // 103 / 10 + 103 x 0.001
    expect(limit?.reserve.toFixed()).toBe('10.403')
    expect(eventsOf(run, 'order-placed')[0]?.order.reserve.toFixed()).toBe('0')
    expect(eventsOf(run, 'filled')[0]?.role).toBe('maker')
  })

  it('[P10] a jump beyond the limit leaves it resting, where a stop would have bought', () => {
    const run = stopLimit([100, 120, 115], '106', { jump: Uint8Array.from([0, 1, 0]) })
    expect(story(run)).toEqual(['resting'])
    expect(eventsOf(run, 'order-triggered')).toHaveLength(1)
  })

  it('[P10] a trigger that is there already makes it a limit order at once', () => {
    expect(story(stopLimit([105, 103, 100], '101'))).toEqual(['resting', 'limit A@isolated 1 @ 101'])
    expect(eventsOf(stopLimit([105, 105], '101'), 'order-triggered')).toEqual([])
    expect(story(stopLimit([105, 105], '106'))).toEqual(['limit A@isolated 1 @ 105'])
  })

  it('[P10] what cannot be held back at the trigger is cancelled with the reason', () => {
    const run = played({ rules: charged, wallet: '10.4', tape: pathTape({ A: [100, 110] }), commands: [order({ orderType: 'stop-limit', price: '105', limitPrice: '103' })] })
    expect(story(run)).toEqual(['resting', 'canceled refused-at-fill insufficient-margin'])
  })

  it('[P10] a sell that only reduces waits below and holds back nothing', () => {
    const sell = order({ orderType: 'stop-limit', side: 'sell', price: '95', limitPrice: '97', reduceOnly: true })
    const run = played({ tape: pathTape({ A: [100, 94, 98] }), commands: [order({ leverage: '2' }), sell] })
    expect(story(run)).toEqual(['market A@isolated 1 @ 100', 'resting', 'limit A@isolated -1 @ 97'])
    expect(eventsOf(run, 'order-triggered')[0]?.order.reserve.toFixed()).toBe('0')
  })

  it('[P10] needs both prices, each on the tick', () => {
    const refusal = (words: Parameters<typeof order>[0]) => story(played({ tape: pathTape({ A: [100] }), commands: [order({ orderType: 'stop-limit', ...words })] })).at(-1)
    expect(refusal({ price: '105' })).toBe('refused place-order limit-price-required')
    expect(refusal({ limitPrice: '105' })).toBe('refused place-order price-required')
    expect(refusal({ price: '105', limitPrice: '104.999' })).toBe('refused place-order price-not-on-tick')
  })
})
