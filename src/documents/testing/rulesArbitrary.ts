import fc from 'fast-check'
import { builtinRules, price, qty, quote, rate, type Funding, type LiquidationRules, type Rules, type TierTable } from '../../engine/index.ts'
import { tierTable } from '../rules/tierTable.ts'
import { amount, decimals, name } from './textArbitraries.ts'

/** Rules of any choices: every field is drawn. */

const share = fc.constantFrom('0', '0.0005', '0.25', '0.666666666667', '1').map(rate)
const signedShare = fc.constantFrom('0', '0.0001', '-0.00025').map(rate)
const millis = fc.constantFrom(1, 900_000, 3_600_000, 28_800_000)
const pause = fc.constantFrom(0, 1, 30_000)
const priceKind = fc.constantFrom('mark' as const, 'index' as const, 'last' as const)
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })

const funding: fc.Arbitrary<Funding> = fc.oneof(
  fc.constant({ type: 'none' as const }),
  fc.record({ type: fc.constant('fixed' as const), intervalMillis: millis, rate: signedShare, price: priceKind }),
  fc.record({
    type: fc.constant('premium' as const),
    intervalMillis: millis,
    periodMillis: millis,
    interest: signedShare,
    clamp: share,
    cap: maybe(share),
    premium: signedShare,
    price: priceKind,
  }),
)

const tiers: fc.Arbitrary<TierTable> = fc
  .array(fc.record({ width: fc.integer({ min: 1, max: 10 ** 7 }), rise: fc.integer({ min: 1, max: 20 }), initial: maybe(fc.constantFrom('0.2', '0.5')) }), { minLength: 1, maxLength: 6 })
  .map((steps) => {
    let cap = 0
    let milli = 0
    const rows = steps.map(({ width, rise, initial }, index) => {
      cap += width
      milli += rise
      const row = { maintenanceRate: String(milli / 1000), initialRate: initial }
      return index === steps.length - 1 ? row : { ...row, cap: String(cap) }
    })
    return tierTable(rows, []).table
  })

const liquidation: fc.Arbitrary<LiquidationRules> = fc.record({
  trigger: priceKind,
  sharedPool: fc.constantFrom('whole-pool' as const, 'worst-loss-first' as const, 'largest-requirement-first' as const),
  partial: fc.oneof(
    fc.constant({ type: 'whole' as const }),
    fc.record({ type: fc.constant('tier-step-down' as const), tiers: fc.integer({ min: 1, max: 3 }), fromTier: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ type: fc.constant('share' as const), share, above: amount, cooldownMillis: pause, inCooldown: maybe(fc.constantFrom('wait' as const, 'whole' as const)) }),
    fc.record({ type: fc.constant('shortage' as const), buffer: share, initialShare: share, fullAfterMillis: pause, fullBelow: amount, cooldownMillis: pause }),
  ),
  orderPrice: fc.oneof(
    fc.record({ type: fc.constant('mark' as const), slippage: share }),
    fc.constant({ type: 'bankruptcy' as const }),
    fc.record({ type: fc.constant('fillable' as const), adjustment: share, spread: share }),
  ),
  backstopBelow: share,
  feeRate: share,
  feeOn: fc.constantFrom('fill', 'mark', 'entry'),
  feeTo: fc.constantFrom('insurance-fund' as const, 'venue' as const),
  residual: fc.constantFrom('forfeit' as const, 'return' as const),
})

const sizeScaling = fc.oneof(
  fc.constant({ type: 'none' as const }),
  fc.record({ type: fc.constant('linear' as const), slope: share, from: amount }),
  fc.record({ type: fc.constant('sqrt' as const), factor: share }),
)

const collateral = fc.record({
  by: fc.constantFrom('value' as const, 'quantity' as const),
  slices: fc.tuple(share, fc.array(fc.record({ width: fc.integer({ min: 1, max: 10 ** 6 }), haircut: share }), { maxLength: 3 })).map(([first, more]) => {
    let floor = 0
    const above = more.map(({ width, haircut }) => {
      floor += width
      return { floor: quote(String(floor)), haircut }
    })
    return [{ floor: quote('0'), haircut: first }, ...above]
  }),
})

const openInterest = fc
  .tuple(decimals(9, 6), fc.integer({ min: 1, max: 10 ** 6 }), maybe(decimals(9, 6)))
  .map(([lower, width, open]) => ({ lower: quote(lower), upper: quote(quote(lower).plus(width).toFixed()), rateStep: rate('0.000001'), open: open === undefined ? undefined : qty(open) }))

/** One generator a field: a new field without one does not compile. */
export const ruleFields: { readonly [K in keyof Rules]: fc.Arbitrary<Rules[K]> } = {
  id: name,
  name,
  summary: fc.string({ maxLength: 40 }),
  date: fc.constantFrom('2026-11-22', '2024-02-29', ''),
  source: fc.string({ maxLength: 40 }),
  fees: fc.record({ maker: signedShare, taker: share }),
  funding,
  tiers: fc.tuple(tiers, name, tiers).map(([table, symbol, own]) => ({ [symbol]: own, default: table })),
  tiersBy: fc.constantFrom('notional', 'size', 'contracts'),
  tierRates: fc.constantFrom('whole', 'by-part'),
  tierBoundary: fc.constantFrom('cap-inclusive', 'floor-inclusive'),
  sizeScaling: fc.tuple(sizeScaling, name, sizeScaling).map(([all, symbol, own]) => ({ [symbol]: own, default: all })),
  initialOn: fc.constantFrom('mark', 'entry', 'entry-if-isolated'),
  initialWithExitCost: fc.boolean(),
  openInterest: fc.dictionary(name, openInterest, { maxKeys: 2 }),
  transferFloor: share,
  contract: fc.constantFrom('linear', 'inverse'),
  maximumPrice: fc.dictionary(name, fc.constantFrom('1000000', '999.5').map(price), { maxKeys: 2 }),
  isolatedMargin: fc.constantFrom('adjustable', 'add-only'),
  maintenanceOn: fc.constantFrom('mark', 'entry'),
  minimumMaintenance: amount,
  exitCost: fc.record({
    rate: share,
    on: fc.constantFrom('mark', 'entry', 'mark-bankruptcy', 'entry-bankruptcy', 'margin-bankruptcy'),
    fixed: amount,
    combine: fc.constantFrom('sum', 'larger'),
  }),
  marginStep: amount,
  comparison: fc.constantFrom('at-or-below', 'below'),
  liquidationPriceRounding: fc.constantFrom('earlier', 'later', 'nearest'),
  liquidation,
  insuranceFund: fc.record({ balance: amount, scope: fc.constantFrom('venue', 'instrument') }),
  deleveraging: fc.oneof(
    fc.constant({ type: 'none' as const }),
    fc.record({ type: fc.constant('ranked' as const), ranking: fc.constantFrom('profit-times-leverage' as const, 'leveraged-profit' as const, 'profit-and-leverage' as const) }),
  ),
  collateral: fc.dictionary(name, collateral, { maxKeys: 2 }),
}

/** Any rules the program can hold. */
export const rules: fc.Arbitrary<Rules> = fc.oneof(fc.record(ruleFields), fc.constantFrom(...builtinRules.values()))
