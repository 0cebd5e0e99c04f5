import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { order, pathTape, played, rulesWith } from '../testing/fixtures.ts'
import { patience, times } from '../testing/promises.ts'
import { Decimal } from '../units/decimal.ts'
import { priceOfValue } from '../instruments/valuation.ts'
import { averageEntry } from './averageEntry.ts'
import { calculate } from './calculate.ts'
import { calculated, contract, sceneOf, shown, valuesOf, type SceneWords } from '../testing/calculatorScene.ts'

vi.setConfig({ testTimeout: patience })

const of = (fills: SceneWords['fills'], words: SceneWords = {}, given: Readonly<Record<string, string>> = {}, field = 'averageEntry'): string =>
  calculated(averageEntry, field, given, { ...words, ...(fills === undefined ? {} : { fills }) })

describe('averageEntry', () => {
  it('[A14] Bybit help: 50 and 50 contracts at 10,000 and 15,000 average 12,000; 1 and 2 BTC at 10,000 and 13,000 as well', () => {
    // Bybit "How to Calculate Average Entry Price", testnet.bybit.com/en/help-center/article?id=000001113, read 2026-11-22
    expect(of([['50', '10000'], ['50', '15000']], { type: 'inverse' })).toBe('12000')
    expect(of([['1', '10000'], ['2', '13000']])).toBe('12000')
  })

  it('[A14] Bybit help, P&L calculations: 5,625 of 1,000 and 2,000 at 5,000 and 6,000; 5,375 of 0.5 and 0.3', () => {
    // help.bybit.com/hc/en-us/articles/900000404726 (inverse) and 900000630066 (USDT), read 2026-11-22
    expect(of([['1000', '5000'], ['2000', '6000']], { type: 'inverse' })).toBe('5625')
    expect(of([['0.5', '5000'], ['0.3', '6000']])).toBe('5375')
    expect(of([['0.5', '5000'], ['0.3', '6000']], {}, {}, 'notional')).toBe('4300')
  })

  it('[A14] Bybit calculator: 1, 0.2 and 0.15 at 7,000, 7,500 and 6,900', () => {
    // wuyelx.com/4238.html, a summary of bybit.com/en/help-center/article/Calculator-for-Perpetual-and-Futures, read 2026-11-22, prints 7,062.90;
    // its own fills give (7,000 + 1,500 + 1,035) / 1.35 = 9,535 / 1.35 = 7,062.96…
    expect(new Decimal(of([['1', '7000'], ['0.2', '7500'], ['0.15', '6900']])).toDecimalPlaces(2).toFixed()).toBe('7062.96')
  })

  it('[A14] OKX: 10 at 100,000 and 5 at 160,000 average 120,000; coin-margined 10 at 100,000 and 5 at 80,000 about 92,307', () => {
    // OKX "Calculation of expiry futures contracts' profit and loss", examples as kept at amorrr.com/7837.html, read 2026-11-22
    expect(of([['10', '100000'], ['5', '160000']])).toBe('120000')
    expect(new Decimal(of([['10', '100000'], ['5', '80000']], { type: 'inverse' })).floor().toFixed()).toBe('92307')
  })

  it('[A14] the next fill: what it makes of the average, and which one makes the average wanted', () => {
    expect(of([['1', '100']], {}, { nextPrice: '80', nextSize: '1' })).toBe('90')
    expect(of([['1', '100']], {}, { averageEntry: '90', nextSize: '1' }, 'nextPrice')).toBe('80')
    expect(of([['1', '100']], {}, { averageEntry: '90', nextPrice: '80' }, 'nextSize')).toBe('1')
    // 100 + 85 q = 88 (1 + q), q = 4; towards the price of the fill alone never
    expect(of([['1', '100']], {}, { averageEntry: '88', nextPrice: '85' }, 'nextSize')).toBe('4')
    expect(of([['1', '100']], {}, { averageEntry: '85', nextPrice: '85' }, 'nextSize')).toBe('no-root')
    expect(of([['1', '100']], {}, { averageEntry: '84', nextPrice: '85' }, 'nextSize')).toBe('no-root')
    // 50 / 10,000 + q / 15,000 = (50 + q) / 12,000, q = 50
    expect(of([['50', '10000']], { type: 'inverse', step: '1' }, { averageEntry: '12000', nextPrice: '15000' }, 'nextSize')).toBe('50')
    expect(of([['50', '10000']], { type: 'inverse', step: '1' }, { averageEntry: '12000', nextSize: '50' }, 'nextPrice')).toBe('15000')
  })

  it('[A14] where the step is coarse the average is no worse: a long not above, a short not below what is wanted', () => {
    // 100 + 80 q <= 93.3 (1 + q): q >= 6.7 / 13.3 = 0.5037…
    expect(of([['1', '100']], { step: '0.01' }, { averageEntry: '93.3', nextPrice: '80' }, 'nextSize')).toBe('0.51')
    expect(of([['1', '100']], { step: '0.01', side: 'short' }, { averageEntry: '106.7', nextPrice: '120' }, 'nextSize')).toBe('0.51')
    // one more at 2 x 93.333 - 100 = 86.666, down to the tick
    expect(of([['1', '100']], {}, { averageEntry: '93.333', nextSize: '1' }, 'nextPrice')).toBe('86.66')
  })

  it('[A14] a fill the other way leaves the average; nothing left has none, and past nothing it is the other side', () => {
    expect(of([['2', '100'], ['2', '110'], ['-1', '500']])).toBe('105')
    expect(of([['2', '100'], ['-2', '110'], ['3', '90']])).toBe('90')
    expect([of([['2', '100'], ['-2', '110']]), of([['2', '100'], ['-3', '110']])]).toEqual(['no-position', 'other-side'])
    expect([of([]), of([], {}, { nextPrice: '10', nextSize: '3' }), of([['1', '100']], {}, { nextSize: '3' })]).toEqual(['missing', '10', 'missing'])
  })

  it('[A14] is the average the ledger has after the same fills', () => {
    const fill = fc.record({ size: fc.integer({ min: 1, max: 50 }), at: fc.integer({ min: 50, max: 150 }), adds: fc.constantFrom(true, true, false) })
    const input = fc.record({ fills: fc.array(fill, { minLength: 1, maxLength: 6 }), type: fc.constantFrom('linear', 'inverse'), side: fc.constantFrom('long', 'short') })
    fc.assert(
      fc.property(input, ({ fills, type, side }) => {
        const traded = contract({ type, step: '1' })
        const way = (adds: boolean): 'buy' | 'sell' => (adds === (side === 'long') ? 'buy' : 'sell')
        // all orders stand at the last price of a path that jumps there: each tick has one fill at its own price
        const run = played({
          tape: pathTape({ A: fills.map(({ at }) => at) }, { between: 'jump' }),
          rules: rulesWith({ maintenanceRate: '0' }),
          wallet: '1000000',
          instruments: [traded],
          commands: fills.map(({ size, adds }, tick) => order({ tick, pool: 'cross', leverage: '1', qty: String(size), side: way(adds) })),
        })
        expect(run.events.filter(({ type: event }) => event === 'command-refused' || event === 'pool-breached')).toEqual([])
        const position = run.accountAt(fills.length - 1).positions.get('A@cross')
        const scene = sceneOf({ type, side, step: '1', fills: fills.map(({ size, at, adds }) => [String(adds ? size : -size), String(at)] as const) })
        const found = shown(calculate(averageEntry, valuesOf({}), scene).results.averageEntry)
        if (position === undefined) expect(found).toBe('no-position')
        else if (position.qty.gt(0) !== (side === 'long')) expect(found).toBe('other-side')
        else expect(found).toBe(priceOfValue(position, position.entryNotional).toSignificantDigits(40).toFixed())
      }),
      times(200),
    )
  })

  it('[A13, A14] backwards and forwards again is where it began', () => {
    const input = fc.record({
      type: fc.constantFrom('linear', 'inverse'),
      side: fc.constantFrom('long', 'short'),
      first: fc.record({ size: fc.integer({ min: 1, max: 1000 }), at: fc.integer({ min: 5000, max: 15000 }) }),
      next: fc.record({ size: fc.integer({ min: 1, max: 1000 }), at: fc.integer({ min: 5000, max: 15000 }) }),
    })
    fc.assert(
      fc.property(input, ({ type, side, first, next }) => {
        fc.pre(first.at !== next.at)
        const words: SceneWords = { type, side, step: '1', tick: '1', fills: [[String(first.size), String(first.at)]] }
        const [nextPrice, nextSize] = [String(next.at), String(next.size)]
        const average = calculated(averageEntry, 'averageEntry', { nextPrice, nextSize }, words)
        expect(calculated(averageEntry, 'nextSize', { nextPrice, averageEntry: average }, words)).toBe(nextSize)
        expect(calculated(averageEntry, 'nextPrice', { nextSize, averageEntry: average }, words)).toBe(nextPrice)
      }),
      times(200),
    )
  })
})
