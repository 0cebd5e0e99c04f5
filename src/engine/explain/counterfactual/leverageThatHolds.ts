import { Decimal, roundToStep } from '../../units/decimal.ts'
import { asQuote, asRate } from '../../units/quantities.ts'
import { boundary } from './boundary.ts'
import type { Counterfactual } from './Counterfactual.ts'
import type { IncidentCase } from './incidentCase.ts'
import type { Trials } from './trial.ts'

/** Leverages are set to two places. */
const STEP = new Decimal('0.01')

/** The highest leverage of the order that opened an isolated position: the lower, the more margin it brings. */
export function* leverageThatHolds(about: IncidentCase, trials: Trials, extra: Decimal | undefined): Generator<number, Counterfactual> {
  const { order, culprit, opening, question } = about
  const none = (reason: (Counterfactual & { readonly type: 'none' })['reason']): Counterfactual => ({ kind: 'leverage', leg: culprit, type: 'none', reason })
  if (order === undefined) return none('no-order')
  const worth = opening.entryNotionalAfter.abs()
  const guess = extra === undefined ? new Decimal(1) : roundToStep(worth.div(worth.div(order.leverage).plus(extra)), STEP, 'down')
  const found = yield* boundary({
    bad: order.leverage,
    step: STEP.neg(),
    limit: new Decimal(1),
    hint: guess,
    try: (leverage) => trials.play([{ type: 'edit', id: order.id, leg: order.leg, leverage: asRate(leverage) }]),
  })
  if (found.type === 'none') return none(found.wasRefused ? 'wallet' : 'not-enough')
  const { value, trial } = found
  return {
    kind: 'leverage', leg: culprit, type: 'found', from: order.leverage, to: value, step: STEP, changes: trial.changes,
    walls: question.twin, equity: trial.equity ?? asQuote(new Decimal(0)), liquidated: [],
  }
}
