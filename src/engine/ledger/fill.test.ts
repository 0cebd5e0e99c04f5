import { describe, expect, it } from 'vitest'
import { command, eventsOf, order, pathTape, played, rulesWith, story } from '../testing/fixtures.ts'
import { rate } from '../units/quantities.ts'

const fees = { maker: rate('0.0002'), taker: rate('0.0005') }
const withFees = { ...rulesWith(), fees }
const flat = pathTape({ A: [100, 100] })

describe('fill', () => {
  it('[P3] a market order and a stop take, a resting limit makes', () => {
    const commands = [order(), order({ leg: 'l', orderType: 'limit', price: '95' }), order({ leg: 's', orderType: 'stop', price: '105' })]
    const run = played({ tape: pathTape({ A: [100, 94, 106] }), rules: withFees, commands })
    expect(eventsOf(run, 'filled').map((event) => `${event.cause} ${event.role} ${event.price.toFixed()} ${event.fee.toFixed()}`)).toEqual([
      'market taker 100 0.05',
      'limit maker 95 0.019',
      'stop taker 105 0.0525',
    ])
  })

  it('[P2] an order whose price is there already takes at once, at the mark', () => {
    const fillsAt = (words: Parameters<typeof order>[0]) => eventsOf(played({ tape: flat, rules: withFees, commands: [order(words)] }), 'filled').map((event) => `${event.role} ${event.price.toFixed()}`)
    expect(fillsAt({ orderType: 'limit', price: '100' })).toEqual(['taker 100'])
    expect(fillsAt({ orderType: 'limit', price: '110' })).toEqual(['taker 100'])
    expect(fillsAt({ orderType: 'limit', price: '90', side: 'sell' })).toEqual(['taker 100'])
    expect(fillsAt({ orderType: 'stop', price: '100' })).toEqual(['taker 100'])
    expect(fillsAt({ orderType: 'limit', price: '99.99' })).toEqual([])
    expect(fillsAt({ orderType: 'stop', price: '99.99', side: 'sell' })).toEqual([])
  })

  it('[P2] a limit order holds back its initial margin and maker fee; a stop and a reducing order nothing', () => {
    const reserve = (words: Parameters<typeof order>[0]) => played({ tape: flat, rules: withFees, commands: [order({ leg: 'held', pool: 'cross' }), order({ pool: 'cross', ...words })] }).accountAt(1).orders.values().next().value?.reserve.toFixed()
    // 90 / 10 + 90 x 0.0002
    expect(reserve({ orderType: 'limit', price: '90', leg: 'held' })).toBe('9.018')
    expect(reserve({ orderType: 'stop', price: '110', leg: 'held' })).toBe('0')
    expect(reserve({ orderType: 'limit', price: '110', leg: 'held', side: 'sell', reduceOnly: true })).toBe('0')
    // selling 3 against 1 opens 2 at 110: 22 + 220 x 0.0002
    expect(reserve({ orderType: 'limit', price: '110', leg: 'held', side: 'sell', qty: '3' })).toBe('22.044')
  })

  it('[P2] an order that cannot be paid when its price comes is cancelled with the reason', () => {
    const commands = [order({ orderType: 'stop', price: '105', qty: '10', leverage: '10' })]
    const run = played({ tape: pathTape({ A: [100, 110] }), wallet: '100', commands })
    expect(story(run)).toEqual(['resting', 'canceled refused-at-fill insufficient-margin'])
    expect(run.accountAt(1).orders.size).toBe(0)
  })

  it('[P3] adding averages the entry by its value; the leverage stays that of the position', () => {
    const run = played({ tape: pathTape({ A: [100, 110] }), commands: [order({ qty: '3' }), order({ tick: 1, leverage: '2' })] })
    const held = run.accountAt(1).positions.get('A@isolated')
    expect([held?.qty.toFixed(), held?.entryNotional.toFixed(), held?.leverage.toFixed()]).toEqual(['4', '410', '10'])
    // 30 + 110 / 10
    expect(run.accountAt(1).pools.get('isolated:A@isolated')?.cash.toFixed()).toBe('41')
  })

  it('[P3] a larger opposing order closes and opens the rest, as two fills', () => {
    const run = played({ tape: pathTape({ A: [100, 110] }), rules: withFees, commands: [order(), order({ tick: 1, side: 'sell', qty: '3', leverage: '20' })] })
    expect(eventsOf(run, 'filled').slice(1).map((event) => `${event.qty.toFixed()} ${event.realizedPnl.toFixed()} ${event.qtyAfter.toFixed()} ${event.leverage.toFixed()}`)).toEqual(['-1 10 0 10', '-2 0 -2 20'])
    // wallet 10,000 - 0.05 + 10 - 0.055 - 0.11 - 220 / 20
    expect(run.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('9998.785')
    expect(run.accountAt(1).pools.get('isolated:A@isolated')?.cash.toFixed()).toBe('11')
  })

  it('[P3] reversing is closing and opening the same size on the other side', () => {
    const run = played({ tape: flat, commands: [order({ qty: '2', stopLoss: '90' }), command.reverse(1, 'A@isolated')] })
    expect(story(run)).toEqual(['market A@isolated 2 @ 100', 'reverse A@isolated -2 @ 100', 'reverse A@isolated -2 @ 100'])
    const held = run.accountAt(1).positions.get('A@isolated')
    expect([held?.qty.toFixed(), held?.stopLoss]).toEqual(['-2', undefined])
    expect(story(played({ tape: flat, commands: [order({ positionSide: 'long' }), command.reverse(1, 'A@isolated:long')] })).at(-1)).toBe('refused reverse-position wrong-side')
  })

  it('[P3] a reducing order closes what there is and never more', () => {
    const run = played({ tape: flat, commands: [order(), order({ tick: 1, side: 'sell', qty: '5', reduceOnly: true })] })
    expect(story(run).at(-1)).toBe('market A@isolated -1 @ 100')
    expect(run.accountAt(1).positions.size).toBe(0)
  })

  it('[P3] orders that reduce fall with their position; the others stay', () => {
    const commands = [
      order(),
      order({ orderType: 'limit', price: '120', side: 'sell', reduceOnly: true, id: 'reducing' }),
      order({ orderType: 'limit', price: '80', id: 'opening' }),
      command.close(1, 'A@isolated'),
    ]
    const run = played({ tape: pathTape({ A: [100, 100, 80] }), commands })
    expect(story(run).slice(3)).toEqual(['close A@isolated -1 @ 100', 'canceled position-closed', 'limit A@isolated 1 @ 80'])
  })

  it('[P3] stop-loss and take-profit of longs and shorts', () => {
    const at = (words: Parameters<typeof order>[0], marks: readonly number[]) => story(played({ tape: pathTape({ A: marks }), commands: [order({ leverage: '2', ...words })] })).slice(1)
    expect(at({ stopLoss: '95', takeProfit: '110' }, [100, 90])).toEqual(['stop-loss A@isolated -1 @ 95'])
    expect(at({ stopLoss: '95', takeProfit: '110' }, [100, 120])).toEqual(['take-profit A@isolated -1 @ 110'])
    expect(at({ side: 'sell', stopLoss: '105', takeProfit: '90' }, [100, 120])).toEqual(['stop-loss A@isolated 1 @ 105'])
    expect(at({ side: 'sell', stopLoss: '105', takeProfit: '90' }, [100, 80])).toEqual(['take-profit A@isolated 1 @ 90'])
    // on the wrong side of the mark it fires at once
    expect(at({ stopLoss: '105' }, [100, 100])).toEqual(['stop-loss A@isolated -1 @ 100'])
  })

  it('[P3] refused where it would be liquidated at once', () => {
    // 5 % maintenance against 1 / 20 initial margin: equity 5 is at the requirement of 5
    const run = played({ tape: flat, rules: rulesWith({ maintenanceRate: '0.05' }), commands: [order({ leverage: '20' })] })
    const [refusal] = eventsOf(run, 'command-refused')
    expect(refusal?.reason.code === 'liquidated-on-fill' ? [refusal.reason.equity.toFixed(), refusal.reason.maintenance.toFixed()] : refusal?.reason).toEqual(['5', '5'])
    expect(story(played({ tape: flat, rules: rulesWith({ maintenanceRate: '0.05', comparison: 'below' }), commands: [order({ leverage: '20' })] }))).toEqual(['market A@isolated 1 @ 100'])
  })

  it('[P5] the same instrument in several pools, and both sides of a hedge in one', () => {
    const commands = [order(), order({ pool: 'cross', side: 'sell' }), command.add(0, 'bucket:x', '50'), order({ pool: 'bucket:x', positionSide: 'long' }), order({ pool: 'bucket:x', side: 'sell', positionSide: 'short' })]
    const run = played({ tape: flat, commands })
    expect([...run.accountAt(1).positions.values()].map((held) => `${held.pool} ${held.qty.toFixed()}`)).toEqual(['isolated:A@isolated 1', 'cross -1', 'bucket:x 1', 'bucket:x -1'])
    // in the other twins they are side by side all the same
    expect(played({ tape: flat, commands }, 'all-cross').accountAt(1).pools.get('cross')?.legs).toHaveLength(4)
  })
})
