import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { setupArb } from '../testing/arbitraries.ts'
import { command, eventsOf, instrument, order, pathTape, played, rulesWith, type Words } from '../testing/fixtures.ts'
import { conservationBreaches, finished, patience, times } from '../testing/promises.ts'

vi.setConfig({ testTimeout: patience })

/** 5 % maintenance on the mark, nothing else. A long of 1 A at 100 and 10x has 10 and needs 5 % of the mark. */
const rules = rulesWith({ maintenanceRate: '0.05' })

function helped(prices: readonly number[], words: Partial<Words> = {}, upTo?: string) {
  return played({ rules, wallet: '100', tape: pathTape({ A: prices }), commands: [order(), command.autoMargin(0, 'A@isolated', true, upTo)], ...words })
}

function added(run: ReturnType<typeof helped>): readonly string[] {
  return eventsOf(run, 'transferred').filter((event) => event.why === 'auto-added').map((event) => event.amount.toFixed())
}

describe('auto-add margin', () => {
  it('[P12] adds the initial margin once more where the position would have been liquidated', () => {
    // 10 + (P - 100) = 0.05 P at P = 94.73684..; rounded to the tick 94.74, whose tenth is 9.474
    const run = helped([100, 90])
    expect(added(run)).toEqual(['9.474'])
    expect(eventsOf(run, 'pool-breached')).toEqual([])
  })

  it('[P12] as often as the wallet can; then it is liquidated', () => {
    // the wallet of 100 gave 10, then gives 9.474; 19.474 - 100 = -0.95 P: 84.76421 -> 84.76, 8.476; and so on, less each time.
    // Bankrupt at 0 with all of the 100: nothing of it is owed beyond.
    const run = helped([100, 1])
    expect(added(run).slice(0, 2)).toEqual(['9.474', '8.476'])
    expect(eventsOf(run, 'pool-breached')).toEqual([])
    // 25 in all: 15 beside the margin. 9.474, then what is left of it: 5.526, which ends at 25 - 100 = -0.95 P, P = 78.947
    const poor = helped([100, 70], { wallet: '25' })
    expect(added(poor)).toEqual(['9.474', '5.526'])
    expect(eventsOf(poor, 'position-liquidated')[0]?.price.toFixed()).toBe('78.95')
    expect(poor.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('0')
  })

  it('[P12] not beyond the amount the user allowed, nor when it is switched off again', () => {
    const run = helped([100, 70], {}, '12')
    // 9.474, then 2.526: 22 - 100 = -0.95 P at 82.105
    expect(added(run)).toEqual(['9.474', '2.526'])
    expect(eventsOf(run, 'position-liquidated')[0]?.price.toFixed()).toBe('82.11')
    const off = helped([100, 90], { commands: [order(), command.autoMargin(0, 'A@isolated'), command.autoMargin(0, 'A@isolated', false)] })
    expect(added(off)).toEqual([])
    expect(eventsOf(off, 'position-liquidated')).toHaveLength(1)
  })

  it('[P12] [W2] a jump that leaves nothing is not paid for by the wallet', () => {
    // at 90 the equity is 0
    const jump = Uint8Array.from([0, 1])
    const gone = helped([100, 90], { tape: pathTape({ A: [100, 90] }, { jump }) })
    expect(added(gone)).toEqual([])
    expect(gone.accountAt(1).pools.get('cross')?.cash.toFixed()).toBe('90')
    // at 94 it is 4 of the 4.7 it needs: saved by 9.4
    const saved = helped([100, 94], { tape: pathTape({ A: [100, 94] }, { jump }) })
    expect(added(saved)).toEqual(['9.4'])
  })

  it('[P12] nothing is added in vain', () => {
    // at 94 it has 4 and needs 4.7: with the 0.5 that is allowed it would fail all the same
    const run = helped([100, 94], { tape: pathTape({ A: [100, 94] }, { jump: Uint8Array.from([0, 1]) }) }, '0.5')
    expect(added(run)).toEqual([])
    expect(eventsOf(run, 'position-liquidated')).toHaveLength(1)
  })

  it('[P12] what orders hold back and positions of the wallet need is not there for it', () => {
    // 100 - 10 - 89 / 1 held back by the order leaves 1: added, though less than 9.474; a tenth of a percent is not worth it
    const limit = (qty: string) => order({ instrument: 'B', orderType: 'limit', price: '89', leverage: '1', qty })
    const tape = pathTape({ A: [100, 90], B: [100, 100] })
    const commands = (qty: string) => [order(), limit(qty), command.autoMargin(0, 'A@isolated')]
    expect(added(helped([], { tape, commands: commands('1') }))).toEqual(['1'])
    expect(added(helped([], { tape, commands: commands('1.01') }))).toEqual(['0.11'])
    expect(added(helped([], { tape, commands: commands('1.011') }))).toEqual([])
  })

  it('[P12] is refused where the walls share the collateral', () => {
    const run = played({ rules, tape: pathTape({ A: [100] }), commands: [order(), command.autoMargin(0, 'A@isolated')] }, 'all-cross')
    expect(eventsOf(run, 'command-refused')[0]?.reason).toEqual({ code: 'shared-by-walls', pool: 'cross' })
    expect(eventsOf(played({ tape: pathTape({ A: [100] }), commands: [command.autoMargin(0, 'A@isolated')] }), 'command-refused')[0]?.reason.code).toBe('no-position')
  })

  it('[P12] [L1] [W2] only positions whose owner asked are added to, never more than allowed, and the ledger sums to zero', () => {
    fc.assert(
      fc.property(setupArb(), (setup) => {
        const { events } = finished(setup, 'as-set')
        const allowed = new Map<string, string | undefined>()
        for (const event of events) {
          if (event.type === 'auto-margin-set') {
            if (event.on) allowed.set(event.leg, event.upTo?.toFixed())
            else allowed.delete(event.leg)
          }
          if (event.type !== 'transferred' || event.why !== 'auto-added') continue
          const leg = event.to.slice('isolated:'.length)
          expect(allowed.has(leg)).toBe(true)
          const most = allowed.get(leg)
          if (most !== undefined) expect(event.amount.lte(most)).toBe(true)
        }
        expect(conservationBreaches(events)).toEqual([])
      }),
      times(300),
    )
  })

  it('[P12, M7, K5] the wallet gives what it can spare at the mark, also where another price triggers', () => {
    // A's last goes to 90.4: 10 + P - 100 = 0.005 P at 90.4523, after 0.99455 of the way; B's mark is 92.04 there, its last still 100.
    // The wallet has 90 - 5 x 7.96 - a tenth of 460.2 = 4.18; at B's last it would be 40.
    const marks = pathTape({ A: [100, 100], B: [100, 92] })
    const last = (symbol: string, prices: readonly number[]) => ({ instrument: symbol, kind: 'last' as const, close: Float64Array.from(prices) })
    const tape = { ...marks, series: [...marks.series, last('A', [100, 90.4]), last('B', [100, 100])] }
    const instruments = [instrument('A'), instrument('B')]
    const byLast = rulesWith({ liquidation: { ...rulesWith().liquidation, trigger: 'last' } })
    const commands = [order(), order({ instrument: 'B', pool: 'cross', qty: '5' }), command.autoMargin(0, 'A@isolated')]
    expect(added(played({ rules: byLast, wallet: '100', tape, instruments, commands }))).toEqual(['4.18'])
  })
})
