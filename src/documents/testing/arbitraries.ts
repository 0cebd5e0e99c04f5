import fc from 'fast-check'
import {
  builtinRules, price, qty, rate, type Command, type Instrument, type MarginTarget, type OrderSize, type PlaceOrder, type PoolRef,
} from '../../engine/index.ts'
import type { PositionMode, Scenario } from '../scenario/Scenario.ts'
import type { TapeSource } from '../scenario/TapeSource.ts'
import { rules } from './rulesArbitrary.ts'
import { amount, decimals, name } from './textArbitraries.ts'

const pool: fc.Arbitrary<PoolRef> = fc.oneof(fc.constantFrom<PoolRef>('cross', 'isolated'), fc.stringMatching(/^[a-z]{1,6}$/).map((text): PoolRef => `bucket:${text}`))
const priceText = decimals(9, 8).map(price)
const leverage = fc.integer({ min: 1, max: 125 }).map((value) => rate(String(value)))
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })

const size: fc.Arbitrary<OrderSize> = fc.oneof(
  decimals(14, 20).map((text): OrderSize => ({ unit: 'base', qty: qty(text) })),
  amount.map((notional): OrderSize => ({ unit: 'quote', notional })),
)
const target: fc.Arbitrary<MarginTarget> = fc.oneof(
  name.map((leg): MarginTarget => ({ type: 'leg', leg })),
  name.map((bucket): MarginTarget => ({ type: 'bucket', name: bucket })),
)
const triggerBy = fc.constantFrom<Pick<PlaceOrder, 'triggerBy'>>({}, { triggerBy: 'mark' }, { triggerBy: 'index' }, { triggerBy: 'last' })
const protection = { takeProfit: maybe(priceText), stopLoss: maybe(priceText) }
const callback = fc.oneof(
  fc.constantFrom('0.01', '0.5').map((share) => ({ unit: 'rate' as const, rate: rate(share) })),
  priceText.map((distance) => ({ unit: 'distance' as const, distance })),
)
const trailing = fc.record({ callback, activation: maybe(priceText) })
const stamp = { id: name, tick: fc.nat(100_000) }

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    ...stamp,
    type: fc.constant('place-order' as const),
    leg: name,
    instrument: name,
    pool,
    side: fc.constantFrom('buy' as const, 'sell' as const),
    positionSide: fc.constantFrom('both' as const, 'long' as const, 'short' as const),
    size,
    orderType: fc.constantFrom('market' as const, 'limit' as const, 'stop' as const, 'stop-limit' as const, 'trailing-stop' as const),
    price: maybe(priceText),
    limitPrice: maybe(priceText),
    trailing: maybe(trailing),
    reduceOnly: fc.boolean(),
    leverage,
    ...protection,
  }).chain((order) => triggerBy.map((by): Command => ({ ...order, ...by }))),
  fc.record({ ...stamp, type: fc.constant('cancel-order' as const), orderId: name }),
  fc.record({ ...stamp, type: fc.constant('close-position' as const), leg: name, share: fc.constantFrom('1', '0.25', '0.333333333333').map(rate) }),
  fc.record({ ...stamp, type: fc.constant('reverse-position' as const), leg: name }),
  fc.record({ ...stamp, type: fc.constant('set-leverage' as const), leg: name, leverage }),
  fc.record({ ...stamp, type: fc.constant('add-margin' as const), to: target, amount }),
  fc.record({ ...stamp, type: fc.constant('remove-margin' as const), from: target, amount }),
  fc.record({ ...stamp, type: fc.constant('move-position' as const), leg: name, to: pool }),
  fc.record({ ...stamp, type: fc.constant('set-protection' as const), leg: name, ...protection, trailing: maybe(trailing) }).chain((set) => triggerBy.map((by): Command => ({ ...set, ...by }))),
  fc.record({ ...stamp, type: fc.constant('set-auto-margin' as const), leg: name, on: fc.boolean(), upTo: maybe(amount) }),
  fc.record({ ...stamp, type: fc.constantFrom('deposit' as const, 'withdraw' as const), amount }),
)

const instrument: fc.Arbitrary<Instrument> = fc.record({
  symbol: name,
  type: fc.constantFrom('linear' as const, 'inverse' as const, 'spot' as const),
  base: name,
  quote: name,
  contractSize: fc.constantFrom('1', '0.001', '100').map(qty),
  tickSize: fc.constantFrom('0.01', '0.5', '0.00001').map(price),
  qtyStep: fc.constantFrom('0.001', '1', '0.00000000000000000001').map(qty),
  beta: fc.constantFrom('1', '-0.5', '1.7').map(rate),
  openInterest: maybe(fc.constantFrom('0.5', '123456').map(qty)),
})

/** A price as a double of at most 15 significant digits, of either sign. */
export const tapePrice: fc.Arbitrary<number> = fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 12 }), fc.integer({ min: 0, max: 6 })).map(([units, places]) => Number(`${units}e-${places}`))

const inline: fc.Arbitrary<TapeSource> = fc.array(tapePrice, { minLength: 1, maxLength: 8 }).chain((close) =>
  fc.record({
    type: fc.constant('inline' as const),
    title: fc.string({ maxLength: 20 }),
    barMillis: fc.integer({ min: 1, max: 10 ** 9 }),
    time: fc.constant(Float64Array.from(close, (_, index) => 1_700_000_000_000 + index * 1000)),
    jumps: fc.subarray([...close.keys()]),
    series: fc.subarray(['index', 'last'] as const).map((kinds) => [{ instrument: 'A', close: Float64Array.from(close) }, ...kinds.map((kind) => ({ instrument: 'A', kind, close: Float64Array.from(close) }))]),
    funding: maybe(fc.constant([{ instrument: 'A', time: Float64Array.of(1_700_000_000_000, 1_700_000_000_500), rate: Float64Array.of(0.0001, -0.00025) }])),
  }),
)

const model: fc.Arbitrary<TapeSource> = fc.record({
  type: fc.constant('model' as const),
  seed: fc.nat(),
  bars: fc.integer({ min: 1, max: 1000 }),
  instruments: fc.constantFrom(
    [{ symbol: 'A', price: 100, process: { type: 'heston' as const, volatility: 0.8, longVolatility: 0.6, reversion: 5, volOfVol: 1, leverage: -0.5 }, jumps: { type: 'kou' as const, perYear: 4, upShare: 0.4, upMean: 0.02, downMean: 0.03 } }],
    [{ symbol: 'A', price: 100, decimals: 4, process: { type: 'garch' as const, volatility: 0.8, alpha: 0.1, beta: 0.8, gamma: 0.05 }, commonJumpBeta: 0.5 }],
    [{ symbol: 'A', price: 100, process: { type: 'ou' as const, level: 90, halfLife: 86400000, volatility: 0.1 } }],
    [{ symbol: 'A', price: 100, process: { type: 'bridge' as const, end: 120, volatility: 0.5 }, jumps: { perYear: 4, mean: -0.1, volatility: 0.1 } }],
  ),
  regimes: fc.constant({ states: [{ name: 'calm', volatilityTimes: 1 }, { name: 'storm', volatilityTimes: 3, drift: -0.5, jumpsTimes: 2 }], switching: [[0, 12], [50, 0]] }),
})

const move = fc.oneof(fc.constantFrom(-0.5, 0.25), fc.constant({ A: -0.1, 'A#index': 0.05 }))

const script: fc.Arbitrary<TapeSource> = fc.record({
  type: fc.constant('script' as const),
  seed: fc.nat(),
  instruments: fc.constantFrom([{ symbol: 'A', price: 100 }, { symbol: 'A', kind: 'index' as const, price: 99.5, decimals: 4, beta: -0.5, volatility: 0.1 }]),
  volatility: fc.constantFrom(0, 0.8),
  correlation: fc.constantFrom(0, 1),
  keepExtremes: fc.boolean(),
  negativePrices: fc.boolean(),
  parts: fc.array(
    fc.oneof(
      fc.record({ type: fc.constant('calm' as const), bars: fc.constant(5), noise: fc.constantFrom(0, 2) }),
      fc.record({ type: fc.constantFrom('gap' as const), by: move }),
      fc.record({ type: fc.constantFrom('wick' as const, 'depeg' as const), bars: fc.constant(6), by: move, back: fc.constantFrom(0, 1.5) }),
      fc.record({ type: fc.constant('grind' as const), bars: fc.constant(6), by: move, legs: fc.constant(2) }),
      fc.record({ type: fc.constantFrom('dead' as const, 'move' as const), bars: fc.constant(3), by: move }),
      fc.record({ type: fc.constant('corners' as const), corners: fc.constant([{ bar: 2, by: 0.1 }, { bar: 5, by: { A: -0.2 } }]) }),
    ),
    { minLength: 1, maxLength: 5 },
  ),
})

const tape: fc.Arbitrary<TapeSource> = fc.oneof(
  model,
  script,
  fc.record({ type: fc.constant('crisis' as const), id: name, seed: maybe(fc.nat()) }),
  fc.record({ type: fc.constant('bootstrap' as const), seed: fc.nat(), bars: fc.integer({ min: 1, max: 1000 }), meanBlock: fc.integer({ min: 1, max: 50 }), of: fc.oneof(model, inline) }),
  fc.record({ type: fc.constant('amplified' as const), factor: fc.constantFrom(0.5, 2, 3.25), of: fc.oneof(model, inline) }),
  fc.record({ type: fc.constant('scripted' as const), id: name }),
  fc.record({ type: fc.constant('bundled' as const), id: name }),
  fc.record({
    type: fc.constant('gbm' as const),
    seed: fc.nat(),
    bars: fc.integer({ min: 1, max: 1000 }),
    instruments: fc.constant([{ symbol: 'A', price: 100, volatility: 0.8, jumps: { perYear: 4, mean: -0.1, volatility: 0.1 } }]),
    correlation: fc.constant([[1]]),
  }),
  fc.record({ type: fc.constant('shock' as const), id: name, instruments: fc.constant([{ symbol: 'A', price: 100, beta: -0.5 }]) }),
  fc.record({ type: fc.constant('file' as const), files: fc.constant([{ name: 'a.csv', instrument: 'A', checksum: 'f00' }, { name: 'b.csv', instrument: 'A', kind: 'last' as const, checksum: 'f01' }]) }),
  inline,
  drawn(fc.option(inline, { nil: undefined })),
)

/** Over other prices, or alone. */
function drawn(base: fc.Arbitrary<TapeSource | undefined>): fc.Arbitrary<TapeSource> {
  const points = fc.uniqueArray(fc.tuple(fc.nat(7), tapePrice), { minLength: 1, maxLength: 4, selector: ([tick]) => tick }).map((all) => all.toSorted(([a], [b]) => a - b))
  return fc.tuple(base, fc.array(points, { minLength: 1, maxLength: 2 })).map(([under, lines]) => ({
    type: 'drawn',
    ...(under === undefined ? { bars: 9 } : { base: under }),
    jumps: lines[0]?.slice(0, 1).map(([tick]) => tick),
    lines: lines.map((each) => ({ symbol: 'A', decimals: 6, points: each })),
  }))
}

/** Any scenario the program can hold. */
export const scenario: fc.Arbitrary<Scenario> = fc.record({
  title: fc.string({ maxLength: 40 }),
  rules: fc.oneof(fc.constantFrom(...builtinRules).map(([id, builtIn]) => ({ type: 'built-in' as const, id, rules: builtIn })), rules.map((inlineRules) => ({ type: 'inline' as const, rules: inlineRules }))),
  tape,
  instruments: fc.uniqueArray(instrument, { maxLength: 3, selector: ({ symbol }) => symbol }),
  wallet: amount,
  collateral: fc.uniqueArray(fc.record({ asset: fc.constantFrom('a dollar on a chain', 'ether of a vault'), amount: decimals(14, 20).map(qty) }), { maxLength: 2, selector: ({ asset }) => asset }),
  counterparties: fc.uniqueArray(fc.record({ id: name, instrument: name, qty: decimals(14, 20).map(qty), entryPrice: fc.constantFrom('0.5', '60000').map(price), margin: amount }), { maxLength: 2, selector: ({ id }) => id }),
  positionMode: fc.constantFrom<PositionMode>('one-way', 'hedge'),
  between: fc.constantFrom('path' as const, 'jump' as const, undefined),
  candlePath: fc.constantFrom('nearest-extreme' as const, 'close-only' as const, undefined),
  commands: fc.uniqueArray(command, { maxLength: 6, selector: ({ id }) => id }),
  settings: fc.record({ pauseAtLiquidation: fc.boolean() }),
  extra: fc.constantFrom({}, { 'x-note': { by: ['me', 1, null] } }),
}).map((value) => ({ ...value, instruments: value.instruments.map((each) => (each.type === 'spot' ? each : { ...each, type: value.rules.rules.contract })) }))
