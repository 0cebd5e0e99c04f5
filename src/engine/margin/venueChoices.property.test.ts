import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookAccount } from '../ledger/bookAccount.ts'
import { instrument, heldPosition, rulesWith } from '../testing/fixtures.ts'
import { asPrice, price, quote, rate, type Price } from '../units/quantities.ts'
import type { Decimal } from '../units/decimal.ts'
import type { Rules, TierTable } from '../venues/Rules.ts'
import { accountView } from './accountView.ts'
import { exactEquity, requirementOf } from './poolMargin.ts'

/** Tables with amounts that make them continuous, with none (the rate of the whole position), or with any. */
const table: fc.Arbitrary<TierTable> = fc
  .record({ floors: fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { maxLength: 3 }), rates: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 4 }), amounts: fc.constantFrom('continuous', 'none', 'some') })
  .map(({ floors, rates, amounts }) => {
    const starts = [0, ...floors.toSorted((a, b) => a - b)]
    const sorted = rates.toSorted((a, b) => a - b)
    let amount = 0
    return starts.map((floor, i) => {
      const before = sorted[i - 1]
      const own = sorted[i] ?? 1
      if (i > 0 && before !== undefined) amount += floor * (own - before)
      const deducted = amounts === 'continuous' ? amount : amounts === 'some' ? Math.min(amount, floor) : 0
      return {
        floor: quote(String(floor)), cap: starts[i + 1] === undefined ? undefined : quote(String(starts[i + 1])),
        maintenanceRate: rate(String(own / 200)), maintenanceAmount: quote(String(deducted / 200)), maxLeverage: rate('5'), initialRate: undefined,
      }
    })
  })

const rulesArb: fc.Arbitrary<Rules> = fc
  .record({
    table,
    tiersBy: fc.constantFrom<Rules['tiersBy']>('notional', 'notional', 'size'),
    tierBoundary: fc.constantFrom<Rules['tierBoundary']>('cap-inclusive', 'floor-inclusive'),
    maintenanceOn: fc.constantFrom<Rules['maintenanceOn']>('mark', 'mark', 'entry'),
    minimumMaintenance: fc.constantFrom('0', '0', '3').map(quote),
    scaling: fc.constantFrom<Rules['sizeScaling']['default']>({ type: 'none' }, { type: 'linear', slope: rate('0.002'), from: quote('1') }, { type: 'sqrt', factor: rate('0.02') }),
    exit: fc.record({
      rate: fc.constantFrom('0', '0.0005', '0.02').map(rate),
      on: fc.constantFrom<Rules['exitCost']['on']>('mark', 'entry', 'mark-bankruptcy', 'entry-bankruptcy', 'margin-bankruptcy'),
      fixed: fc.constantFrom('0', '0', '2').map(quote),
      combine: fc.constantFrom<Rules['exitCost']['combine']>('sum', 'larger'),
    }),
    comparison: fc.constantFrom<Rules['comparison']>('at-or-below', 'below'),
  })
  .map(({ table: own, scaling, exit, ...rest }) => rulesWith({ ...rest, tiers: { default: own }, sizeScaling: { default: scaling }, exitCost: exit }))

const bookArb = fc.record({
  type: fc.constantFrom('linear' as const, 'inverse' as const),
  qty: fc.integer({ min: -9, max: 9 }).filter((size) => size !== 0),
  entry: fc.integer({ min: 50, max: 150 }),
  mark: fc.integer({ min: 50, max: 150 }),
  cash: fc.integer({ min: 1, max: 400 }),
  isolated: fc.boolean(),
  walk: fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 6, maxLength: 6 }),
})

/** Inverse quantities in units of quote, so that notionals are of the same size. */
function sized({ type, qty, cash }: { readonly type: string; readonly qty: number; readonly cash: number }): { readonly size: number; readonly cash: string } {
  return type === 'inverse' ? { size: qty * 1000, cash: String(cash / 10) } : { size: qty, cash: String(cash) }
}

describe('whatever a venue chooses', () => {
  it('[M1] the pool passes its test everywhere between the mark and the liquidation price, and fails just beyond it', () => {
    let found = 0
    fc.assert(
      fc.property(rulesArb, bookArb, (rules, book) => {
        const { size, cash } = sized(book)
        const pool = book.isolated ? 'isolated:A@isolated' : 'cross'
        const position = heldPosition({ type: book.type, qty: String(size), entry: String(book.entry), pool })
        const account = bookAccount({ wallet: quote(book.isolated ? '0' : cash), cash: new Map(book.isolated ? [[pool, quote(cash)]] : []), positions: [position] })
        const own = account.pools.get(pool)
        if (own === undefined) throw new Error('no pool')
        const surplus = (at: Price): Decimal => {
          const marks = new Map([['A', at]])
          return exactEquity(account, own, marks).minus(requirementOf(account, own, { marks, rules }))
        }
        const mark = price(String(book.mark))
        const view = accountView(account, { rules, instruments: new Map([['A', instrument('A')]]), marks: new Map([['A', mark]]) }).positions[0]
        const answer = view?.liquidation
        if (answer?.type === 'price') {
          found += 1
          for (const step of book.walk) expect(surplus(asPrice(mark.plus(answer.exact.minus(mark).times(step).div(1000)))).gte(0)).toBe(true)
          const beyond = asPrice(answer.exact.plus(answer.exact.minus(mark).times('1e-30')).plus(answer.direction === 'falling' ? '-1e-30' : '1e-30'))
          expect(surplus(beyond).lte('1e-25')).toBe(true)
        } else if (answer?.reason === 'already-liquidatable') {
          expect(surplus(mark).lte(0)).toBe(true)
        } else {
          // nothing anywhere: down to a thousandth of the mark, and up a thousand times
          for (const step of book.walk) {
            expect(surplus(asPrice(mark.times(step).div(1000))).gte('-1e-40')).toBe(true)
            expect(surplus(asPrice(mark.times(step + 1))).gte('-1e-40')).toBe(true)
          }
        }
      }),
      { numRuns: 1500 },
    )
    expect(found).toBeGreaterThan(300)
  })
})
