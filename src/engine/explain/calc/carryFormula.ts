import { carried } from '../../calculators/carryTrade.ts'
import { carriedIn } from '../../calculators/carryInverses.ts'
import { entered } from '../../calculators/formulaTerms.ts'
import { fundingPayment } from '../../margin/fundingPayment.ts'
import { exactEquity, positionsIn, requirementOf } from '../../margin/poolMargin.ts'
import { testMarks } from '../../tape/testMarks.ts'
import { priceOf } from '../../tape/priceKey.ts'
import { Decimal } from '../../units/decimal.ts'
import type { Expression } from '../Explanation.ts'
import { difference, given, negativeOf, plainNumber, postedOf, productOf, quotientOf, roundedTo, sumOf } from '../expressions.ts'
import { totalOf } from '../figures/accountFigures.ts'
import { quantityTerm, valueTerm } from '../figures/legFormulas.ts'
import { inputOf, resultOf, type CalcQuestion } from './CalcQuestion.ts'
import { resultTerm } from './calcMoney.ts'

type Field = 'perPayment' | 'payments' | 'millisToLiquidation'

/** What funding takes from the pool each time, how often until its test fails, and how long that is. [F4, A16] */
export function carryFormula(question: CalcQuestion, field: Field): Expression {
  return FIELDS[field](question)
}

const FIELDS: Readonly<Record<Field, (question: CalcQuestion) => Expression>> = { perPayment, payments, millisToLiquidation }

/** The trade pays on what its price is worth at the stated rate; every other position of the pool its own. */
function perPayment(question: CalcQuestion): Expression {
  const { scene: { rules, instrument }, values, scene } = question
  const { trade: { account, pool, position, context } } = carried(scene, carriedIn(values, scene))
  const rate = inputOf(question, 'fundingRate')
  const kind = rules.funding.type === 'none' ? 'mark' : rules.funding.price
  const legs = positionsIn(account, pool)
  const own = legs.filter((leg) => leg.instrument === instrument.symbol).map((leg) => {
    const of = leg.leg === position.leg ? undefined : leg.leg
    const worth = valueTerm(leg.type, quantityTerm({ position: leg, mark: priceOf(context.marks, leg.instrument, kind), rules, of }), given('mark', priceOf(context.marks, leg.instrument, kind)))
    const share = entered('r', 'fundingRate', rate, 'share')
    return postedOf(productOf(worth, leg.type === 'inverse' ? share : negativeOf(share)))
  })
  const others = legs.filter((leg) => leg.instrument !== instrument.symbol).flatMap((leg) => {
    const amount = fundingPayment(leg, rules.funding, context.marks)?.amount
    return amount === undefined || amount.isZero() ? [] : [given('funding', amount, { of: leg.leg })]
  })
  return negativeOf(totalOf([...own, ...others]))
}

/** The surplus over what each takes: ceil(S / a), or floor(S / a) + 1 where equality passes. */
function payments(question: CalcQuestion): Expression {
  const { scene, values } = question
  const { trade: { account, pool, context } } = carried(scene, carriedIn(values, scene))
  const marks = testMarks(context.marks, scene.rules.liquidation.trigger)
  const surplus = exactEquity(account, pool, marks).minus(requirementOf(account, pool, { marks, rules: scene.rules }))
  const share = quotientOf(given('surplus', surplus), resultTerm(question, 'perPayment', { symbol: 'a', unit: 'money' }))
  const one = new Decimal(1)
  return scene.rules.comparison === 'below' ? sumOf(roundedTo(share, one, 'down'), plainNumber(1)) : roundedTo(share, one, 'up')
}

const USUAL_INTERVAL = 8 * 3_600_000

/** To the first payment, and an interval for each more. */
function millisToLiquidation(question: CalcQuestion): Expression {
  const { scene: { at, rules: { funding } } } = question
  const interval = funding.type === 'none' ? USUAL_INTERVAL : funding.intervalMillis
  const first = (Math.floor(at / interval) + 1) * interval
  const more = difference(given('payments', resultOf(question, 'payments'), { figure: { id: 'calc.carry.payments', of: question.of } }), plainNumber(1))
  return sumOf(given('firstPayment', new Decimal(first)), productOf(more, given('interval', new Decimal(interval))), negativeOf(given('now', new Decimal(at))))
}
