import { fundingRateOf } from '../margin/fundingPayment.ts'
import { leverageLimit } from '../margin/requirement.ts'
import { Decimal } from '../units/decimal.ts'
import { asPrice, asQty, ZERO } from '../units/quantities.ts'
import type { CalculatorField, CalculatorScene, CalculatorValues } from './Calculator.ts'

/** The leverage of a calculation that states none, as far as the tier allows it. */
const USUAL_LEVERAGE = new Decimal(10)

/** The highest leverage at which the trade can be opened; none where size or entry price is not known yet. */
export function highestLeverage(values: CalculatorValues, { rules, instrument }: CalculatorScene): Decimal | undefined {
  const { size, entryPrice } = values
  if (size === undefined || entryPrice === undefined || !entryPrice.gt(0)) return undefined
  return leverageLimit(rules, { type: instrument.type, instrument: instrument.symbol, qty: asQty(size) }, asPrice(entryPrice))
}

/** The inputs of a trade that several calculators share; each under its id. */
export const tradeFields = {
  size: { id: 'size', unit: 'size', role: 'input' },
  entryPrice: { id: 'entryPrice', unit: 'price', role: 'input' },
  exitPrice: { id: 'exitPrice', unit: 'price', role: 'input' },
  leverage: {
    id: 'leverage',
    unit: 'leverage',
    role: 'input',
    otherwise: (values, scene) => Decimal.min(USUAL_LEVERAGE, highestLeverage(values, scene) ?? USUAL_LEVERAGE),
  },
  entryFeeRate: { id: 'entryFeeRate', unit: 'share', role: 'input', otherwise: (_, { rules }) => rules.fees.taker },
  exitFeeRate: { id: 'exitFeeRate', unit: 'share', role: 'input', otherwise: (_, { rules }) => rules.fees.taker },
  fundingRate: { id: 'fundingRate', unit: 'share', role: 'input', otherwise: (_, { rules, instrument, marks }) => fundingRateOf(rules.funding, instrument.symbol, marks) },
  fundingPayments: { id: 'fundingPayments', unit: 'count', role: 'input', otherwise: () => ZERO },
} as const satisfies Readonly<Record<string, CalculatorField>>
