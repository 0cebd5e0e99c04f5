import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../engine/index.ts'
import type { MarginReport } from './marginReport.ts'
import { ROOT, runOn, runText } from './testing/runText.ts'

type PositionReport = MarginReport['positions'][number]
type Price = PositionReport['liquidationPrice']

async function margin(document: unknown): Promise<MarginReport> {
  const { code, out, err } = await runOn(document, ['margin', '-'])
  if (code !== 0) throw new Error(err)
  return JSON.parse(out) as MarginReport
}

const exact = (answer: Price): Decimal => new Decimal('exact' in answer ? answer.exact : NaN)

describe('margin', () => {
  it('the book of acceptance 3, from its derivation', async () => {
    const { out } = await runText(['margin', 'docs/examples/long-and-short.book.json'])
    const [long, short] = (JSON.parse(out) as MarginReport).positions
    // E - M = q P - m P  =>  P = (60,000 - 6,000) / (1 - 0.005); short: (60,000 + 6,000) / (1 + 0.005)
    const root = (num: number, den: string): string => new Decimal(num).div(den).toSignificantDigits(40).toFixed()
    expect(long?.liquidationPrice).toEqual({ price: '54271.36', exact: root(54_000, '0.995'), direction: 'falling' })
    expect(short?.liquidationPrice).toEqual({ price: '65671.64', exact: root(66_000, '1.005'), direction: 'rising' })
    expect(root(54_000, '0.995')).toMatch(/^54271\.35678391959798/)
    expect(root(66_000, '1.005')).toMatch(/^65671\.64179104477611/)
  })

  /** Binance FAQ, in freqtrade/freqtrade tests/exchange/test_exchange.py (test_liquidation_price_binance): cross and isolated. */
  it('the positions of Binance’s help page', async () => {
    const text = readFileSync(join(ROOT, 'docs/examples/venue-payload.book.json'), 'utf8')
    const cross = JSON.parse(text) as { positions: object[] }
    const answers = async (document: unknown): Promise<string[]> => (await margin(document)).positions.map((each) => exact(each.liquidationPrice).toFixed(2))
    expect(await answers(cross)).toEqual(['1153.26', '26316.89'])
    const isolated = { ...cross, wallet: 0, positions: cross.positions.map((each) => ({ ...each, pool: 'isolated', margin: '1535443.01' })) }
    expect(await answers(isolated)).toEqual(['1114.78', '18778.73'])
  })

  it('a hedge pair in one pool shares its price; a covered long and a hedged book have none, with the reason', async () => {
    const { out } = await runText(['margin', 'docs/examples/walls.book.json'])
    const { positions } = JSON.parse(out) as MarginReport
    const price = (leg: string): Price | undefined => positions.find((each) => each.leg === leg)?.liquidationPrice
    expect(price('BTC-PERP@bucket:majors:long')).toEqual(price('BTC-PERP@bucket:majors:short'))
    expect(price('XRP-PERP@cross')).toEqual({ none: 'fully-collateralized' })
    const pair = { schema: 1, marks: { A: 10 }, wallet: 100, positions: [{ instrument: 'A', pool: 'cross', qty: 1, entryPrice: 10 }, { instrument: 'A', pool: 'cross', qty: -1, entryPrice: 10, leg: 'short' }] }
    // Net of the pair only the requirement moves: 2 x 0.005 x P = 100 at 10,000, rising.
    expect((await margin(pair)).positions.map((each) => each.liquidationPrice)).toEqual([
      { price: '10000', exact: '10000', direction: 'rising' },
      { price: '10000', exact: '10000', direction: 'rising' },
    ])
  })

  it('a pool at its requirement is liquidatable, one without equity has no ratio', async () => {
    const book = (isolated: string): unknown => ({ schema: 1, marks: { A: 100 }, positions: [{ instrument: 'A', pool: 'isolated', qty: 1, entryPrice: 100, margin: isolated }] })
    const pool = async (isolated: string): Promise<unknown> => {
      const found = (await margin(book(isolated))).pools.find(({ id }) => id !== 'cross')
      return [found?.liquidatable, found?.marginRatio]
    }
    // requirement 100 x 0.005 = 0.5
    expect(await pool('0.5')).toEqual([true, '1'])
    // 0.5 / 0.500000000001 = 0.999999999998000…04, rounded up
    expect(await pool('0.500000000001')).toEqual([false, '0.999999999999'])
    expect(await pool('0')).toEqual([true, { none: 'no-equity' }])
    expect(await pool('-1')).toEqual([true, { none: 'no-equity' }])
  })

  it('--csv gives one row a position, every figure of it', async () => {
    const { out } = await runText(['margin', 'docs/examples/walls.book.json', '--csv'])
    const [header = '', ...rows] = out.trimEnd().split('\r\n')
    expect(rows).toHaveLength(9)
    for (const row of rows) expect(row.split(',')).toHaveLength(header.split(',').length)
    expect(rows[0]).toContain('BTC-PERP@cross,BTC-PERP,cross,long,2,58500,60000,120000')
  })
})

/** N m - c of a table in the order of its rows. */
interface Row {
  readonly cap: Decimal | undefined
  readonly rate: Decimal
  readonly amount: Decimal
}

function tiers(steps: readonly { readonly width: number; readonly rise: number }[]): readonly Row[] {
  let cap = new Decimal(0)
  let rate = new Decimal(0)
  let amount = new Decimal(0)
  return steps.map(({ width, rise }, index) => {
    const next = rate.plus(new Decimal(rise).div(1000))
    amount = amount.plus(index === 0 ? 0 : cap.times(next.minus(rate)))
    rate = next
    cap = cap.plus(width)
    return { cap: index === steps.length - 1 ? undefined : cap, rate, amount }
  })
}

function requirement(table: readonly Row[], notional: Decimal): Decimal {
  const row = table.find(({ cap }) => cap === undefined || notional.lte(cap))
  return row === undefined ? new Decimal(NaN) : notional.times(row.rate).minus(row.amount)
}

describe('[M1] at the printed price the pool’s equity is its requirement', () => {
  const step = fc.record({ width: fc.integer({ min: 1000, max: 200_000 }), rise: fc.integer({ min: 1, max: 15 }) })
  const holding = fc.record({
    qty: fc.integer({ min: 1, max: 500_000 }).map((value) => new Decimal(value).div(1000)),
    isShort: fc.boolean(),
    entry: fc.integer({ min: 50, max: 150 }),
    mark: fc.integer({ min: 80, max: 120 }),
  })

  it('for random cross books of one to five instruments and random tables, computed here from the input alone', async () => {
    const input = fc.record({
      table: fc.array(step, { minLength: 1, maxLength: 5 }).map(tiers),
      holdings: fc.array(holding, { minLength: 1, maxLength: 5 }),
      wallet: fc.integer({ min: 1, max: 100_000 }),
    })
    await fc.assert(
      fc.asyncProperty(input, async ({ table, holdings, wallet }) => {
        const rows = table.map(({ cap, rate }) => (cap === undefined ? { maintenanceRate: rate.toFixed() } : { cap: cap.toFixed(), maintenanceRate: rate.toFixed() }))
        const report = await margin({
          schema: 1,
          rules: { extends: 'plain', tiers: { default: rows } },
          marks: Object.fromEntries(holdings.map(({ mark }, i) => [`I${i}`, mark])),
          wallet,
          positions: holdings.map(({ qty, isShort, entry }, i) => ({ instrument: `I${i}`, pool: 'cross', qty: (isShort ? qty.neg() : qty).toFixed(), entryPrice: entry })),
        })
        const surplus = (prices: readonly Decimal[]): Decimal =>
          holdings.reduce((total, { qty, isShort, entry }, i) => {
            const price = prices[i] ?? new Decimal(NaN)
            const pnl = price.minus(entry).times(isShort ? qty.neg() : qty)
            return total.plus(pnl).minus(requirement(table, qty.times(price)))
          }, new Decimal(wallet))
        const marks = holdings.map(({ mark }) => new Decimal(mark))
        report.positions.forEach(({ liquidationPrice }, i) => {
          const at = (price: Decimal): Decimal => surplus(marks.map((mark, k) => (k === i ? price : mark)))
          if ('none' in liquidationPrice) {
            if (liquidationPrice.none === 'already-liquidatable') expect(surplus(marks).lte(0)).toBe(true)
            else for (const price of ['0.000001', '50', '100', '200', '1000000']) expect([price, at(new Decimal(price)).gt(0)]).toEqual([price, true])
            return
          }
          const root = exact(liquidationPrice)
          // 40 digits of a price below 1e9, times at most 5e5 units
          expect(at(root).abs().lt('1e-20')).toBe(true)
          expect(surplus(marks).gt(0)).toBe(true)
          const towardMark = liquidationPrice.direction === 'falling' ? '0.000001' : '-0.000001'
          expect(at(root.plus(towardMark)).gt(0)).toBe(true)
          const tick = new Decimal('price' in liquidationPrice ? liquidationPrice.price : NaN)
          expect(liquidationPrice.direction === 'falling' ? tick.gte(root) : tick.lte(root)).toBe(true)
          expect(tick.minus(root).abs().lt('0.01')).toBe(true)
        })
      }),
      { numRuns: 150 },
    )
  })
})
