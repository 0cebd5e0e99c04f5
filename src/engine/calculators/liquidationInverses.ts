import { priceOfNotional, unitNotional } from './tradeTerms.ts'
import { tiersOf } from '../margin/requirement.ts'
import { Decimal } from '../units/decimal.ts'
import { QUANTUM } from '../units/quantities.ts'
import type { Beyond, CalculatorScene, CalculatorValues, Domain, Inverse } from './Calculator.ts'
import { moneyStep } from './domains.ts'
import { highestLeverage } from './tradeFields.ts'

/** No more than this is put behind a trade. */
const MOST_MONEY = new Decimal('1e12')
const LEVERAGE_STEP = new Decimal('0.01')
/** Above what any venue allows, so that the end of the tier table is seen. */
const BEYOND_LEVERAGE = new Decimal(2000)

/**
 * Cents (10^-8 of a coin), finer where a tick of the price is worth less: then every price on the tick is met exactly.
 * Linear: a tick is worth q x tick. Inverse: q x tick / P^2 coins.
 */
export function marginStep(values: CalculatorValues, scene: CalculatorScene): Decimal {
  const { size, entryPrice } = values
  const usual = moneyStep(scene)
  if (size?.gt(0) !== true || entryPrice?.gt(0) !== true) return usual
  const { tickSize, type } = scene.instrument
  const worth = type === 'inverse' ? size.times(tickSize).div(entryPrice).div(entryPrice) : size.times(tickSize)
  return Decimal.max(QUANTUM, Decimal.min(usual, new Decimal(10).pow(worth.e - 1)))
}

/** From one step to all that anyone has. */
export function marginDomain(values: CalculatorValues, scene: CalculatorScene): Domain {
  const step = marginStep(values, scene)
  return { low: step, high: MOST_MONEY, step }
}

/** The same from nothing at all. */
export function walletDomain(values: CalculatorValues, scene: CalculatorScene): Domain {
  return { ...marginDomain(values, scene), low: new Decimal(0) }
}

/** On the hundredth, beyond what a tier allows: what it does not allow has no figure, and says so. [P1] */
export function leverageDomain(): Domain {
  return { low: new Decimal(1), high: BEYOND_LEVERAGE, step: LEVERAGE_STEP }
}

/** Where the tier ends that the leverage must be in. */
export function leverageBends(values: CalculatorValues, scene: CalculatorScene): readonly Decimal[] {
  const limit = highestLeverage(values, scene)
  return limit === undefined ? [] : [limit]
}

/** Sizes at which a liquidation price may bend: where the trade enters another tier, and where it offsets what is open. */
export function sizeBends(values: CalculatorValues, scene: CalculatorScene): readonly Decimal[] {
  const { account, instrument, mode } = scene
  const beside = [...account.positions.values()].filter((held) => held.pool === mode && held.instrument === instrument.symbol)
  const net = beside.reduce((total: Decimal, held) => total.plus(held.qty), new Decimal(0))
  return [...tierSizes(values, scene), ...(net.isZero() ? [] : [net.abs()])]
}

/** Sizes at which the trade enters another tier. */
export function tierSizes({ markPrice, entryPrice }: CalculatorValues, scene: CalculatorScene): readonly Decimal[] {
  const { rules, instrument } = scene
  const floors = tiersOf(rules, instrument.symbol).map(({ floor }) => floor).filter((floor) => floor.gt(0))
  if (rules.tiersBy !== 'notional') return floors
  return [markPrice, entryPrice].flatMap((at) => (at?.gt(0) === true ? floors.map((floor) => atNotional(scene, floor, at)) : []))
}

/** A trade is entered near where it is liquidated. */
const NEAR = ['0.5', '0.7', '0.8', '0.9', '0.96', '1', '1.04', '1.1', '1.2', '1.4', '2']

/** Entry prices at which the trade enters another tier, and some near the wanted price. */
export function entryBends({ size }: CalculatorValues, scene: CalculatorScene, wanted: Decimal): readonly Decimal[] {
  const { rules, instrument } = scene
  const near = NEAR.map((share) => wanted.times(share))
  if (size?.gt(0) !== true || rules.tiersBy !== 'notional') return near
  return [...near, ...tiersOf(rules, instrument.symbol).flatMap(({ floor }) => priceOfNotional(scene, size, floor) ?? [])]
}

function atNotional(scene: CalculatorScene, worth: Decimal, at: Decimal): Decimal {
  return worth.div(unitNotional(scene, at))
}

/** The side of a liquidation price that is further away: from the mark, on the side of it where the wanted price is. */
export function furtherSide({ side }: CalculatorScene, wanted: Decimal, values: CalculatorValues): 'not-below' | 'not-above' {
  const mark = markIn(values)
  return (mark === undefined ? side === 'long' : wanted.lt(mark)) ? 'not-above' : 'not-below'
}

/** A hedge, and a requirement that outgrows its gains, fail on the other side of the mark: neither further nor nearer. */
export function areBeside(result: Decimal, wanted: Decimal, values: CalculatorValues): boolean {
  const mark = markIn(values)
  return mark === undefined || result.lt(mark) === wanted.lt(mark)
}

function markIn({ markPrice, entryPrice }: CalculatorValues): Decimal | undefined {
  return markPrice ?? entryPrice
}

/** Where a liquidation price that does not exist lies: further than any, or nearer than all. */
export function liesOf(why: string, scene: CalculatorScene, wanted: Decimal, values: CalculatorValues): Beyond | undefined {
  const lies = distanceLies(why)
  if (lies === undefined) return undefined
  return (lies === 'above') === (furtherSide(scene, wanted, values) === 'not-below') ? 'above' : 'below'
}

/** The same of a distance. */
export function distanceLies(why: string): Beyond | undefined {
  if (why === 'fully-collateralized' || why === 'beyond-maximum-price') return 'above'
  return why === 'already-liquidatable' ? 'below' : undefined
}

/** The price that a wanted distance from the mark is. */
export function priceAtDistance({ side }: CalculatorScene, mark: Decimal, distance: Decimal): Decimal {
  return mark.times(side === 'long' ? new Decimal(1).minus(distance) : distance.plus(1))
}

/** An input from each of the prices that say how far a trade can go. */
export function fromPrices(input: string, about: Pick<Inverse, 'applies' | 'domain' | 'bends' | 'isMonotone'>, guess: (price: Decimal, need: 'maintenance' | 'nothing', values: CalculatorValues, scene: CalculatorScene) => Decimal | undefined): readonly Inverse[] {
  const price = { ...about, input, keeps: furtherSide, compares: areBeside, lies: liesOf }
  return [
    { ...price, from: 'liquidationPrice', guess: (wanted, values, scene) => guess(wanted, 'maintenance', values, scene) },
    {
      ...about,
      input,
      from: 'liquidationDistance',
      keeps: () => 'not-below',
      lies: distanceLies,
      guess: (wanted, values, scene) => {
        const mark = values['markPrice'] ?? values['entryPrice']
        return mark === undefined ? undefined : guess(priceAtDistance(scene, mark, wanted), 'maintenance', values, scene)
      },
    },
    { ...price, from: 'bankruptcyPrice', guess: (wanted, values, scene) => guess(wanted, 'nothing', values, scene) },
  ]
}
