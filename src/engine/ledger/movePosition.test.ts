import { describe, expect, it } from 'vitest'
import { conservationBreaches } from '../testing/promises.ts'
import { command, eventsOf, HOUR, order, pathTape, played, rulesWith, story, tierTable } from '../testing/fixtures.ts'
import { rate } from '../units/quantities.ts'

const flat = pathTape({ A: [100, 100], B: [50, 50] })

/** Cash by pool at the end, as text. */
function cash(run: ReturnType<typeof played>): Record<string, string> {
  return Object.fromEntries([...run.accountAt(run.computed).pools.values()].map((pool) => [pool.id, pool.cash.toFixed()]))
}

describe('movePosition', () => {
  it('[P7] out of an isolated pool all of its cash goes along, and the pool closes', () => {
    // 10,000 - 10 initial margin - 5 added; 15 come back with the position
    const run = played({ tape: flat, commands: [order(), command.add(0, 'A@isolated', '5'), command.move(1, 'A@isolated', 'cross')] })
    expect(eventsOf(run, 'transferred').at(-1)).toMatchObject({ from: 'isolated:A@isolated', to: 'cross', why: 'moved' })
    expect(cash(run)).toEqual({ cross: '10000' })
    expect(run.accountAt(1).positions.get('A@isolated')?.pool).toBe('cross')
  })

  it('[P7, L1] cash that funding made negative is taken over with the gain that stands against it', () => {
    // bought at 100 with 10; after 8 hours at 200: funding 200 x 0.1 = 20, cash 10 - 20 = -10, equity -10 + 100 = 90
    const funding = { type: 'fixed' as const, intervalMillis: 8 * HOUR, rate: rate('0.1'), price: 'mark' as const }
    const tape = pathTape({ A: [100, 200, 200] }, { barMillis: 8 * HOUR })
    const run = played({ tape, rules: rulesWith({ funding }), commands: [order(), command.move(1, 'A@isolated', 'cross')] })
    expect(eventsOf(run, 'transferred').at(-1)).toMatchObject({ from: 'cross', to: 'isolated:A@isolated', why: 'moved' })
    // 10,000 - 10 - 10 taken over - 20 of the second funding, which the wallet pays
    expect(cash(run)).toEqual({ cross: '9960' })
    expect(conservationBreaches(run.events)).toEqual([])
  })

  it('[P7] out of a shared pool goes the initial margin at the mark less the gain, not below zero', () => {
    const moved = (marks: readonly number[]) => {
      const run = played({ tape: pathTape({ A: marks }), commands: [order({ pool: 'cross' }), command.move(1, 'A@cross', 'isolated')] })
      return cash(run)['isolated:A@cross']
    }
    // at 90: 9 + 10 loss = 19; at 105: 10.5 - 5 = 5.5; at 120: 12 - 20 < 0
    expect([moved([100, 90]), moved([100, 105]), moved([100, 120])]).toEqual(['19', '5.5', '0'])
  })

  it('[P7] the pool it leaves must keep its own initial margin', () => {
    const commands = [order({ pool: 'cross', qty: '10' }), order({ pool: 'cross', instrument: 'B', qty: '4' }), command.move(1, 'A@cross', 'isolated')]
    // 120 = 100 for A + 20 for B: just enough; a quantum less is not
    expect(story(played({ tape: flat, wallet: '120', commands })).at(-1)).toBe('market B@cross 4 @ 50')
    // A falls to 99: it needs 99 + 10, the other 20: 129 of 120
    const falling = pathTape({ A: [100, 99], B: [50, 50] })
    expect(story(played({ tape: falling, wallet: '120', commands })).at(-1)).toBe('refused move-position insufficient-margin')
    expect(story(played({ tape: falling, wallet: '129', commands })).at(-1)).toBe('market B@cross 4 @ 50')
    expect(story(played({ tape: falling, wallet: '128.999999999999', commands })).at(-1)).toBe('refused move-position insufficient-margin')
  })

  it('[P7] a winner cannot leave a losing pool behind at its liquidation point', () => {
    // Short 500 A at 100x from 100 to 600: notional 300,000 is in the third tier, maintenance 300,000 x 0.025 - 4,000 = 3,500 is above
    // the initial margin of 3,000. Equity without B: 253,200 - 250,000 = 3,200 covers the one and not the other.
    const tiers = { default: tierTable(['0', '0.005', '0', '100'], ['50000', '0.01', '250', '50'], ['250000', '0.025', '4000', '20']) }
    const commands = [order({ pool: 'cross', side: 'sell', qty: '500', leverage: '100' }), order({ pool: 'cross', instrument: 'B', qty: '1' }), command.move(1, 'B@cross', 'isolated')]
    const tape = pathTape({ A: [100, 600], B: [50, 2050] })
    const words = { tape, rules: rulesWith({ tiers }), commands }
    expect(story(played({ ...words, wallet: '253200' })).at(-1)).toBe('refused move-position liquidated-on-fill')
    expect(story(played({ ...words, wallet: '253500.000000000001' })).at(-1)).toBe('market B@cross 1 @ 50')
  })

  it('[P7] refuses what has no meaning: no position, the same pool, a pool that has one already, fixed walls', () => {
    const both = [order(), order({ pool: 'cross' })]
    const last = (...commands: Parameters<typeof played>[0]['commands'] & object) => story(played({ tape: flat, commands })).at(-1)
    expect(last(command.move(0, 'A@isolated', 'cross'))).toBe('refused move-position no-position')
    expect(last(order(), command.move(1, 'A@isolated', 'isolated'))).toBe('refused move-position same-pool')
    expect(last(...both, command.move(1, 'A@isolated', 'cross'))).toBe('refused move-position position-exists-in-pool')
    const hedge = [order({ positionSide: 'long' }), order({ pool: 'cross', side: 'sell', positionSide: 'short' }), command.move(1, 'A@isolated:long', 'cross')]
    expect(last(...hedge)).toBe('market A@cross:short -1 @ 100')
    for (const walls of ['all-isolated', 'all-cross'] as const) {
      expect(story(played({ tape: flat, commands: [order(), command.move(1, 'A@isolated', 'cross')] }, walls)).at(-1)).toBe('refused move-position walls-are-fixed')
    }
  })

  it('[P7] its resting orders go with it, and the new pool holds their reserve', () => {
    const commands = [command.add(0, 'bucket:x', '100'), order(), order({ orderType: 'limit', price: '90' }), command.move(0, 'A@isolated', 'bucket:x')]
    const run = played({ tape: pathTape({ A: [100, 90] }), commands })
    expect(story(run).at(-1)).toBe('limit A@isolated 1 @ 90')
    expect(run.accountAt(1).pools.get('bucket:x')?.cash.toFixed()).toBe('110')
  })

  it('[M11, P7] strict margin does not leave its wall by a move either', () => {
    const run = played({ tape: pathTape({ A: [100] }), rules: rulesWith({ isolatedMargin: 'add-only' }), commands: [order({ leverage: '2' }), command.move(0, 'A@isolated', 'cross')] })
    expect(eventsOf(run, 'command-refused').map(({ reason }) => reason.code)).toEqual(['more-than-removable'])
    expect(run.accountAt(0).pools.get('isolated:A@isolated')?.cash.toFixed()).toBe('50')
  })
})
