import type { LegId } from '../../ledger/Account.ts'
import { legRequirement } from '../../margin/legFigures.ts'
import { exactEquity, exactPnl, markOf, requirementOf } from '../../margin/poolMargin.ts'
import type { Run, Setup } from '../../run/createRun.ts'
import { marksFrom, stepsOf } from '../../run/steps.ts'
import { testMarks } from '../../tape/testMarks.ts'
import type { Decimal } from '../../units/decimal.ts'
import { resolveRules } from '../../venues/resolveRules.ts'

/** A pool where it was nearest to its liquidation. */
export interface WorstMoment {
  /** Equity less requirement. */
  readonly surplus: Decimal
  /** What one leg adds to that. */
  readonly ofLeg: Decimal
}

/** Looks for it at the points of the tape; what lies between two is no worse, or hardly: it is a guess to begin with. */
export function* worstMoment(setup: Setup, run: Run, { leg, since, until }: { readonly leg: LegId; readonly since: number; readonly until: number }): Generator<number, WorstMoment | undefined> {
  const rules = resolveRules(setup.rules, setup.instruments)
  let worst: WorstMoment | undefined
  for (let tick = since; tick <= until; tick += 1) {
    const account = run.accountAt(tick)
    const position = account.positions.get(leg)
    const pool = position === undefined ? undefined : account.pools.get(position.pool)
    if (position === undefined || pool === undefined) continue
    for (const { to } of stepsOf(setup.tape, tick)) {
      const marks = testMarks(marksFrom(setup.tape, to), rules.liquidation.trigger)
      const surplus = exactEquity(account, pool, marks).minus(requirementOf(account, pool, { marks, rules }))
      if (worst !== undefined && surplus.gte(worst.surplus)) continue
      const mark = markOf(marks, position.instrument)
      worst = { surplus, ofLeg: exactPnl(position, mark).minus(legRequirement(position, mark, rules)) }
    }
    if (tick % 64 === 0) yield tick / (until + 1)
  }
  return worst
}
