import type { Command } from '../../ledger/Command.ts'
import { CROSS } from '../../pools/cross.ts'
import { poolTypeOf } from '../../pools/Walls.ts'
import { Decimal, roundToStep } from '../../units/decimal.ts'
import { asQuote } from '../../units/quantities.ts'
import { boundary, type Boundary } from './boundary.ts'
import type { Counterfactual } from './Counterfactual.ts'
import type { IncidentCase } from './incidentCase.ts'
import type { ScenarioChange } from './ScenarioChange.ts'
import type { Trial, Trials } from './trial.ts'
import { worstMoment, type WorstMoment } from './worstMoment.ts'

export interface MarginFound {
  readonly counterfactual: Counterfactual
  /** What was missing, and the pool's worst moment with much more than that: where other searches begin. */
  readonly extra: Decimal | undefined
  readonly worst: WorstMoment | undefined
}

/** The least that had to be added: to an isolated pool or a bucket right after the opening, to a wallet before anything else. */
export function* marginThatHolds(about: IncidentCase, trials: Trials, step: Decimal): Generator<number, MarginFound> {
  const { question, breach, culprit, insertAfter } = about
  const none = (reason: (Counterfactual & { readonly type: 'none' })['reason']): MarginFound => ({ counterfactual: { kind: 'margin', leg: legOf(about), type: 'none', reason }, extra: undefined, worst: undefined })
  if (breach.pool !== CROSS && insertAfter === undefined) return none('at-once')
  let plenty = roundToStep(about.worth.times(2).plus(1), step, 'up')
  let rich = yield* trials.play(given(about, plenty, true))
  for (let i = 0; i < 3 && rich.verdict === 'liquidated'; i += 1) {
    plenty = plenty.times(16)
    rich = yield* trials.play(given(about, plenty, true))
  }
  if (rich.verdict !== 'alive') return none(rich.verdict === 'refused' ? 'refused' : 'not-enough')
  const span = { leg: culprit, since: question.since, until: question.until }
  const worst = yield* worstMoment(question.setup, rich.run, span)
  const hint = roundToStep(plenty.minus(worst?.surplus ?? 0), step, 'up')
  const refine = function* (amount: Decimal, { run }: Trial): Generator<number, Decimal | undefined> {
    const again = yield* worstMoment(question.setup, run, span)
    return again === undefined ? undefined : roundToStep(amount.minus(again.surplus), step, 'up')
  }
  const search = (withWallet: boolean): Generator<number, Boundary> =>
    boundary({ bad: new Decimal(0), step, limit: plenty, hint, try: (amount) => trials.play(given(about, amount, withWallet)), refine })
  const poor = breach.pool === CROSS ? undefined : yield* search(false)
  const found = poor?.type === 'found' ? poor : yield* search(true)
  if (found.type === 'none') return none('not-enough')
  return { counterfactual: told(about, found, step), extra: found.value, worst }
}

function told(about: IncidentCase, { value, trial }: { readonly value: Decimal; readonly trial: Trial }, step: Decimal): Counterfactual {
  const { question, breach } = about
  const from = breach.pool === CROSS ? question.setup.wallet : about.cash
  return {
    kind: 'margin', leg: legOf(about), type: 'found', from, to: from.plus(value), step, changes: trial.changes,
    walls: question.twin, equity: trial.equity ?? asQuote(new Decimal(0)), liquidated: [],
  }
}

function legOf({ breach, culprit }: IncidentCase): string | undefined {
  return poolTypeOf(breach.pool) === 'isolated' ? culprit : undefined
}

function given(about: IncidentCase, amount: Decimal, withWallet: boolean): readonly ScenarioChange[] {
  const { question: { setup }, breach, culprit, insertAfter = '', opening } = about
  const wallet: ScenarioChange = { type: 'wallet', wallet: asQuote(setup.wallet.plus(amount)) }
  if (breach.pool === CROSS) return [wallet]
  const isBucket = poolTypeOf(breach.pool) === 'bucket'
  const command: Command = {
    id: newId(setup.commands),
    tick: opening.tick,
    type: 'add-margin',
    to: isBucket ? { type: 'bucket', name: breach.pool.slice('bucket:'.length) } : { type: 'leg', leg: culprit },
    amount: asQuote(amount),
  }
  return [...(withWallet ? [wallet] : []), { type: 'insert', after: insertAfter, command }]
}

/** An id that no command has. */
function newId(commands: readonly Command[]): string {
  const used = new Set(commands.map(({ id }) => id))
  let n = 1
  while (used.has(`extra-margin-${n}`)) n += 1
  return `extra-margin-${n}`
}

