import { required } from '../../result/result.ts'
import { Decimal, roundToStep } from '../../units/decimal.ts'
import { asPrice, asQuote } from '../../units/quantities.ts'
import { boundary } from './boundary.ts'
import type { Counterfactual } from './Counterfactual.ts'
import type { IncidentCase } from './incidentCase.ts'
import type { Trials } from './trial.ts'

/** The stop loss of the culprit that is furthest from its entry and still closes it in time. */
export function* stopThatHolds(about: IncidentCase, trials: Trials): Generator<number, Counterfactual> {
  const { order, culprit, opening, breach, question } = about
  const none = (reason: (Counterfactual & { readonly type: 'none' })['reason']): Counterfactual => ({ kind: 'stop', leg: culprit, type: 'none', reason })
  if (order === undefined) return none('no-order')
  const { tickSize } = required(question.setup.instruments.find(({ symbol }) => symbol === opening.instrument), opening.instrument)
  const isLong = opening.qty.gt(0)
  const { mark } = required(breach.legs.find(({ leg }) => leg === culprit), culprit)
  const toEntry = tickSize.times(isLong ? 1 : -1)
  // A stop so far away never fires: the pool fails as it did.
  const never = roundToStep(mark.minus(mark.abs().plus(1).times(1000).times(isLong ? 1 : -1)), tickSize, 'down')
  const limit = roundToStep(opening.price, tickSize, isLong ? 'up' : 'down').minus(toEntry)
  if (limit.minus(mark).times(toEntry.s).lt(0)) return none('no-room')
  const found = yield* boundary({
    bad: never,
    step: toEntry,
    limit,
    hint: roundToStep(mark, tickSize, isLong ? 'up' : 'down'),
    try: (price) => trials.play([{ type: 'edit', id: order.id, leg: order.leg, stopLoss: asPrice(price) }]),
  })
  if (found.type === 'none') return none(breach.jumped ? 'gap' : 'not-enough')
  const { value, trial } = found
  return {
    kind: 'stop', leg: culprit, type: 'found', from: order.stopLoss, to: value, step: tickSize, changes: trial.changes,
    walls: question.twin, equity: trial.equity ?? asQuote(new Decimal(0)), liquidated: [],
  }
}
