import { required } from '../../result/result.ts'
import { Decimal, roundToStep } from '../../units/decimal.ts'
import { asQty, asQuote } from '../../units/quantities.ts'
import { boundary } from './boundary.ts'
import type { Counterfactual } from './Counterfactual.ts'
import type { IncidentCase } from './incidentCase.ts'
import type { MarginFound } from './marginThatHolds.ts'
import type { Trials } from './trial.ts'
import { worstMoment } from './worstMoment.ts'

/** Sizes are found to as many digits as the largest accepted one. [P8] */
const DIGITS = 9

/** The largest size of the culprit's order with which its shared pool lives. Behind a wall of its own the margin would shrink as well. */
export function* sizeThatHolds(about: IncidentCase, trials: Trials, { extra, worst }: MarginFound): Generator<number, Counterfactual> {
  const { order, culprit, opening, traded, question } = about
  const none = (reason: (Counterfactual & { readonly type: 'none' })['reason']): Counterfactual => ({ kind: 'size', leg: culprit, type: 'none', reason })
  if (order === undefined) return none('no-order')
  const { qtyStep } = required(question.setup.instruments.find(({ symbol }) => symbol === opening.instrument), opening.instrument)
  const size = traded
  const step = roundToStep(Decimal.max(qtyStep, new Decimal(10).pow(size.e + 1 - DIGITS)), qtyStep, 'up')
  const share = extra === undefined || worst === undefined || worst.ofLeg.gte(0) ? new Decimal('0.5') : Decimal.max(0, new Decimal(1).plus(extra.div(worst.ofLeg)))
  const found = yield* boundary({
    bad: size,
    step: step.neg(),
    limit: step,
    hint: roundToStep(size.times(share), step, 'down'),
    try: (qty) => trials.play([{ type: 'edit', id: order.id, leg: order.leg, qty: asQty(qty) }]),
    // Surplus = rest + size x c, with c what the culprit adds for each unit.
    *refine(qty, { run }) {
      const again = yield* worstMoment(question.setup, run, { leg: culprit, since: question.since, until: question.until })
      return again === undefined || again.ofLeg.gte(0) ? undefined : roundToStep(qty.minus(again.surplus.times(qty).div(again.ofLeg)), step, 'down')
    },
  })
  if (found.type === 'none') return none(found.wasRefused ? 'refused' : 'not-enough')
  const { value, trial } = found
  return {
    kind: 'size', leg: culprit, type: 'found', from: size, to: value, step, changes: trial.changes,
    walls: question.twin, equity: trial.equity ?? asQuote(new Decimal(0)), liquidated: [],
  }
}
