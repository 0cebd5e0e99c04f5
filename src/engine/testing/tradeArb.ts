import fc from 'fast-check'
import type { CalculatorScene } from '../calculators/Calculator.ts'
import { bookAccount } from '../ledger/bookAccount.ts'
import type { Position } from '../ledger/Account.ts'
import type { Instrument } from '../instruments/Instrument.ts'
import { leverageLimit } from '../margin/requirement.ts'
import { Decimal, roundToStep } from '../units/decimal.ts'
import { asPrice, asQty, asQuote, price, qty } from '../units/quantities.ts'
import { builtinRules } from '../venues/builtinRules.ts'
import { resolveRules } from '../venues/resolveRules.ts'
import type { Rules } from '../venues/Rules.ts'
import { rulesArb } from './arbitraries.ts'
import { heldPosition, instrument, MONDAY } from './fixtures.ts'

/** A trade that its rules allow, in an account where something else may be open. */
export interface Trade {
  readonly scene: CalculatorScene
  readonly size: Decimal
  readonly entryPrice: Decimal
  /** On the hundredth, within the limit of the tier. */
  readonly leverage: Decimal
  /** On the tick, further away than the entry, on the side that loses. */
  readonly worse: Decimal
}

/** Every built-in set of rules, or a random one; funding left out, for it would move what a calculator says of this moment. */
export const anyRules: fc.Arbitrary<Rules> = fc
  .oneof({ arbitrary: fc.constantFrom(...builtinRules.values()), weight: 3 }, { arbitrary: rulesArb(), weight: 1 })
  .map((rules) => ({ ...rules, funding: { type: 'none' } }))

const shapes = fc.record({
  /** Of the ticks of the price: 5 digits. */
  digits: fc.integer({ min: 10_000, max: 99_999 }),
  tick: fc.constantFrom('0.01', '0.01', '0.1', '1', '0.0001'),
  step: fc.constantFrom('0.001', '0.00000001', '1', '0.1'),
  notional: fc.constantFrom('100', '5000', '49990', '260000', '3000000', '40000000'),
  part: fc.integer({ min: 0, max: 100 }),
  away: fc.integer({ min: 1, max: 600 }),
  side: fc.constantFrom('long', 'short'),
  mode: fc.constantFrom('isolated', 'isolated', 'cross'),
  beside: fc.constantFrom('nothing', 'nothing', 'other', 'hedge'),
  wallet: fc.constantFrom('0.3', '1', '3', '30'),
  symbol: fc.nat(30),
})

/** Random trades under given rules. */
export function tradeArb(rules: fc.Arbitrary<Rules>): fc.Arbitrary<Trade> {
  return fc.tuple(rules, shapes).map(([given, shape]) => {
    const symbols = Object.keys(given.tiers).map((key) => (key === 'default' ? 'A' : key))
    const symbol = symbols[shape.symbol % symbols.length] ?? 'A'
    const isInverse = given.contract === 'inverse'
    const traded: Instrument = { ...instrument(symbol, { tickSize: shape.tick, qtyStep: isInverse ? '1' : shape.step }), type: isInverse ? 'inverse' : 'linear' }
    const other: Instrument = { ...instrument('OTHER'), type: traded.type }
    const instruments = new Map([traded, other].map((each) => [each.symbol, each]))
    const resolved = resolveRules(given, instruments.values())
    const entryPrice = new Decimal(shape.digits).times(shape.tick)
    const size = sizeOf(traded, shape.notional, entryPrice)
    const worth = isInverse ? size.div(entryPrice) : size.times(entryPrice)
    const limit = Decimal.min(leverageLimit(resolved, { type: traded.type, instrument: symbol, qty: asQty(size) }, asPrice(entryPrice)), 100)
    const leverage = Decimal.max(1, roundToStep(limit.times(shape.part).div(100), new Decimal('0.01'), 'down'))
    const worse = roundToStep(entryPrice.times(new Decimal(shape.away).div(1000).times(shape.side === 'long' ? -1 : 1).plus(1)), traded.tickSize, shape.side === 'long' ? 'down' : 'up')
    return { scene: sceneWith(resolved, { traded, instruments, worth, entryPrice, size }, shape), size, entryPrice, leverage, worse }
  })
}

function sizeOf({ type, qtyStep }: Instrument, notional: string, at: Decimal): Decimal {
  const raw = type === 'inverse' ? new Decimal(notional) : new Decimal(notional).div(at)
  return Decimal.max(qtyStep, roundToStep(raw, qtyStep, 'down'))
}

interface Market {
  readonly traded: Instrument
  readonly instruments: ReadonlyMap<string, Instrument>
  readonly worth: Decimal
  readonly entryPrice: Decimal
  readonly size: Decimal
}

/** The account: a wallet of so many times the trade's worth, and perhaps a position of another contract, or of the same one. */
function sceneWith(rules: Rules, { traded, instruments, worth, entryPrice, size }: Market, shape: { readonly side: 'long' | 'short'; readonly mode: 'isolated' | 'cross'; readonly beside: string; readonly wallet: string }): CalculatorScene {
  const { type } = traded
  const half = Decimal.max(traded.qtyStep, roundToStep(size.div(2), traded.qtyStep, 'down'))
  const held: readonly Position[] =
    shape.beside === 'nothing'
      ? []
      : shape.beside === 'other'
        ? [heldPosition({ leg: 'OTHER@cross', instrument: 'OTHER', type, pool: 'cross', qty: type === 'inverse' ? '100' : '0.01', entry: '100' })]
        : [heldPosition({ leg: 'held', instrument: traded.symbol, type, pool: 'cross', qty: (shape.side === 'long' ? half.neg() : half).toFixed(), entry: entryPrice.toFixed() })]
  return {
    rules,
    instrument: traded,
    instruments,
    marks: new Map([[traded.symbol, asPrice(entryPrice)], ['OTHER', price('100')]]),
    account: bookAccount({ wallet: asQuote(worth.times(shape.wallet).toDecimalPlaces(8)), cash: new Map(), positions: held }),
    side: shape.side,
    mode: shape.mode,
    at: MONDAY,
    fills: [{ price: asPrice(entryPrice), qty: qty('1') }],
  }
}
