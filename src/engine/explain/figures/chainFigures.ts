import { Decimal } from '../../units/decimal.ts'
import { posted } from '../../units/quantities.ts'
import { difference, firstThatGives, given, postedOf, productOf, quotientOf, sumOf } from '../expressions.ts'
import type { FieldOf } from '../FigureId.ts'
import type { Incident } from '../Incident.ts'
import { lastWay } from '../lastWay.ts'
import type { ChainShare, ChainWay } from '../LiquidationChain.ts'
import { wholeNumberOf } from '../wholeNumberOf.ts'
import { totalOf } from './accountFigures.ts'
import { figure, type Explained } from './Explained.ts'

interface Asked {
  readonly field: FieldOf<'incident'>
  readonly of: Readonly<Record<string, string>>
}

/** Of the chain of a leg's liquidation price, and of what would have prevented the liquidation. */
export function explainChainFigure(report: Incident, asked: Asked): Explained | undefined {
  if (asked.field.startsWith('saver')) return ofSaver(asked)
  const way = lastWay(report.chains.find((chain) => chain.leg === asked.of['leg']))
  if (way === undefined) return undefined
  return asked.field.startsWith('step') ? ofStep(way, asked) : ofDrift(way, asked)
}

const PLAIN = /^-?\d+(\.\d+)?$/

/** Found by playing the scenario again, which is not done for an explanation: the key holds what was found. [I2] */
function ofSaver({ field, of: { value, from, to } }: Asked): Explained | undefined {
  if (field === 'saverExtra') {
    if (from === undefined || to === undefined || !PLAIN.test(from) || !PLAIN.test(to)) return undefined
    const [before, after] = [new Decimal(from), new Decimal(to)]
    return figure(after.minus(before), difference(given('stated', after, { of: 'to' }), given('stated', before, { of: 'from' })), ['I2'])
  }
  if (value === undefined || !PLAIN.test(value)) return undefined
  return figure(new Decimal(value), given('stated', new Decimal(value)), ['I2'])
}

/** One step on the way: where it began and what it added. */
function ofStep(way: ChainWay, { field, of }: Asked): Explained | undefined {
  const step = way.steps[wholeNumberOf(of['part']) ?? -1]
  if (step === undefined) return undefined
  const before = given('driftBefore', step.before)
  if (field === 'stepPrice') return figure(step.price, difference(given('driftAfter', step.after), before), ['I1'])
  if (field === 'stepAfter') return figure(step.after, sumOf(before, given('driftPart', step.price)), ['I1'])
  return step.surplus === undefined ? undefined : figure(step.surplus, given('driftSurplus', step.surplus), ['M6', 'I1'])
}

/** The smaller shares together, from one on. */
function ofRest({ shares }: ChainWay, from: number): Explained | undefined {
  const rest = from < 0 ? [] : shares.slice(from)
  if (rest.length === 0) return undefined
  const total = rest.reduce((sum: Decimal, { price }) => sum.plus(price), new Decimal(0))
  return figure(total, totalOf(rest.map(({ price }, i) => given('driftPart', price, { of: String(i) }))), ['I1'])
}

/** How far each cause moved the liq. price since the position has one: a part of the way, by what it did to the surplus. [I1] */
function ofDrift(way: ChainWay, { field, of }: Asked): Explained | undefined {
  const before = given('driftBefore', way.before)
  if (field === 'driftBefore') return figure(way.before, before, ['M1', 'I1'])
  if (field === 'driftAfter') return figure(way.after, sumOf(before, ...way.shares.map(({ price }, i) => given('driftPart', price, { of: String(i) }))), ['M1', 'I1'])
  const i = wholeNumberOf(of['part']) ?? -1
  if (field === 'driftRest') return ofRest(way, i)
  const part = way.shares[i]
  if (part === undefined) return undefined
  if (field !== 'driftSurplus') return driftPrice(way, part, i)
  return part.surplus === undefined ? undefined : figure(part.surplus, given('driftSurplus', part.surplus), ['M6', 'I1'])
}

function driftPrice({ shares, before, after }: ChainWay, { price, surplus }: ChainShare, i: number): Explained {
  const way = given('driftWay', after.minus(before))
  const total = shares.reduce((sum: Decimal, each) => sum.plus(each.surplus ?? 0), new Decimal(0))
  const shared = total.isZero() || surplus === undefined ? undefined : postedOf(quotientOf(productOf(way, given('driftSurplus', surplus)), given('driftTotal', total)))
  const rest = difference(way, totalOf(shares.filter((_, k) => k !== i).map((each, k) => given('driftPart', each.price, { of: String(k) }))))
  return figure(price, firstThatGives(price, [shared, rest], given('driftPart', posted(price))), ['M1', 'I1'])
}
