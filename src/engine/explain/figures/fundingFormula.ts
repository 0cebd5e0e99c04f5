import { priceOf } from '../../tape/priceKey.ts'
import { Decimal } from '../../units/decimal.ts'
import type { PremiumFunding } from '../../venues/Rules.ts'
import type { Expression } from '../Explanation.ts'
import { difference, given, greatestOf, leastOf, negativeOf, plainNumber, postedOf, productOf, quotientOf, sumOf } from '../expressions.ts'
import type { AccountScene } from './Explained.ts'
import { kindRef } from './references.ts'

/** The rate of an interval at the prices of now. [F1, F2] */
export function fundingRateTerm(scene: Pick<AccountScene, 'rules' | 'marks' | 'keys'>, instrument: string): Expression {
  const { funding } = scene.rules
  if (funding.type === 'none') return plainNumber(0)
  if (funding.type === 'fixed') return given('fundingRate', funding.rate)
  return postedOf(premiumRate(funding, premiumTerm(scene, funding, instrument)))
}

/** The same while the premium stands as the rules state it, before it is rounded. */
export function restingRateTerm(funding: PremiumFunding): Expression {
  return premiumRate(funding, given('fundingPremium', funding.premium))
}

/** (mark - index) / index, or as the rules state it where there is no index. */
function premiumTerm(scene: Pick<AccountScene, 'marks' | 'keys'>, funding: PremiumFunding, instrument: string): Expression {
  const index = scene.marks.get(`${instrument}#index`)
  if (index?.gt(0) !== true) return given('fundingPremium', funding.premium)
  const indexTerm = given('index', index, { figure: kindRef(scene, `${instrument}#index`) })
  return quotientOf(difference(given('mark', priceOf(scene.marks, instrument, 'mark'), { figure: kindRef(scene, instrument) }), indexTerm), indexTerm)
}

/** (p + clamp(i - p)) x interval / period, within the cap. */
function premiumRate({ interest, clamp, cap, intervalMillis, periodMillis }: PremiumFunding, premium: Expression): Expression {
  const limit = given('fundingClamp', clamp)
  const drawn = greatestOf(negativeOf(limit), leastOf(limit, difference(given('fundingInterest', interest), premium)))
  const rate = quotientOf(productOf(sumOf(premium, drawn), given('interval', new Decimal(intervalMillis))), given('period', new Decimal(periodMillis)))
  if (cap === undefined) return rate
  const most = given('fundingCap', cap)
  return greatestOf(negativeOf(most), leastOf(most, rate))
}
