import { Decimal, roundToStep } from '../units/decimal.ts'
import { ZERO } from '../units/quantities.ts'
import type { CalculatorScene, CalculatorValues, Domain } from './Calculator.ts'
import { highestLeverage } from './tradeFields.ts'
import { unitNotional } from './tradeTerms.ts'

type DomainOf = (values: CalculatorValues, scene: CalculatorScene) => Domain

/** No trade is worth more: 10^12 of the quote currency, or 10^8 coins. */
const MOST = { linear: new Decimal('1e12'), inverse: new Decimal('1e8'), spot: new Decimal('1e12') }
/** No price is further than this many times from the one it is looked for beside. */
const FURTHEST = 1000
/** Where none is known. */
const HIGHEST_PRICE = new Decimal('1e9')
const LEVERAGE_STEP = new Decimal('0.01')
const HIGHEST_LEVERAGE = new Decimal(1000)
const RATE_STEP = new Decimal('1e-8')

/** Cents of a linear contract's currency, 10^-8 of a coin. */
export function moneyStep({ instrument }: CalculatorScene): Decimal {
  return new Decimal(instrument.type === 'inverse' ? '1e-8' : '0.01')
}

/** Sizes up to what is worth the most at the entry price. */
export const sizes: DomainOf = ({ entryPrice }, scene) => {
  const { qtyStep, type } = scene.instrument
  const unit = entryPrice?.gt(0) === true ? unitNotional(scene, entryPrice) : new Decimal(1)
  return { low: qtyStep, high: Decimal.max(qtyStep, roundToStep(MOST[type].div(unit), qtyStep, 'down')), step: qtyStep }
}

/** Prices beside the one that is known: `beside` names its field. */
export function pricesBeside(beside: string): DomainOf {
  return (values, scene) => {
    const { tickSize, symbol } = scene.instrument
    const known = values[beside] ?? scene.marks.get(symbol)
    return { low: tickSize, high: roundToStep(Decimal.max(tickSize, known?.times(FURTHEST) ?? HIGHEST_PRICE), tickSize, 'down'), step: tickSize }
  }
}

/** From 1 to what the tier allows. */
export const leverages: DomainOf = (values, scene) => ({
  low: new Decimal(1),
  high: roundToStep(highestLeverage(values, scene) ?? HIGHEST_LEVERAGE, LEVERAGE_STEP, 'down'),
  step: LEVERAGE_STEP,
})

/** Fees and rebates from -1 % to 10 %. */
export const feeRates: DomainOf = () => ({ low: new Decimal('-0.01'), high: new Decimal('0.1'), step: RATE_STEP })

/** Funding rates up to the whole value. */
export const fundingRates: DomainOf = () => ({ low: new Decimal(-1), high: new Decimal(1), step: RATE_STEP })

/** A thousand years of one every hour. */
export const payments: DomainOf = () => ({ low: ZERO, high: new Decimal('1e7'), step: new Decimal(1) })

/** Amounts gained or lost. */
export const amounts: DomainOf = (_, scene) => {
  const most = MOST[scene.instrument.type]
  return { low: most.neg(), high: most, step: moneyStep(scene) }
}
