import type { Decimal } from '../units/decimal.ts'
import { ONE_RATE, ZERO } from '../units/quantities.ts'
import type { Beyond, CalculatorScene, CalculatorValues, Domain, Inverse } from './Calculator.ts'
import { carried, paymentAfter, type CarriedTrade } from './carryTrade.ts'
import { cashAtPrice } from './cashAtPrice.ts'
import { fundingRates, sizes } from './domains.ts'
import { leverageBends, leverageDomain, marginDomain, tierSizes, walletDomain } from './liquidationInverses.ts'
import { unitNotional } from './tradeTerms.ts'

/** The trade that fields describe; what is missing is nothing. */
export function carriedIn(values: CalculatorValues, { mode }: CalculatorScene): CarriedTrade {
  const get = (field: string): Decimal => values[field] ?? ZERO
  return {
    size: get('size'),
    entryPrice: get('entryPrice'),
    markPrice: get('markPrice'),
    leverage: values.leverage ?? ONE_RATE,
    cash: get(mode === 'isolated' ? 'margin' : 'wallet'),
    entryFeeRate: get('entryFeeRate'),
    fundingRate: get('fundingRate'),
  }
}

/** A pool that pays nothing, or for longer than there is a calendar, lives longest; one that has failed already shortest. */
function lies(why: string): Beyond | undefined {
  if (why === 'already-liquidatable') return 'below'
  return why === 'no-funding' || why === 'receives-funding' || why === 'beyond-the-calendar' ? 'above' : undefined
}

type Guess = (survived: Decimal, values: CalculatorValues, scene: CalculatorScene) => Decimal | undefined

/** An input from each of the results that say how long: the pool lives no shorter than is wanted. [A13, A16] */
function fromTime(input: string, about: Pick<Inverse, 'applies' | 'domain' | 'bends' | 'isMonotone'>, guess: Guess): readonly Inverse[] {
  const common = { ...about, input, keeps: () => 'not-below' as const, lies }
  return [
    { ...common, from: 'payments', guess: (wanted, values, scene) => guess(wanted.minus(1), values, scene) },
    { ...common, from: 'paymentsSurvived', guess },
    { ...common, from: 'millisToLiquidation', guess: (wanted, values, scene) => guess(paymentAfter(scene, wanted).minus(1), values, scene) },
  ]
}

/** What a pool needs to stand exactly at its requirement after so many payments; its own and, in a shared one, before the fee. */
function cashFor(survived: Decimal, values: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  const given = carriedIn(values, scene)
  if (!given.size.gt(0) || !given.entryPrice.gt(0) || !given.markPrice.gt(0)) return undefined
  const { trade, perPayment } = carried(scene, { ...given, cash: ZERO })
  // A wallet without cash owes the fee.
  const fee = trade.pool.cash.neg()
  return cashAtPrice(scene, trade, { price: given.markPrice, need: 'maintenance' })?.plus(perPayment.times(survived)).plus(fee)
}

/** The rate at which so many payments take all that is left above the requirement; what others pay comes off first. */
function rateFor(survived: Decimal, values: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  const given = carriedIn(values, scene)
  const needed = cashFor(ZERO, values, scene)
  if (needed === undefined || !survived.gt(0)) return undefined
  const ofOthers = carried(scene, { ...given, fundingRate: ZERO }).perPayment
  const ofAll = carried(scene, { ...given, fundingRate: ONE_RATE }).perPayment
  const own = ofAll.minus(ofOthers)
  return own.isZero() ? undefined : given.cash.minus(needed).div(survived).minus(ofOthers).div(own)
}

function leverageFor(survived: Decimal, values: CalculatorValues, scene: CalculatorScene): Decimal | undefined {
  const { size, entryPrice } = carriedIn(values, scene)
  const margin = cashFor(survived, values, scene)
  return margin?.gt(0) === true ? unitNotional(scene, entryPrice).times(size).div(margin) : undefined
}

/** Rates that the trade pays: a long positive ones, a short negative ones. */
function paidRates(values: CalculatorValues, scene: CalculatorScene): Domain {
  const { low, high, step } = fundingRates(values, scene)
  return scene.side === 'long' ? { low: ZERO, high, step } : { low, high: ZERO, step }
}

const isIsolated = ({ mode }: CalculatorScene): boolean => mode === 'isolated'
const isCross = ({ mode }: CalculatorScene): boolean => mode === 'cross'

/** The least margin, the highest rate, the largest size, the highest leverage that live so long. */
export const carryInverses: readonly Inverse[] = [
  ...fromTime('margin', { applies: isIsolated, domain: marginDomain, isMonotone: true }, cashFor),
  ...fromTime('wallet', { applies: isCross, domain: walletDomain, isMonotone: true }, cashFor),
  ...fromTime('fundingRate', { domain: paidRates, isMonotone: true }, rateFor),
  ...fromTime('size', { domain: sizes, bends: tierSizes }, () => undefined),
  ...fromTime('leverage', { applies: isIsolated, domain: leverageDomain, bends: leverageBends }, leverageFor),
]
