import { Decimal } from '../units/decimal.ts'
import type { CarryLiquidation } from '../margin/timeToLiquidation.ts'
import type { Calculator, CalculatorAnswer, CalculatorField, CalculatorScene, CalculatorValues } from './Calculator.ts'
import { carriedIn, carryInverses } from './carryInverses.ts'
import { carried, type Carried } from './carryTrade.ts'
import { lazyAnswers, noneAnswer, valueAnswer } from './lazyAnswers.ts'
import { liquidation } from './liquidation.ts'
import { unopened } from './tradeAccount.ts'
import { tradeFields } from './tradeFields.ts'

/** The trade is described as for its liquidation price. */
const TRADE: readonly CalculatorField[] = liquidation.fields.filter(({ role }) => role === 'input')

/**
 * How long a trade lives on its margin when prices stand still and funding is all that happens, in the whole pool it is
 * in. `payments` is the one that liquidates, `paymentsSurvived` those before it; `millisToLiquidation` counts from the
 * moment of the calculation; `perPayment` is what each takes from the pool, negative where the pool receives. [F4, A16]
 */
export const carry: Calculator = {
  name: 'carry',
  fields: [
    ...TRADE,
    tradeFields.fundingRate,
    { id: 'payments', unit: 'count', role: 'result' },
    { id: 'paymentsSurvived', unit: 'count', role: 'result' },
    { id: 'millisToLiquidation', unit: 'millis', role: 'result' },
    { id: 'perPayment', unit: 'money', role: 'result' },
  ],
  forward,
  inverses: carryInverses,
}

type Payments = Extract<CarryLiquidation, { readonly type: 'payments' }>

function forward(values: CalculatorValues, scene: CalculatorScene): Readonly<Record<string, CalculatorAnswer>> {
  const needs = ['size', 'entryPrice', 'markPrice', 'leverage', 'fundingRate', ...(scene.mode === 'cross' ? ['wallet', 'entryFeeRate'] : ['margin'])]
  let known: Carried | undefined
  const figure = (of: (found: Carried) => CalculatorAnswer) => ({
    needs,
    of: (given: (field: string) => Decimal) =>
      unopened(scene, { size: given('size'), entryPrice: given('entryPrice'), leverage: given('leverage') }) ?? of((known ??= carried(scene, carriedIn(values, scene)))),
  })
  const ofPayments = (of: (payments: Payments) => number) => figure(({ until }) => (until.type === 'none' ? noneAnswer(until.reason) : valueAnswer(new Decimal(of(until)))))
  return lazyAnswers(values, {
    payments: ofPayments(({ payments }) => payments),
    paymentsSurvived: ofPayments(({ payments }) => payments - 1),
    millisToLiquidation: ofPayments(({ at }) => at - scene.at),
    perPayment: figure(({ perPayment }) => valueAnswer(perPayment)),
  })
}
