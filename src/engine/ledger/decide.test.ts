import { describe, expect, it } from 'vitest'
import { command, eventsOf, order, pathTape, played, rulesWith, story, tierTable } from '../testing/fixtures.ts'
import { quote, rate } from '../units/quantities.ts'
import type { Rules } from '../venues/Rules.ts'

const flat = pathTape({ A: [100, 100], B: [50, 50] })
const last = (words: Parameters<typeof played>[0]) => story(played(words)).at(-1)

/** Whether a command at tick 1 goes through; the amount is the last word of it. */
function accepted(words: Parameters<typeof played>[0]): boolean {
  return eventsOf(played(words), 'command-refused').length === 0
}

describe('decide', () => {
  it('[P1] a refused command changes nothing but the record of its refusal', () => {
    // the flip closes 1 and cannot pay for the 999 beyond: nothing of it remains
    const run = played({ tape: flat, wallet: '100', commands: [order(), order({ tick: 1, side: 'sell', qty: '1000', id: 'flip' })] })
    const before = run.accountAt(0)
    const after = run.accountAt(1)
    expect(run.events.at(-1)).toMatchObject({ type: 'command-refused', commandId: 'flip', command: 'place-order' })
    expect({ ...after, seq: 0 }).toEqual({ ...before, seq: 0 })
    expect(after.seq).toBe(before.seq + 1)
  })

  it('[P1] cancelling, closing and protecting need something to act on', () => {
    expect(last({ tape: flat, commands: [command.cancel(0, 'c9')] })).toBe('refused cancel-order unknown-order')
    expect(last({ tape: flat, commands: [command.close(0, 'A@isolated')] })).toBe('refused close-position no-position')
    expect(last({ tape: flat, commands: [command.reverse(0, 'A@isolated')] })).toBe('refused reverse-position no-position')
    expect(last({ tape: flat, commands: [command.protect(0, 'A@isolated', { stopLoss: '90' })] })).toBe('refused set-protection no-position')
    expect(last({ tape: flat, commands: [order(), command.protect(0, 'A@isolated', { stopLoss: '90.001' })] })).toBe('refused set-protection price-not-on-tick')
    expect(last({ tape: flat, commands: [order(), command.close(0, 'A@isolated', '0')] })).toBe('refused close-position quantity-zero')
    expect(last({ tape: flat, commands: [order(), command.close(0, 'A@isolated', '-1')] })).toBe('refused close-position nothing-to-reduce')
    expect(last({ tape: flat, commands: [order(), command.close(0, 'A@isolated', '3')] })).toBe('close A@isolated -1 @ 100')
    expect(last({ tape: flat, commands: [order(), command.close(0, 'A@isolated'), command.close(1, 'A@isolated')] })).toBe('refused close-position no-position')
    expect(last({ tape: flat, commands: [order({ orderType: 'limit', price: '90', id: 'x' }), command.cancel(1, 'x')] })).toBe('canceled by-user')
  })

  it('[M7] cash leaves the wallet up to its free collateral; a quantum more is refused', () => {
    // 1 long A in cross from 100 to 95: 10,000 - 5 loss - 9.5 initial margin = 9,985.5 free
    const words = (amount: string, from: 'withdraw' | 'add') => ({
      tape: pathTape({ A: [100, 95], B: [50, 50] }),
      commands: [order({ pool: 'cross' }), from === 'withdraw' ? command.withdraw(1, amount) : command.add(1, 'bucket:x', amount)],
    })
    expect(accepted(words('9985.5', 'withdraw'))).toBe(true)
    expect(accepted(words('9985.500000000001', 'withdraw'))).toBe(false)
    expect(accepted(words('9985.5', 'add'))).toBe(true)
    expect(accepted(words('9985.500000000001', 'add'))).toBe(false)
  })

  it('[M7] gains of the pool are not cash: only what was put in can leave', () => {
    const words = (amount: string) => ({ tape: pathTape({ A: [100, 150] }), commands: [order(), command.add(0, 'A@isolated', '40'), command.remove(1, 'A@isolated', amount)] })
    // free: 50 + 50 - 15 = 85, cash: 50
    expect(accepted(words('50'))).toBe(true)
    expect(accepted(words('50.000000000001'))).toBe(false)
  })

  it('[M7] an isolated pool keeps its initial margin at the mark', () => {
    // short 2 from 100 to 110, 20 + 30 put in: 50 - 20 loss - 22 = 8 removable
    const words = (amount: string) => ({
      tape: pathTape({ A: [100, 110] }),
      commands: [order({ side: 'sell', qty: '2' }), command.add(0, 'A@isolated', '30'), command.remove(1, 'A@isolated', amount)],
    })
    expect(accepted(words('8'))).toBe(true)
    expect(accepted(words('8.000000000001'))).toBe(false)
  })

  it('[M7] never so much that the pool would be liquidated for it', () => {
    // Short 500 at 100x from 100 to 600 is in the third tier: maintenance 300,000 x 0.025 - 4,000 = 3,500, initial margin only 3,000.
    // Put in 500 + 260,000, equity 260,500 - 250,000 = 10,500: removable 7,000, and equity at the requirement liquidates: a quantum less.
    const tiers = { default: tierTable(['0', '0.005', '0', '100'], ['50000', '0.01', '250', '50'], ['250000', '0.025', '4000', '20']) }
    const words = (amount: string, comparison: 'at-or-below' | 'below') => ({
      tape: pathTape({ A: [100, 600] }),
      wallet: '1000000',
      rules: rulesWith({ tiers, comparison }),
      commands: [order({ side: 'sell', qty: '500', leverage: '100' }), command.add(0, 'A@isolated', '260000'), command.remove(1, 'A@isolated', amount)],
    })
    expect(last(words('6999.999999999999', 'at-or-below'))).toBe('market A@isolated -500 @ 100')
    expect(last(words('7000', 'at-or-below'))).toBe('refused remove-margin more-than-removable')
    expect(last(words('7000', 'below'))).toBe('market A@isolated -500 @ 100')
    expect(last(words('7000.000000000001', 'below'))).toBe('refused remove-margin more-than-removable')
  })

  it('[M7] a bucket without positions gives back all it has; one that was never opened has nothing', () => {
    expect(accepted({ tape: flat, commands: [command.add(0, 'bucket:x', '7'), command.remove(1, 'bucket:x', '7')] })).toBe(true)
    expect(accepted({ tape: flat, commands: [command.add(0, 'bucket:x', '7'), command.remove(1, 'bucket:x', '7.000000000001')] })).toBe(false)
    expect(last({ tape: flat, commands: [command.remove(0, 'bucket:x', '1')] })).toBe('refused remove-margin more-than-removable')
  })

  it('[P1] margin goes where there is a wall of its own', () => {
    expect(last({ tape: flat, commands: [order({ pool: 'cross' }), command.add(0, 'A@cross', '5')] })).toBe('refused add-margin shared-by-walls')
    expect(last({ tape: flat, commands: [command.add(0, 'A@isolated', '5')] })).toBe('refused add-margin no-position')
    expect(last({ tape: flat, commands: [order(), command.add(0, 'A@isolated', '0')] })).toBe('refused add-margin amount-not-positive')
    expect(last({ tape: flat, commands: [order(), command.remove(0, 'A@isolated', '-1')] })).toBe('refused remove-margin amount-not-positive')
    expect(last({ tape: flat, commands: [command.deposit(0, '0')] })).toBe('refused deposit amount-not-positive')
    expect(last({ tape: flat, commands: [command.withdraw(0, '-5')] })).toBe('refused withdraw amount-not-positive')
    for (const walls of ['all-isolated', 'all-cross'] as const) {
      expect(story(played({ tape: flat, commands: [command.add(0, 'bucket:x', '5')] }, walls))).toEqual(['refused add-margin shared-by-walls'])
    }
  })

  it('[P1] what a twin cannot afford is recorded as refused there and done in the others', () => {
    const commands = [order({ qty: '6' }), order({ instrument: 'B', qty: '10', tick: 1 })]
    const tape = pathTape({ A: [100, 110], B: [50, 50] })
    // A: 6 x 100 / 10 = 60 margin. At 110: cross has 100 + 60 gain - 66 = 94 free, isolated 40. B needs 50.
    expect(story(played({ tape, wallet: '100', commands }, 'all-cross'))).toEqual(['market A@isolated 6 @ 100', 'market B@isolated 10 @ 50'])
    expect(story(played({ tape, wallet: '100', commands }, 'all-isolated'))).toEqual(['market A@isolated 6 @ 100', 'refused place-order insufficient-margin'])
  })

  it('[P6] in a shared pool leverage changes the initial margin and no cash', () => {
    const words = (wallet: string) => ({ tape: flat, wallet, commands: [order({ pool: 'cross' }), command.leverage(1, 'A@cross', '4')] })
    // 100 / 4 = 25
    expect(accepted(words('25'))).toBe(true)
    expect(accepted(words('24.999999999999'))).toBe(false)
    expect(eventsOf(played(words('25')), 'transferred')).toEqual([])
  })

  it('[P6] an isolated pool follows the initial margin at entry, down only as far as it is free', () => {
    const moved = (marks: readonly number[], leverage: string) =>
      eventsOf(played({ tape: pathTape({ A: marks }), commands: [order(), command.leverage(1, 'A@isolated', leverage)] }), 'transferred')
        .filter((event) => event.why === 'leverage')
        .map((event) => `${event.from} ${event.amount.toFixed()}`)
    // entry 100: 10 at 10x, 20 at 5x, 5 at 20x
    expect(moved([100, 110], '5')).toEqual(['cross 10'])
    expect(moved([100, 110], '20')).toEqual(['isolated:A@isolated 5'])
    // at 96: equity 10 - 4 = 6, initial margin at 20x 4.8: only 1.2 is free
    expect(moved([100, 96], '20')).toEqual(['isolated:A@isolated 1.2'])
    // at 92: equity 2 is below 4.6: nothing is released at a loss
    expect(moved([100, 92], '20')).toEqual([])
  })

  it('[P6] refuses leverage below one, above the limit of the tier, or more than the wallet can follow', () => {
    const refusal = (leverage: string, wallet = '10000') => last({ tape: flat, wallet, commands: [order(), command.leverage(1, 'A@isolated', leverage)] })
    expect(refusal('0.9')).toBe('refused set-leverage leverage-below-one')
    expect(refusal('100.1')).toBe('refused set-leverage leverage-above-limit')
    expect(refusal('5', '19.999999999999')).toBe('refused set-leverage insufficient-margin')
    expect(refusal('5', '20')).toBe('market A@isolated 1 @ 100')
    expect(last({ tape: flat, commands: [command.leverage(0, 'A@isolated', '5')] })).toBe('refused set-leverage no-position')
  })

  it('[P4] a part of an isolated position takes its part of the cash along, with the result of the trade', () => {
    const fees = { maker: rate('0'), taker: rate('0.001') }
    const run = played({ tape: pathTape({ A: [100, 110] }), rules: rulesWith({ fees }), commands: [order({ qty: '4' }), command.close(1, 'A@isolated', '0.25')] })
    // 40 margin; a quarter: 10 + gain 10 - fee 110 x 0.001 = 0.11
    expect(eventsOf(run, 'transferred').at(-1)?.amount.toFixed()).toBe('19.89')
    expect(run.accountAt(1).pools.get('isolated:A@isolated')?.cash.toFixed()).toBe('30')
    // wallet: 10,000 - 40 - fee 0.4 + 19.89
    expect(run.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('9979.49')
  })

  it('[P4] nothing comes back where loss and fee eat the part', () => {
    const fees = { maker: rate('0'), taker: rate('0.03') }
    const run = played({ tape: pathTape({ A: [100, 92] }), rules: rulesWith({ fees }), commands: [order({ qty: '2' }), command.close(1, 'A@isolated', '0.5')] })
    // margin 20; half of it 10 - 8 loss - fee 92 x 0.03 = 2.76 is below zero: the rest 20 - 8 - 2.76 = 9.24 stays
    expect(eventsOf(run, 'transferred').map((event) => event.why)).toEqual(['initial-margin'])
    expect(run.accountAt(1).pools.get('isolated:A@isolated')?.cash.toFixed()).toBe('9.24')
  })

  it('[P4, W2] closing the whole returns what is left; what a fee takes beyond it is not the wallet\'s', () => {
    const words = (taker: string) => ({
      tape: pathTape({ A: [100, 92] }),
      wallet: '1000',
      rules: rulesWith({ fees: { maker: rate('0'), taker: rate(taker) } }),
      commands: [order(), command.close(1, 'A@isolated')],
    })
    // 10 - 8 - 92 x 0.01 = 1.08 comes back: 1,000 - 10 - 1 (opening fee) + 1.08
    expect(played(words('0.01')).accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('990.08')
    // 10 - 8 - 92 x 0.03 = -0.76 is borne by the insurance fund: 1,000 - 10 - 3
    const short = played(words('0.03'))
    expect(short.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('987')
    expect(eventsOf(short, 'bad-debt-covered').map((event) => event.amount.toFixed())).toEqual(['0.76'])
    expect(short.accountAt(1).totals.get('A@isolated')?.badDebt.toFixed()).toBe('0.76')
  })

  it('[P6] cash of an isolated position follows the initial margin, not the leverage alone: least rates and closing costs count', () => {
    const cash = (rules: Rules, leverage: string) =>
      played({ tape: pathTape({ A: [100] }), rules, commands: [order({ leverage: '50' }), command.leverage(0, 'A@isolated', leverage)] }).accountAt(0).pools.get('isolated:A@isolated')?.cash.toFixed()
    // 100 at a least rate of 10 %: 10 at 50x and at 20x, 20 at 5x
    const least = rulesWith({ tiers: { default: tierTable(['0', '0.01', '0', '100', '0.1']) } })
    expect([cash(least, '20'), cash(least, '5')]).toEqual(['10', '20'])
    // 1 % of 100 (1 - 1/L) on top of 100 / L: 2.98 at 50x, 10.9 at 10x
    const fee = rulesWith({ initialWithExitCost: true, exitCost: { rate: rate('0.01'), on: 'entry-bankruptcy', fixed: quote('0'), combine: 'sum' } })
    expect([cash(fee, '50'), cash(fee, '10')]).toEqual(['2.98', '10.9'])
  })
})
