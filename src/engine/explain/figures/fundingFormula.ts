import { knownFunding, type KnownFunding } from '../../margin/knownFunding.ts'
import { priceOf } from '../../tape/priceKey.ts'
import { Decimal } from '../../units/decimal.ts'
import type { PremiumFunding } from '../../venues/Rules.ts'
import type { Expression } from '../Explanation.ts'
import { difference, given, greatestOf, leastOf, negativeOf, plainNumber, postedOf, productOf, quotientOf, roundedTo, sumOf } from '../expressions.ts'
import type { AccountScene } from './Explained.ts'
import { kindRef } from './references.ts'

type FundingScene = Pick<AccountScene, 'rules' | 'marks' | 'keys' | 'tape' | 'at'>

/** Why there is no funding of an instrument: none is paid, or the tape's first payment is still to come. [F1, F5] */
export function noFundingReason({ isOfTape }: KnownFunding): string {
  return isOfTape ? 'not-paid-yet' : 'no-funding'
}

/** The next payment's moment: the next multiple of the interval, of a tape's own so many intervals after its last one. [F1, F5] */
export function nextFundingTerm({ last }: KnownFunding, intervalMillis: number, at: number): Expression {
  const step = given('interval', new Decimal(intervalMillis))
  const now = given('now', new Decimal(at))
  const since = (from: Expression): Expression => productOf(sumOf(roundedTo(quotientOf(from, step), new Decimal(1), 'down'), plainNumber(1)), step)
  if (last === undefined) return since(now)
  const from = given('lastPayment', new Decimal(last))
  return sumOf(from, since(difference(now, from)))
}

/** The rate of an interval at the prices of now, or the one last paid of a tape's own. [F1, F2, F5] */
export function fundingRateTerm(scene: FundingScene, instrument: string): Expression {
  const { funding } = knownFunding(scene, instrument)
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
