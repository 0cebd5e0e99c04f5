import type { Decimal } from '../units/decimal.ts'
import { ZERO } from '../units/quantities.ts'
import type { Beyond, CalculatorScene, CalculatorValues, Inverse } from './Calculator.ts'
import { amounts, feeRates, fundingRates, payments, pricesBeside, sizes } from './domains.ts'
import { feeAt, grossPnl, tradeFunding, type Given } from './tradeMoney.ts'
import { solvedTrade, type TradeInput } from './tradeTerms.ts'

/** A trade that is closed at the wanted price is to leave what funding has cost less what was realised. */
function ofTrade(input: TradeInput, domain: Inverse['domain']): Inverse {
  return {
    ...common(input),
    domain,
    guess: (wanted, values, scene) => {
      const money = (values.fundingPaid ?? ZERO).minus(values.realized ?? ZERO)
      return solvedTrade(input, { money, onMargin: ZERO, isNet: true }, { ...values, exitPrice: wanted }, scene)
    },
  }
}

/** What was realised, or paid, so that nothing is left at the wanted price. */
function ofAmount(input: 'realized' | 'fundingPaid'): Inverse {
  return {
    ...common(input),
    domain: amounts,
    guess: (wanted, values, scene) => {
      const left = leftAt(wanted, values, scene)
      return input === 'realized' ? (values.fundingPaid ?? ZERO).minus(left) : (values.realized ?? ZERO).plus(left)
    },
  }
}

function common(input: string): Pick<Inverse, 'input' | 'from' | 'keeps' | 'isMonotone' | 'lies'> {
  return { input, from: 'breakEvenPrice', keeps: ({ side }) => (side === 'long' ? 'not-above' : 'not-below'), isMonotone: true, lies }
}

/** A long that is never ahead breaks even above every price, a short below; one that is always ahead on the other side. */
function lies(why: string, { side }: CalculatorScene): Beyond | undefined {
  if (why !== 'never-ahead' && why !== 'always-ahead') return undefined
  return (why === 'never-ahead') === (side === 'long') ? 'above' : 'below'
}

function leftAt(exitPrice: Decimal, values: CalculatorValues, scene: CalculatorScene): Decimal {
  const given: Given = (field) => (field === 'exitPrice' ? exitPrice : (values[field] ?? ZERO))
  if (!exitPrice.gt(0) || !given('entryPrice').gt(0)) return ZERO
  return grossPnl(scene, given).minus(feeAt(scene, given, 'entryPrice')).minus(feeAt(scene, given, 'exitPrice')).plus(tradeFunding(scene, given))
}

/** The break-even price is no worse than what is wanted: of a long not above it, of a short not below. [A13, A15] */
export const breakEvenInverses: readonly Inverse[] = [
  ofTrade('entryPrice', (values, scene, wanted) => pricesBeside('wanted')({ ...values, wanted }, scene)),
  ofTrade('exitFeeRate', feeRates),
  ofTrade('entryFeeRate', feeRates),
  ofAmount('fundingPaid'),
  ofAmount('realized'),
  ofTrade('size', sizes),
  ofTrade('fundingRate', fundingRates),
  ofTrade('fundingPayments', payments),
]
