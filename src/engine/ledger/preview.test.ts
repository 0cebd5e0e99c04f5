import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createRun } from '../run/createRun.ts'
import { marksAt, tickTime } from '../run/steps.ts'
import { setupArb } from '../testing/arbitraries.ts'
import { command, instrument, order, pathTape, rulesWith, setupOf } from '../testing/fixtures.ts'
import { lines, patience, times } from '../testing/promises.ts'
import { Decimal } from '../units/decimal.ts'
import { asQty, quote, rate } from '../units/quantities.ts'
import { standardRules } from '../venues/standard/standardRules.ts'
import type { Setup } from '../run/createRun.ts'
import type { Command, PlaceOrder } from './Command.ts'
import { toJson } from './eventJson.ts'
import { maxSize, preview, type PreviewContext } from './preview.ts'

vi.setConfig({ testTimeout: patience })

/** The account after a scenario's last tick, and the place where a further command would be decided. */
function standing(setup: Setup) {
  const run = createRun(setup, 'as-set')
  const tick = setup.tape.time.length - 1
  run.advanceTo(tick)
  const context: PreviewContext = {
    setting: { rules: setup.rules, walls: 'as-set', instruments: new Map(setup.instruments.map((each) => [each.symbol, each])) },
    moment: { tick, at: tickTime(setup.tape, tick), marks: marksAt(setup.tape, tick) },
  }
  return { account: run.accountAt(tick), context }
}

function largest(words: Parameters<typeof setupOf>[0], asked: Command & PlaceOrder): string {
  const { account, context } = standing(setupOf(words))
  return maxSize(account, asked, context).toFixed()
}

const flat = { tape: pathTape({ A: [60000] }), rules: { ...standardRules, tiers: rulesWith().tiers } }

describe('preview', () => {
  it('[P8] is the decision itself on a copy', () => {
    const fixed = setupOf({ ...flat, commands: [order({ qty: '0.1' })] })
    const { account, context } = standing(fixed)
    const before = JSON.stringify(toJson(account))
    const shown = preview(account, command.close(0, 'A@isolated', '0.5'), context)
    expect(shown.ok && shown.value.account.positions.get('A@isolated')?.qty.toFixed()).toBe('0.05')
    expect(preview(account, command.close(0, 'B'), context)).toEqual({ ok: false, error: { code: 'no-position', leg: 'B' } })
    expect(JSON.stringify(toJson(account))).toBe(before)
  })

  it('[P8] gives the events that the run then records', () => {
    fc.assert(
      fc.property(setupArb(), fc.nat(12), (setup, pick) => {
        const last = setup.tape.time.length - 1
        const asked = setup.commands[pick % setup.commands.length]
        fc.pre(asked !== undefined)
        const added = { ...asked, id: 'last', tick: last } as Command
        const { account, context } = standing(setup)
        const shown = preview(account, added, context)
        const run = createRun({ ...setup, commands: [...setup.commands, added] }, 'as-set')
        run.advanceTo(last)
        const recorded = lines(run.events.slice(account.seq))
        if (shown.ok) expect(recorded.slice(0, shown.value.events.length)).toEqual(lines(shown.value.events))
        else expect(run.events[account.seq]).toMatchObject({ type: 'command-refused', commandId: 'last' })
      }),
      times(200),
    )
  })

  it('[P8] the largest size leaves room for margin and fee: 10,000 / (60,000 x (1/10 + 0.0005))', () => {
    // 1.65837479270…, nine digits, rounded down
    expect(largest(flat, order())).toBe('1.65837479')
    expect(largest(flat, order({ pool: 'cross' }))).toBe('1.65837479')
    expect(largest(flat, order({ side: 'sell', leverage: '1' }))).toBe('0.16658337')
    // a bucket pays from its own cash: 100 / 6,030
    expect(largest({ ...flat, commands: [command.add(0, 'bucket:x', '100')] }, order({ pool: 'bucket:x' }))).toBe('0.01658374')
    expect(largest(flat, order({ pool: 'bucket:y' }))).toBe('0')
  })

  it('[P8] a limit order pays its own price and the maker fee', () => {
    // 10,000 / (50,000 x (1/10 + 0.0002))
    expect(largest(flat, order({ orderType: 'limit', price: '50000' }))).toBe('1.99600798')
  })

  it('[P8] a resting stop is sized as the market order it becomes at its price', () => {
    // 10,000 / (70,000 x (1/10 + 0.0005)); at 50,000 it is there already and takes at 60,000
    expect(largest(flat, order({ orderType: 'stop', price: '70000' }))).toBe('1.4214641')
    expect(largest(flat, order({ orderType: 'stop', price: '50000' }))).toBe('1.65837479')
  })

  it('[P8] the limit of the tier bounds it', () => {
    // 100x only up to 50,000
    expect(largest({ ...flat, rules: standardRules }, order({ leverage: '100' }))).toBe('0.83333333')
  })

  it('[P8] steps above one, and prices far from one', () => {
    const shib = { ...flat, tape: pathTape({ A: [0.00001] }), instruments: [instrument('A', { tickSize: '0.00000001', qtyStep: '1000' })] }
    // 10,000 / 0.000001005 = 9,950,248,756.2…, nine digits rounded down to thousands
    expect(largest(shib, order())).toBe('9950248000')
    expect(largest({ ...flat, instruments: [instrument('A', { qtyStep: '5' })] }, order())).toBe('0')
    expect(largest({ ...flat, tape: pathTape({ A: [0] }) }, order())).toBe('0')
  })

  it('[P8] one step is found where it is all there is room for', () => {
    // 0.0000001 at 60,000 and 10x needs 0.0006 and a fee of 0.000003: enough for one step of 0.0000001, not for two
    const words = { ...flat, instruments: [instrument('A', { qtyStep: '0.0000001' })], commands: [command.add(0, 'bucket:x', '0.001')] }
    expect(largest(words, order({ pool: 'bucket:x' }))).toBe('0.0000001')
  })

  it('[P8] what is larger by a step is refused', () => {
    fc.assert(
      fc.property(setupArb(), fc.nat(12), (setup, pick) => {
        const orders = setup.commands.filter((each): each is Command & PlaceOrder => each.type === 'place-order' && !each.reduceOnly && (each.orderType === 'market' || each.orderType === 'limit'))
        const asked = orders[pick % Math.max(1, orders.length)]
        fc.pre(asked !== undefined)
        const { account, context } = standing({ ...setup, rules: { ...setup.rules, fees: { maker: rate('0.0002'), taker: rate('0.0005') } } })
        const at = (size: Decimal) => preview(account, { ...asked, id: 'more', size: { unit: 'base', qty: asQty(size) } }, context).ok
        const size = maxSize(account, { ...asked, id: 'more' }, context)
        const step = Decimal.max(context.setting.instruments.get(asked.instrument)?.qtyStep ?? 0, size.times('1e-7'))
        if (size.gt(0)) expect(at(size)).toBe(true)
        expect(at(size.plus(step))).toBe(false)
      }),
      times(60),
    )
  })

  it('[P8] the maximum size where small sizes are liquidated on their fill: a fixed cost of 5 behind a margin of a cent', () => {
    // 1 A at 0.1 and 10x has 0.01; 1,000 of wallet are the margin of 10,000: 100,000 A. A wallet of 6 has 600 A (6 > 5), one of 4 none.
    const rules = rulesWith({ exitCost: { rate: rate('0'), on: 'mark', fixed: quote('5'), combine: 'sum' }, maintenanceRate: '0' })
    const cheap = { tape: pathTape({ A: [0.1] }), rules, instruments: [instrument('A', { tickSize: '0.0001' })] }
    const most = (wallet: string) => largest({ ...cheap, wallet }, order({ leverage: '10' }))
    expect([most('1000'), most('6'), most('4')]).toEqual(['100000', '600', '0'])
  })
})
