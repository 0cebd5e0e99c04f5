import type { PoolRef } from '../../ledger/Command.ts'
import { poolTypeOf } from '../../pools/Walls.ts'
import type { Counterfactual, CounterfactualKind } from './Counterfactual.ts'
import type { IncidentCase } from './incidentCase.ts'
import type { ScenarioChange } from './ScenarioChange.ts'
import type { Trials } from './trial.ts'

/** Other walls under which nobody else is lost: of a shared pool the culprit's own or everyone's own; of an isolated one none of its own. */
export function* wallsThatHold(about: IncidentCase, trials: Trials): Generator<number, readonly Counterfactual[]> {
  const { breach } = about
  if (poolTypeOf(breach.pool) === 'isolated') return [yield* wall(about, trials, 'shared')]
  if (breach.legs.length < 2) return []
  const own = yield* wall(about, trials, 'own-wall')
  return breach.legs.length < 3 ? [own] : [own, yield* wall(about, trials, 'all-walls')]
}

type Wall = Extract<CounterfactualKind, 'own-wall' | 'all-walls' | 'shared'>

function* wall(about: IncidentCase, trials: Trials, kind: Wall): Generator<number, Counterfactual> {
  const { culprit, question } = about
  const leg = kind === 'all-walls' ? undefined : culprit
  const trial = yield* trials.play(moved(about, kind), { toEnd: true, walls: 'as-set' })
  const lost = trial.liquidated.filter((each) => kind === 'shared' || each !== culprit)
  if (trial.verdict === 'refused' || trial.equity === undefined) return { kind, leg, type: 'none', reason: 'refused' }
  if (lost.length > 0) return { kind, leg, type: 'none', reason: question.legs.size > 1 || kind === 'shared' ? 'not-enough' : 'refused' }
  return {
    kind, leg, type: 'found', from: undefined, to: undefined, step: undefined, changes: trial.changes, walls: 'as-set', equity: trial.equity,
    liquidated: trial.liquidated,
  }
}

/** The walls of the twin written into the orders, with the change: what is tried is tried with the orders as set. */
function moved({ question, culprit }: IncidentCase, kind: Wall): readonly ScenarioChange[] {
  return question.setup.commands.flatMap((command) => {
    if (command.type !== 'place-order') return []
    const before: PoolRef = question.twin === 'as-set' ? command.pool : question.twin === 'all-cross' ? 'cross' : 'isolated'
    const isMoved = command.leg === culprit || (kind === 'all-walls' && question.legs.has(command.leg))
    const pool: PoolRef = isMoved ? (kind === 'shared' ? 'cross' : 'isolated') : before
    return pool === command.pool ? [] : [{ type: 'edit', id: command.id, leg: command.leg, pool }]
  })
}
