import fc from 'fast-check'
import type { Counterparty } from '../ledger/Counterparty.ts'
import { price, qty, quote, rate } from '../units/quantities.ts'
import type { Deleveraging, Funding, InsuranceFundRules, LiquidationOrderPrice, LiquidationRules, PartialLiquidation } from '../venues/Rules.ts'

/** Random procedures: every choice of liquidation, insurance fund, deleveraging and funding; plain ones often. */

const cooldowns = fc.constantFrom(0, 0, 30_000, 60_000, 3_600_000, 1000)

const partialArb: fc.Arbitrary<PartialLiquidation> = fc.oneof(
  { arbitrary: fc.constant<PartialLiquidation>({ type: 'whole' }), weight: 3 },
  { arbitrary: fc.record({ type: fc.constant('tier-step-down' as const), tiers: fc.constantFrom(1, 2), fromTier: fc.constantFrom(1, 2, 3) }), weight: 2 },
  {
    arbitrary: fc.record({ type: fc.constant('share' as const), share: fc.constantFrom('0.2', '0.25', '0.5', '0.001').map(rate), above: fc.constantFrom('0', '100', '300').map(quote), cooldownMillis: cooldowns, inCooldown: fc.constantFrom(undefined, 'wait', 'whole') }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('shortage' as const),
      buffer: fc.constantFrom('0', '0.02', '0.5').map(rate),
      initialShare: fc.constantFrom('0.2', '1', '0').map(rate),
      fullAfterMillis: fc.constantFrom(0, 60_000, 3_600_000),
      fullBelow: fc.constantFrom('0', '0.5', '50').map(quote),
      cooldownMillis: cooldowns,
    }),
    weight: 2,
  },
)

const orderPriceArb: fc.Arbitrary<LiquidationOrderPrice> = fc.oneof(
  { arbitrary: fc.constantFrom('0', '0.002', '0.1').map((slippage): LiquidationOrderPrice => ({ type: 'mark', slippage: rate(slippage) })), weight: 3 },
  { arbitrary: fc.constant<LiquidationOrderPrice>({ type: 'bankruptcy' }), weight: 1 },
  { arbitrary: fc.record({ type: fc.constant('fillable' as const), adjustment: fc.constantFrom('1', '3').map(rate), spread: fc.constantFrom('0.1', '1').map(rate) }), weight: 1 },
)

export const liquidationArb: fc.Arbitrary<Partial<LiquidationRules>> = fc.record({
  sharedPool: fc.constantFrom('whole-pool' as const, 'worst-loss-first' as const, 'largest-requirement-first' as const),
  partial: partialArb,
  orderPrice: orderPriceArb,
  backstopBelow: fc.constantFrom('0', '0', '0.6666666667', '0.9').map(rate),
  feeRate: fc.constantFrom('0', '0.0025', '0.02').map(rate),
  feeTo: fc.constantFrom('insurance-fund' as const, 'venue' as const),
  residual: fc.constantFrom('forfeit' as const, 'return' as const),
})

export const insuranceFundArb: fc.Arbitrary<InsuranceFundRules> = fc.record({
  balance: fc.constantFrom('0', '3', '1000').map(quote),
  scope: fc.constantFrom('venue', 'instrument'),
})

export const deleveragingArb: fc.Arbitrary<Deleveraging> = fc.oneof(
  fc.constant<Deleveraging>({ type: 'none' }),
  fc.record({ type: fc.constant('ranked' as const), ranking: fc.constantFrom('profit-times-leverage', 'leveraged-profit', 'profit-and-leverage') }),
)

/** Intervals in bars of the tape; `setupArb` turns them into time. */
export const fundingArb: fc.Arbitrary<Funding> = fc.oneof(
  { arbitrary: fc.constant<Funding>({ type: 'none' }), weight: 3 },
  {
    arbitrary: fc.record({
      type: fc.constant('fixed' as const),
      intervalMillis: fc.constantFrom(0.5, 1, 1, 3),
      rate: fc.constantFrom('0.0001', '-0.0003', '0.01', '0.07').map(rate),
      price: fc.constantFrom('mark', 'mark', 'index'),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      type: fc.constant('premium' as const),
      intervalMillis: fc.constantFrom(1, 3),
      periodMillis: fc.constantFrom(3_600_000, 28_800_000),
      interest: fc.constantFrom('0.0001', '0').map(rate),
      clamp: fc.constantFrom('0.0005', '0').map(rate),
      cap: fc.constantFrom('0.005', '0.05', undefined).map((cap) => (cap === undefined ? undefined : rate(cap))),
      premium: fc.constantFrom('0', '0.003', '-0.02').map(rate),
      price: fc.constantFrom('mark', 'index'),
    }),
    weight: 2,
  },
)

/** Counterparties of the instruments, on both sides; prices and quantities as `scaled` says. */
export function populationArb(symbols: readonly string[], scaled: { readonly price: (units: number) => string; readonly qty: (units: number) => string }): fc.Arbitrary<readonly Counterparty[]> {
  const one = fc.record({
    instrument: fc.constantFrom(...symbols),
    units: fc.constantFrom(1, -1, 3, -3, -10, 10, -0.5),
    entry: fc.integer({ min: 70, max: 130 }),
    margin: fc.constantFrom('5', '30', '200', '1000'),
  })
  return fc.array(one, { maxLength: 6 }).map((list) =>
    list.map(({ instrument, units, entry, margin }, i) => ({ id: `p${i + 1}`, instrument, qty: qty(scaled.qty(units)), entryPrice: price(scaled.price(entry)), margin: quote(margin) })),
  )
}
