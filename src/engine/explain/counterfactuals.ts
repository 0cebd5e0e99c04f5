import { invariant, required } from '../result/result.ts'
import { equityOf } from '../margin/equity.ts'
import type { Run, Setup } from '../run/createRun.ts'
import { marksAt } from '../run/steps.ts'
import type { Decimal } from '../units/decimal.ts'
import type { Incident } from './Incident.ts'
import type { Counterfactual, Counterfactuals } from './counterfactual/Counterfactual.ts'
import { incidentCase } from './counterfactual/incidentCase.ts'
import { leverageThatHolds } from './counterfactual/leverageThatHolds.ts'
import { marginThatHolds } from './counterfactual/marginThatHolds.ts'
import { sizeThatHolds } from './counterfactual/sizeThatHolds.ts'
import { stopThatHolds } from './counterfactual/stopThatHolds.ts'
import { openTrials, type CounterfactualProgress } from './counterfactual/trial.ts'
import { wallsThatHold } from './counterfactual/wallsThatHold.ts'

export interface CounterfactualQuestion {
  readonly twin: Incident['twin']
  /** Of the `pool-breached` event. */
  readonly seq: number
  /** Last tick that has been seen: the scenario is played so far and no further. */
  readonly until: number
  /** The smallest amount of the currency that is shown: extra margin is a multiple of it. */
  readonly moneyStep: Decimal
}

/** How many kinds are looked for, for the progress. */
const KINDS = 5

/**
 * What would have saved a pool that failed: each kind of change searched on its grid by playing the scenario again, so that
 * what is found holds and one step worse does not. [I2] A generator, so that the caller can show progress, pause, cancel.
 */
export function* counterfactuals(setup: Setup, run: Run, { twin, seq, until, moneyStep }: CounterfactualQuestion): Generator<CounterfactualProgress, Counterfactuals> {
  const breach = required(run.events[seq - 1], `event ${seq}`)
  invariant(breach.type === 'pool-breached' && until >= breach.tick && run.computed >= until, 'I2: the breach has been played')
  const about = incidentCase(setup, run, { breach, until, twin })
  const trials = openTrials(about.question)
  let done = 0
  const counted = function* <T>(work: Generator<number, T>): Generator<CounterfactualProgress, T> {
    for (;;) {
      const step = work.next()
      if (step.done === true) {
        done += 1
        return step.value
      }
      yield { done: done + step.value, total: KINDS }
    }
  }
  const margin = yield* counted(marginThatHolds(about, trials, moneyStep))
  const all: Counterfactual[] = [margin.counterfactual]
  if (about.breach.pool.startsWith('isolated:')) all.push(yield* counted(leverageThatHolds(about, trials, margin.extra)))
  else all.push(yield* counted(sizeThatHolds(about, trials, margin)))
  all.push(yield* counted(stopThatHolds(about, trials)))
  all.push(...(yield* counted(wallsThatHold(about, trials))))
  return { until, equity: equityOf(run.accountAt(until), marksAt(setup.tape, until)), all: [...all.filter(({ type }) => type === 'found'), ...all.filter(({ type }) => type === 'none')] }
}
