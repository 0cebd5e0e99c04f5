import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../engine/index.ts'
import type { MarginReport } from './marginReport.ts'
import { runOn } from './testing/runText.ts'

type PositionReport = MarginReport['positions'][number]

async function positions(document: object): Promise<readonly PositionReport[]> {
  const { code, out, err } = await runOn({ schema: 1, ...document }, ['margin', '-'])
  if (code !== 0) throw new Error(err)
  return (JSON.parse(out) as MarginReport).positions
}

const both = ({ bankruptcyPrice, bankruptcyPriceWithFee }: PositionReport, places: number): readonly string[] =>
  [bankruptcyPrice, bankruptcyPriceWithFee].map((answer) => ('exact' in answer ? new Decimal(answer.exact).toFixed(places) : answer.none))

describe('bankruptcyPrice and bankruptcyPriceWithFee', () => {
  it('[M19] a coin-margined long as Bybit states it: 10,000 x 1.00075 / (10,000/8,000 + 0.5) = 5,718.57', async () => {
    const book = {
      rules: { extends: 'bybit-inverse', fees: { taker: '0.00075' }, exitCost: { rate: '0.00075' } },
      marks: { BTCUSD: '8000' },
      wallet: '0.5',
      positions: [{ instrument: 'BTCUSD', pool: 'cross', side: 'Buy', qty: '10000', entryPrice: '8000', leverage: '50', tier: { maintenanceRate: '0.005' } }],
    }
    // without the fee 10,000 / 1.75
    expect((await positions(book)).map((each) => both(each, 2))).toEqual([['5714.29', '5718.57']])
  })

  it('[M19] a short as Phemex states it: (14 x 0.009446 + 0.02662801568) / (14 x 1.0006) = 0.011341', async () => {
    const book = {
      rules: 'phemex',
      marks: { RSRUSDT: '0.009245' },
      positions: [{ instrument: 'RSRUSDT', pool: 'isolated', qty: '-14', entryPrice: '0.009446', margin: '0.02662801568', leverage: '5', tier: { maintenanceRate: '0.01' } }],
    }
    expect((await positions(book)).map((each) => both(each, 6))).toEqual([['0.011348', '0.011341']])
  })

  it('[M19] the fee is the one the test counts, else the taker fee; both legs of a hedge share the price', async () => {
    const marks = { A: '100', B: '10' }
    const held = [
      { instrument: 'A', pool: 'cross', qty: '3', entryPrice: '110' },
      { instrument: 'A', pool: 'cross', qty: '-1', entryPrice: '90' },
      { instrument: 'B', pool: 'cross', qty: '10', entryPrice: '9' },
    ]
    const told = async (rules: object): Promise<readonly string[]> => (await positions({ rules: { extends: 'plain', ...rules }, marks, wallet: '70', positions: held })).slice(0, 2).map((each) => both(each, 8)[1] ?? '')
    // 70 - 30 - 10 + 10 = 40 of equity; (2 x 100 - 40) / (2 - f x 4)
    expect(await told({ fees: { maker: '0', taker: '0.01' }, exitCost: { rate: '0' } })).toEqual(['81.63265306', '81.63265306'])
    expect(await told({ fees: { maker: '0', taker: '0.01' }, exitCost: { rate: '0.02' } })).toEqual(['83.33333333', '83.33333333'])
  })

  it('[M19] where closing costs nothing the two are one, for assets, other positions and an index that liquidates too', async () => {
    const sizes = fc.integer({ min: -20, max: 20 }).filter((n) => n !== 0)
    const input = fc.record({ sizes: fc.array(sizes, { minLength: 1, maxLength: 3 }), wallet: fc.integer({ min: -50, max: 3000 }), others: fc.integer({ min: -40, max: 40 }), isInverse: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(input, async ({ sizes: held, wallet, others, isInverse }) => {
        const book = {
          rules: { extends: 'plain', contract: isInverse ? 'inverse' : 'linear', fees: { maker: '0', taker: '0' }, liquidation: { trigger: 'index' }, collateral: { U: '0.1' } },
          marks: Object.fromEntries(held.map((_, i) => [`S${i}`, { mark: '100', index: '101' }])),
          instruments: held.map((_, i) => ({ symbol: `S${i}`, base: 'C' })),
          wallet: String(wallet),
          otherPositions: { unrealizedPnl: String(others) },
          collateral: [{ asset: 'U', amount: '30', price: '1' }],
          positions: held.map((size, i) => ({ instrument: `S${i}`, pool: 'cross', qty: String(isInverse ? size * 1000 : size), entryPrice: '99' })),
        }
        for (const each of await positions(book)) {
          const [without, withFee] = both(each, 12)
          // A pool that is bankrupt already has a price for it all the same.
          if (without !== 'already-liquidatable') expect(withFee).toBe(without)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('an initial rate of 0 leaves no leverage to print', async () => {
    const book = { rules: 'plain', marks: { A: '1' }, positions: [{ instrument: 'A', pool: 'cross', qty: '1', entryPrice: '1', tier: { maintenanceRate: '0', initialRate: '0' } }] }
    expect((await positions(book)).map(({ leverage, initialMargin }) => [leverage, initialMargin])).toEqual([[{ none: 'no-initial-margin' }, '0']])
    const { out } = await runOn({ schema: 1, ...book }, ['margin', '-', '--csv'])
    expect(out).not.toContain('object')
  })
})
