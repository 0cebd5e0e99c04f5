import fc from 'fast-check'
import type { PositionSide } from '../ledger/Account.ts'
import type { Command, PoolRef } from '../ledger/Command.ts'
import type { Instrument } from '../instruments/Instrument.ts'
import { TWINS, type Walls } from '../pools/Walls.ts'
import type { Setup } from '../run/createRun.ts'
import type { Tape } from '../tape/Tape.ts'
import { Decimal } from '../units/decimal.ts'
import { quote, rate } from '../units/quantities.ts'
import { defineRules, type RulesData } from '../venues/defineRules.ts'
import type { Funding, Rules, TierTable } from '../venues/Rules.ts'
import { deleveragingArb, fundingArb, insuranceFundArb, liquidationArb, populationArb } from './procedures.ts'
import { barTape, command, HOUR, instrument, MINUTE, MONDAY, order, pathTape, tierTable, type TrailingWords } from './fixtures.ts'

/**
 * Random scenarios. Prices stay near 100 (times a power of ten) on a coarse grid, quantities and margins on a coarse grid
 * too, so that exact ties (a stop at the liquidation price, two pools breaching together) happen often by themselves.
 */

const SYMBOLS = ['A', 'B', 'C'] as const
const POOLS: readonly PoolRef[] = ['cross', 'isolated', 'bucket:x', 'bucket:y']

export interface ScenarioOptions {
  /** Close-only paths that `refineTape` can cut, no bars. */
  readonly refinable?: boolean
  /** Wallets so large that nothing is ever refused for lack of cash. */
  readonly rich?: boolean
  /** Tier tables whose requirement jumps. */
  readonly jumpingTiers?: boolean
}

/** What a random command may refer to. */
interface Market {
  readonly symbols: readonly string[]
  readonly ticks: number
  /** Prices are near 100 x 10^power, quantities near 10^-power. */
  readonly power: number
}

function scaled(units: number, power: number): string {
  return new Decimal(units).times(new Decimal(10).pow(power)).toFixed()
}

const marketArb: fc.Arbitrary<Market> = fc.record({
  symbols: fc.integer({ min: 1, max: 3 }).map((n) => SYMBOLS.slice(0, n)),
  ticks: fc.integer({ min: 1, max: 9 }),
  power: fc.constantFrom(0, 0, 0, 0, -6, 3),
})

/** Price paths on a grid: whole units near 100, sometimes cents, sometimes through zero, sometimes standing still. */
function pricesArb({ ticks, power }: Market, length: number): fc.Arbitrary<readonly number[]> {
  const list = (min: number, max: number, places: number): fc.Arbitrary<readonly number[]> =>
    fc
      .array(fc.integer({ min, max }), { minLength: length, maxLength: length })
      .map((units) => units.map((unit) => Number(scaled(unit, power - places))))
  return fc.oneof(
    { arbitrary: list(80, 120, 0), weight: 5 },
    { arbitrary: list(4000, 20000, 2), weight: 4 },
    { arbitrary: list(-30, 60, 0), weight: 1 },
    { arbitrary: list(98000, 102000, 3), weight: 2 },
    { arbitrary: fc.constant(Array.from({ length: Math.max(length, ticks) }, () => Number(scaled(100, power))).slice(0, length)), weight: 1 },
  )
}

function tapeArb(market: Market, options: ScenarioOptions): fc.Arbitrary<Tape> {
  const clock = fc.record({
    barMillis: fc.constantFrom(MINUTE, HOUR, 8 * HOUR),
    offset: fc.constantFrom(0, 10, HOUR / 2),
    jump: fc.option(fc.array(fc.boolean(), { minLength: market.ticks, maxLength: market.ticks }), { nil: undefined }),
  })
  const paths = clock.chain(({ barMillis, offset, jump }) =>
    fc.tuple(...market.symbols.map(() => pricesArb(market, market.ticks))).map((lists) =>
      pathTape(Object.fromEntries(market.symbols.map((symbol, i) => [symbol, lists[i] ?? []])), {
        barMillis,
        time: Float64Array.from({ length: market.ticks }, (_, tick) => MONDAY + offset + tick * barMillis),
        ...(jump === undefined ? {} : { jump: Uint8Array.from(jump, Number) }),
      }),
    ),
  )
  if (options.refinable === true) return paths
  const jumps = paths.map((tape): Tape => ({ ...tape, between: 'jump' }))
  return fc.oneof({ arbitrary: paths, weight: 5 }, { arbitrary: jumps, weight: 1 }, { arbitrary: barsArb(market), weight: 4 })
}

function barsArb(market: Market): fc.Arbitrary<Tape> {
  const rows = (flat: readonly number[]): readonly (readonly [number, number, number, number])[] =>
    Array.from({ length: market.ticks }, (_, tick) => {
      const [a = 0, b = 0, c = 0, d = 0] = flat.slice(4 * tick, 4 * tick + 4)
      return [a, Math.max(a, b, c, d), Math.min(a, b, c, d), d]
    })
  return fc
    .record({
      flats: fc.tuple(...market.symbols.map(() => pricesArb(market, 4 * market.ticks))),
      barMillis: fc.constantFrom(MINUTE, HOUR, 8 * HOUR),
      candlePath: fc.constantFrom('nearest-extreme', 'open-high-low-close', 'open-low-high-close', 'close-only'),
      missing: fc.constantFrom(0, 0, 1),
    })
    .map(({ flats, barMillis, candlePath, missing }) =>
      barTape(Object.fromEntries(market.symbols.map((symbol, i) => [symbol, rows(flats[i] ?? [])])), {
        barMillis,
        candlePath,
        time: Float64Array.from({ length: market.ticks }, (_, tick) => MONDAY + (tick > 2 ? tick + missing : tick) * barMillis),
      }),
    )
}

/** Rates rising with the notional; amounts that make the requirement continuous, unless jumps are wanted. */
export function tiersArb(jumping: boolean): fc.Arbitrary<TierTable> {
  const row = fc.record({ width: fc.constantFrom(50, 100, 150, 400, 1000), step: fc.integer({ min: 0, max: 40 }), leverage: fc.constantFrom('100', '100', '50', '20') })
  return fc.tuple(fc.array(row, { minLength: 1, maxLength: 4 }), fc.constantFrom(0, 0, 5, 10, 20, 3)).map(([rows, first]) => {
    let floor = new Decimal(0)
    let amount = new Decimal(0)
    let before = new Decimal(0)
    return tierTable(
      ...rows.map(({ width, step, leverage }, i): readonly [string, string, string, string] => {
        const next = i === 0 ? new Decimal(first).div(1000) : before.plus(new Decimal(step).div(1000))
        if (!jumping) amount = i === 0 ? amount : amount.plus(floor.times(next.minus(before)))
        const result = [floor.toFixed(), next.toFixed(), amount.toFixed(), leverage] as const
        before = next
        floor = floor.plus(width)
        return result
      }),
    )
  })
}

export function rulesArb(options: ScenarioOptions = {}): fc.Arbitrary<Rules> {
  return fc.record<RulesData>({
    id: fc.constant('random'),
    name: fc.constant('Random'),
    summary: fc.constant(''),
    date: fc.constant('2026-11-22'),
    source: fc.constant('test'),
    fees: fc.record({ maker: fc.constantFrom('0', '0.0002', '0.003').map(rate), taker: fc.constantFrom('0', '0.0005', '0.01').map(rate) }),
    funding: fundingArb,
    tiers: fc.record({ default: tiersArb(options.jumpingTiers === true), B: tiersArb(options.jumpingTiers === true) }),
    maintenanceOn: fc.constantFrom('mark', 'mark', 'entry'),
    exitCost: fc.constantFrom('0', '0.0005', '0.01').map((share) => ({ rate: rate(share), on: 'mark' as const, fixed: quote('0'), combine: 'sum' as const })),
    comparison: fc.constantFrom('at-or-below', 'below'),
    liquidation: liquidationArb,
    insuranceFund: insuranceFundArb,
    deleveraging: deleveragingArb,
  }).map(defineRules)
}

function instrumentsArb(market: Market): fc.Arbitrary<readonly Instrument[]> {
  const one = (symbol: string): fc.Arbitrary<Instrument> =>
    fc
      .record({ tick: fc.constantFrom(-2, -2, 0, -1), step: fc.constantFrom(-3, 0, -8), beta: fc.constantFrom('1', '1', '0.5', '2', '-1', '0') })
      .map(({ tick, step, beta }) => instrument(symbol, { tickSize: scaled(1, tick + market.power), qtyStep: scaled(1, step - market.power), beta }))
  return fc.tuple(...market.symbols.map(one))
}

const price = { min: 80, max: 120 }

/** Either target, rarely: a position that is closed at once shows little. */
function targetsArb(market: Market): fc.Arbitrary<{ takeProfit?: string; stopLoss?: string }> {
  const at = fc.integer(price).map((units) => scaled(units, market.power))
  const some = (key: 'takeProfit' | 'stopLoss') => at.map((units): { takeProfit?: string; stopLoss?: string } => ({ [key]: units }))
  return fc.oneof({ arbitrary: fc.constant({}), weight: 6 }, { arbitrary: some('takeProfit'), weight: 1 }, { arbitrary: some('stopLoss'), weight: 1 })
}

/** A stop that follows: callbacks from under a tick to a tenth, some with an activation. */
function trailingArb(market: Market): fc.Arbitrary<TrailingWords> {
  const activation = fc.option(fc.integer(price), { nil: undefined }).map((units) => (units === undefined ? {} : { activation: scaled(units, market.power) }))
  const callback = fc.oneof(
    fc.constantFrom('0.01', '0.05', '0.1', '0.0000001', '0.5').map((share): TrailingWords => ({ rate: share })),
    fc.constantFrom(1, 2, 5, 10).map((units): TrailingWords => ({ distance: scaled(units, market.power) })),
  )
  return fc.tuple(callback, activation).map(([back, from]) => ({ ...back, ...from }))
}

/** The order of a leg: what it is called says instrument, pool and side. */
function orderArb(market: Market, name: LegName): fc.Arbitrary<Command> {
  return fc
    .record({
      buys: fc.constantFrom(true, true, false),
      orderType: fc.constantFrom('market', 'market', 'market', 'market', 'limit', 'limit', 'stop', 'stop-limit', 'trailing-stop'),
      trailing: trailingArb(market),
      limit: fc.integer(price),
      reduceOnly: fc.constantFrom(false, false, false, false, false, false, true),
      leverage: fc.constantFrom('1', '2', '5', '10', '20', '50', '100', '7'),
      size: fc.oneof(fc.record({ qty: fc.constantFrom(1, 1, 2, 3, 5, 10, 0.5) }), fc.record({ notional: fc.constantFrom(100, 250, 1000) })),
      at: fc.integer(price),
      targets: targetsArb(market),
    })
    .map(({ buys, size, at, targets, orderType, trailing, limit, ...rest }) =>
      order({
        ...rest,
        ...name,
        ...targets,
        id: '',
        side: buys === (name.positionSide !== 'short') ? 'buy' : 'sell',
        orderType,
        ...('qty' in size ? { qty: scaled(size.qty, -market.power) } : { notional: String(size.notional) }),
        ...(orderType === 'market' || orderType === 'trailing-stop' ? {} : { price: scaled(at, market.power) }),
        ...(orderType === 'stop-limit' ? { limitPrice: scaled(limit, market.power) } : {}),
        ...(orderType === 'trailing-stop' ? { trailing } : {}),
      }),
    )
}

interface LegName {
  readonly instrument: string
  readonly pool: PoolRef
  readonly positionSide: PositionSide
}

function nameArb({ symbols }: Market): fc.Arbitrary<LegName> {
  return fc.record({
    instrument: fc.constantFrom(...symbols),
    pool: fc.constantFrom(...POOLS),
    positionSide: fc.constantFrom<PositionSide>('both', 'both', 'both', 'long', 'short'),
  })
}

function legOf({ instrument: symbol, pool, positionSide }: LegName): string {
  return positionSide === 'both' ? `${symbol}@${pool}` : `${symbol}@${pool}:${positionSide}`
}

/** What the user does to legs that were opened, and to the wallet. */
function laterArb(market: Market, names: readonly LegName[]): fc.Arbitrary<Command> {
  const name = fc.constantFrom(...names)
  const leg = name.map(legOf)
  const whose = fc.oneof({ arbitrary: leg, weight: 3 }, { arbitrary: fc.constantFrom('bucket:x', 'bucket:y'), weight: 1 })
  const amount = fc.constantFrom('1', '5', '10', '50', '0.000000000001', '3.5')
  return fc.oneof(
    { arbitrary: name.chain((each) => orderArb(market, each)), weight: 6 },
    { arbitrary: fc.tuple(leg, fc.constantFrom('1', '0.5', '0.25', '0.001')).map(([id, share]) => command.close(0, id, share)), weight: 2 },
    { arbitrary: leg.map((id) => command.reverse(0, id)), weight: 1 },
    { arbitrary: fc.tuple(leg, fc.constantFrom('1', '3', '10', '50', '100')).map(([id, leverage]) => command.leverage(0, id, leverage)), weight: 2 },
    { arbitrary: fc.tuple(whose, amount).map(([id, sum]) => command.add(0, id, sum)), weight: 2 },
    { arbitrary: fc.tuple(whose, amount).map(([id, sum]) => command.remove(0, id, sum)), weight: 2 },
    { arbitrary: fc.tuple(leg, fc.constantFrom(...POOLS)).map(([id, to]) => command.move(0, id, to)), weight: 2 },
    { arbitrary: fc.tuple(leg, targetsArb(market)).map(([id, targets]) => command.protect(0, id, targets)), weight: 1 },
    { arbitrary: fc.tuple(leg, targetsArb(market), trailingArb(market)).map(([id, targets, trailing]) => command.protect(0, id, { ...targets, trailing })), weight: 1 },
    { arbitrary: fc.tuple(leg, fc.constantFrom(true, true, true, false), fc.constantFrom(undefined, undefined, '2', '20')).map(([id, on, upTo]) => command.autoMargin(0, id, on, upTo)), weight: 2 },
    { arbitrary: amount.map((sum) => command.deposit(0, sum)), weight: 1 },
    { arbitrary: amount.map((sum) => command.withdraw(0, sum)), weight: 1 },
    { arbitrary: fc.integer({ min: 1, max: 8 }).map((n) => command.cancel(0, `c${n}`)), weight: 1 },
  )
}

/** Legs opened, most of them at the start, then what is done to them, in the order of ticks; ids c1, c2, … */
function commandsArb(market: Market): fc.Arbitrary<readonly Command[]> {
  const anyTick = fc.integer({ min: 0, max: market.ticks - 1 })
  const funded = fc.constantFrom<readonly Command[]>([], [command.add(0, 'bucket:x', '100')], [command.add(0, 'bucket:x', '40'), command.add(0, 'bucket:y', '30')])
  return fc.array(nameArb(market), { minLength: 1, maxLength: 5 }).chain((names) => {
    const openings = fc.tuple(...names.map((name) => fc.tuple(orderArb(market, name), fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, { arbitrary: anyTick, weight: 1 }))))
    const later = fc.array(fc.tuple(laterArb(market, names), anyTick), { maxLength: 8 })
    return fc.tuple(funded, openings, later).map(([first, opened, rest]) => {
      const ordered = [...opened, ...rest].toSorted((a, b) => a[1] - b[1]).map(([each, tick]) => ({ ...each, tick }))
      return [...first, ...ordered].map((each, i) => ({ ...each, id: `c${i + 1}` }))
    })
  })
}

/** A whole scenario. */
export function setupArb(options: ScenarioOptions = {}): fc.Arbitrary<Setup> {
  return marketArb
    .chain((market) =>
      fc.record({
        tape: tapeArb(market, options),
        instruments: instrumentsArb(market),
        rules: rulesArb(options),
        wallet: (options.rich === true ? fc.constant('1000000000') : fc.constantFrom('50', '200', '200', '500', '1000', '10000')).map(quote),
        commands: commandsArb(market),
        population: populationArb(market.symbols, { price: (units) => scaled(units, market.power), qty: (units) => scaled(units, -market.power) }),
      }),
    )
    .map(({ rules, ...rest }) => ({ ...rest, rules: { ...rules, funding: inTime(rules.funding, rest.tape.barMillis) } }))
}

function inTime(funding: Funding, barMillis: number): Funding {
  return funding.type === 'none' ? funding : { ...funding, intervalMillis: funding.intervalMillis * barMillis }
}

/** The three twins, and partitions of the user's. */
export const wallsArb: fc.Arbitrary<Walls> = fc.oneof(
  fc.constantFrom<Walls>(...TWINS),
  fc.dictionary(fc.tuple(fc.constantFrom(...SYMBOLS), fc.constantFrom(...POOLS)).map(([symbol, pool]) => `${symbol}@${pool}`), fc.constantFrom(...POOLS), { maxKeys: 4 }),
)
